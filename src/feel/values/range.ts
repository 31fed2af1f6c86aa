import { compare } from './compare.ts';
import type { Value } from './value.ts';

/** `[low..high]` as a value. An end that is null is open for ever. */
export class FeelRange {
  constructor(
    readonly low: Value,
    readonly high: Value,
    readonly lowClosed: boolean,
    readonly highClosed: boolean,
    /** FEEL's `(= 5)` and `(!= 5)`, whose both ends are the value: the latter holds all others. */
    readonly comparison?: '=' | '!=',
  ) {}
}

/** Whether a value lies between the ends. Throws FeelError as `compare` does: for a value of another type, or null. */
export function rangeIncludes(range: FeelRange, value: Value): boolean {
  if (range.comparison === '!=') return compare(range.low, value) !== 0;
  return isAboveLow(range, value) && isBelowHigh(range, value);
}

function isAboveLow({ low, lowClosed }: FeelRange, value: Value): boolean {
  if (low === null) return true;
  const order = compare(low, value);
  return order < 0 || (lowClosed && order === 0);
}

function isBelowHigh({ high, highClosed }: FeelRange, value: Value): boolean {
  if (high === null) return true;
  const order = compare(value, high);
  return order < 0 || (highClosed && order === 0);
}
