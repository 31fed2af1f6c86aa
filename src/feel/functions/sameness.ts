import { FeelError } from '../values/error.ts';
import { Decimal } from '../values/decimal.ts';
import { EnumMember } from '../values/enum.ts';
import { equal } from '../values/compare.ts';
import { kindOf } from '../values/kind.ts';
import type { Value } from '../values/value.ts';

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

/** What tells values of the commonest types apart at once, so that long lists take no square time. Numbers have one normal form. */
function quickKey(value: Value): unknown {
  if (typeof value === 'string') return `text ${value}`;
  if (value instanceof Decimal) return `number ${value.coefficient} ${value.scale}`;
  return value === null || typeof value === 'boolean' || value instanceof EnumMember ? value : undefined;
}
