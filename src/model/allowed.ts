import { compare, equal } from '../feel/values/compare.ts';
import type { Value } from '../feel/values/value.ts';
import type { Allowed, Interval } from './type.ts';

/** Whether a value satisfies a declared constraint: it lies in one of the alternatives. The value is of the constraint's type. */
export function isAllowed(allowed: Allowed, value: Value): boolean {
  return allowed.alternatives.some((interval) => liesIn(interval, value));
}

/** Whether a value lies between the ends of an interval. A single value is compared by equality, so it needs no order. */
export function liesIn({ low, high, lowClosed, highClosed }: Interval, value: Value): boolean {
  if (low !== undefined && high !== undefined && lowClosed && highClosed && equal(low, high)) return equal(low, value);
  return liesAbove(low, lowClosed, value) && liesBelow(high, highClosed, value);
}

function liesAbove(low: Value | undefined, closed: boolean, value: Value): boolean {
  if (low === undefined) return true;
  const order = compare(low, value);
  return closed ? order <= 0 : order < 0;
}

function liesBelow(high: Value | undefined, closed: boolean, value: Value): boolean {
  if (high === undefined) return true;
  const order = compare(value, high);
  return closed ? order <= 0 : order < 0;
}
