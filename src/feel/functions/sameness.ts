import { FeelError } from '../values/error.ts';
import { Decimal } from '../values/decimal.ts';
import { EnumMember } from '../values/enum.ts';
import { equal } from '../values/compare.ts';
import { DaysDuration, MonthsDuration } from '../values/duration.ts';
import { kindOf } from '../values/kind.ts';
import { sizeOf } from '../values/size.ts';
import { FeelDate } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';
import { isContext, isList } from './shapes.ts';

/**
 * Whether a list's item is the one looked for: FEEL's `=`, where values that cannot be compared are simply not the same
 * (DMN 1.5, clause 10.3.4.4: `list contains([1, "a", null], null)`).
 */
export function same(a: Value, b: Value): boolean {
  if (kindOf(a) !== kindOf(b)) return false;
  try {
    return equal(a, b);
  } catch (error) {
    // Two times of which one has no zone, or lists that hold different types.
    if (error instanceof FeelError) return false;
    throw error;
  }
}

/** The items without those that are the same as an earlier one. */
export function distinct(items: readonly Value[]): readonly Value[] {
  const keys = new Set<unknown>();
  const others: Value[] = [];
  return items.filter((item) => {
    const key = quickKey(item);
    if (key === undefined) {
      if (others.some((other) => same(other, item))) return false;
      others.push(item);
      return true;
    }
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

/** Steps of work that `distinct` takes: items without a quick key are compared with one another. */
export function costOfDistinct(items: readonly Value[], most: number): number {
  const compared = items.filter((item) => quickKey(item) === undefined).length;
  return sizeOf(items, most) * (1 + compared / 2);
}

/** What tells values of the commonest types apart at once, so that long lists take no square time. */
function quickKey(value: Value): unknown {
  return value instanceof EnumMember ? value : textKey(value);
}

/** Numbers, dates and durations have one normal form each. A list or context has a key where all that lies in it has one. */
function textKey(value: Value): string | undefined {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Decimal) return `number ${value.coefficient} ${value.scale}`;
  if (value instanceof FeelDate) return `date ${value.epochDay}`;
  if (value instanceof DaysDuration) return `days ${value.nanoseconds}`;
  if (value instanceof MonthsDuration) return `months ${value.months}`;
  if (isList(value)) return joinedKeys('[', value.map(textKey));
  if (isContext(value)) return joinedKeys('{', [...value.keys()].sort().flatMap((name) => [textKey(name), textKey(value.get(name) ?? null)]));
  return undefined;
}

function joinedKeys(bracket: string, keys: readonly (string | undefined)[]): string | undefined {
  return keys.includes(undefined) ? undefined : `${bracket}${keys.join()}]`;
}
