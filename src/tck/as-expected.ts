import { sameValue } from '../evaluate/run/same-value.ts';
import { isContext, isList } from '../feel/functions/shapes.ts';
import { add, compareDecimals, Decimal, subtract } from '../feel/values/decimal.ts';
import { FeelDateTime, FeelTime, NANOSECONDS_OF_SECOND } from '../feel/values/temporal.ts';
import type { Value } from '../feel/values/value.ts';

const TOLERANCE = new Decimal(1, 8);

/**
 * Whether a value is the one expected, by the kit's rules: numbers within 1e-8, null equal to null, lists in order, contexts
 * entry by entry, dates, times and durations by value. Unlike FEEL's `=` it minds fractions of a second.
 */
export function asExpected(actual: Value, expected: Value): boolean {
  if (actual instanceof Decimal && expected instanceof Decimal) return isNear(actual, expected);
  if (isList(expected)) return isList(actual) && actual.length === expected.length && expected.every((item, index) => asExpected(actual[index] ?? null, item));
  if (isContext(expected)) return isContext(actual) && actual.size === expected.size && [...expected].every(([key, entry]) => actual.has(key) && asExpected(actual.get(key) ?? null, entry));
  return sameValue(actual, expected) && fractionOf(actual) === fractionOf(expected);
}

function isNear(actual: Decimal, expected: Decimal): boolean {
  return compareDecimals(subtract(expected, TOLERANCE), actual) <= 0 && compareDecimals(actual, add(expected, TOLERANCE)) <= 0;
}

/** The fraction of a second in a time, in nanoseconds; no zone changes it. */
function fractionOf(value: Value): number {
  const time = value instanceof FeelDateTime ? value.time : value;
  return time instanceof FeelTime ? time.nanosecond % NANOSECONDS_OF_SECOND : 0;
}
