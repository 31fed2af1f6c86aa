import { DaysDuration, MonthsDuration } from './duration.ts';
import { Decimal, compareDecimals, decimalsEqual } from './decimal.ts';
import { EnumMember } from './enum.ts';
import { FeelDate, FeelDateTime, FeelTime, formatTemporal, isTemporal } from './temporal.ts';
import { FeelFunction } from './function.ts';
import { FeelRange } from './range.ts';
import { compareInstants, instantsOfDateTimes, instantsOfTimes } from './temporal-instant.ts';
import type { FeelError } from './error.ts';
import { feelError } from './error.ts';
import { kindOf } from './kind.ts';
import type { Comparison, Context, Value } from './value.ts';

/**
 * FEEL's `=` (DMN 1.5, tables 53 and 54). Null equals null and nothing else. Lists are compared item by item, contexts
 * entry by entry, ranges by their ends, functions by identity, and enum members by being the same member of the same
 * enum. Times compare in whole seconds, on one clock. Throws FeelError `types-not-comparable` for two different types,
 * `zone-on-one-side` and `zone-needs-date` for times that no clock holds both of.
 */
export function equal(a: Value, b: Value): boolean {
  if (a instanceof Decimal && b instanceof Decimal) return decimalsEqual(a, b);
  if (a === null || b === null) return a === b;
  if (typeof a === 'string' || typeof a === 'boolean') {
    if (typeof a !== typeof b) throw notComparable(a, b);
    return a === b;
  }
  if (a instanceof EnumMember && b instanceof EnumMember && a.vocabulary === b.vocabulary) return a === b;
  if (a instanceof FeelDate && b instanceof FeelDate) return a.epochDay === b.epochDay;
  if (a instanceof DaysDuration && b instanceof DaysDuration) return a.nanoseconds === b.nanoseconds;
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return a.months === b.months;
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) return compareInstants(instantsOfDateTimes(a, b)) === 0;
  if (a instanceof FeelTime && b instanceof FeelTime) return compareInstants(instantsOfTimes(a, b)) === 0;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => equal(item, b[index] ?? null));
  if (isContext(a) && isContext(b)) return contextsEqual(a, b, equal);
  if (a instanceof FeelRange && b instanceof FeelRange) return rangesEqual(a, b, equal);
  if (a instanceof FeelFunction && b instanceof FeelFunction) return a === b;
  throw notComparable(a, b);
}

/**
 * FEEL's order: negative where `a` comes before `b`, 0 where they are equal, positive where it comes after. Numbers, strings by
 * code point, dates, times, durations, and members of an ordered enum in the order of their declaration, whichever end
 * is worst. Throws FeelError `type-without-order` for any other type, null included, and as `equal` does.
 */
export function compare(a: Value, b: Value): number {
  if (a instanceof Decimal && b instanceof Decimal) return compareDecimals(a, b);
  if (a instanceof FeelDate && b instanceof FeelDate) return a.epochDay - b.epochDay;
  if (a instanceof EnumMember && b instanceof EnumMember && a.vocabulary === b.vocabulary && a.vocabulary.order !== undefined) {
    return a.rank - b.rank;
  }
  if (typeof a === 'string' && typeof b === 'string') return compareByCodePoint(a, b);
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) return compareInstants(instantsOfDateTimes(a, b));
  if (a instanceof FeelTime && b instanceof FeelTime) return compareInstants(instantsOfTimes(a, b));
  if (a instanceof DaysDuration && b instanceof DaysDuration) return a.nanoseconds < b.nanoseconds ? -1 : a.nanoseconds > b.nanoseconds ? 1 : 0;
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return a.months - b.months;
  throw notOrdered(a, b);
}

/** Whether `a operator b`. Throws FeelError as `equal` and `compare` do. */
export function holds(operator: Comparison, a: Value, b: Value): boolean {
  switch (operator) {
    case '=':
      return equal(a, b);
    case '!=':
      return !equal(a, b);
    case '<':
      return compare(a, b) < 0;
    case '<=':
      return compare(a, b) <= 0;
    case '>':
      return compare(a, b) > 0;
    case '>=':
      return compare(a, b) >= 0;
  }
}

/**
 * FEEL's `is`: the same element of the same domain, whatever the types. Unlike `=` it tells 20:00:00Z from
 * 21:00:00+01:00 and counts fractions of a second; numbers are the same by value. Never throws.
 */
export function identical(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, index) => identical(item, b[index] ?? null));
  if (isContext(a)) return isContext(b) && contextsEqual(a, b, identical);
  if (a instanceof FeelRange) return b instanceof FeelRange && rangesEqual(a, b, identical);
  if (a instanceof Decimal) return b instanceof Decimal && decimalsEqual(a, b);
  return isTemporal(a) && isTemporal(b) && kindOf(a) === kindOf(b) && formatTemporal(a) === formatTemporal(b);
}

/** By Unicode code point, as XPath orders strings. UTF-16 units differ: they put U+10000 before U+E000. */
function compareByCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}

function contextsEqual(a: Context, b: Context, same: (a: Value, b: Value) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}

function rangesEqual(a: FeelRange, b: FeelRange, same: (a: Value, b: Value) => boolean): boolean {
  return a.lowClosed === b.lowClosed && a.highClosed === b.highClosed && a.comparison === b.comparison && same(a.low, b.low) && same(a.high, b.high);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isContext(value: Value): value is Context {
  return value instanceof Map;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function notComparable(a: Value, b: Value): FeelError {
  return feelError('types-not-comparable', { left: kindOf(a), right: kindOf(b) });
}

function notOrdered(a: Value, b: Value): FeelError {
  if (a === null || b === null) return feelError('type-without-order', { type: 'null' });
  const oneType = a instanceof EnumMember && b instanceof EnumMember ? a.vocabulary === b.vocabulary : kindOf(a) === kindOf(b);
  return oneType ? feelError('type-without-order', { type: kindOf(a) }) : notComparable(a, b);
}
