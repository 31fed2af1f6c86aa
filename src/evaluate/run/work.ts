import { feelError } from '../../feel/values/error.ts';
import { costOfPower } from '../../feel/values/operators.ts';
import { sizeOf } from '../../feel/values/size.ts';
import type { Value } from '../../feel/values/value.ts';

/** What an evaluation may still do, in steps. One object is shared by an evaluation and the decisions called within it. */
export interface Work {
  left: number;
  readonly limit: number;
}

/** Enough for any policy over thousands of records; an endless loop meets it within seconds. */
export const DEFAULT_WORK = 10_000_000;

export function workOf(limit: number): Work {
  return { left: limit, limit };
}

/**
 * Counts steps: every turn of a loop, element of a filter, and call of a function or decision is one; values that loops and built-in
 * functions make count by their size. Throws FeelError `too-much-work` when the limit is passed.
 */
export function charge(work: Work, steps: number): void {
  work.left -= steps;
  if (work.left < 0) throw feelError('too-much-work', { limit: work.limit });
}

/** A value that was made, or will be gone through, charged for by its size, so that none grows without end. Throws FeelError `too-much-work`, `too-deep`. */
export function charged<V extends Value>(work: Work, value: V): V {
  const size = sizeOf(value, work.left);
  if (size > 0) charge(work, size);
  return value;
}

/** The exponent of a power, charged for by the work that raising to it takes. Throws FeelError `too-much-work`. */
export function chargedExponent(work: Work, exponent: Value): Value {
  charge(work, costOfPower(exponent));
  return exponent;
}
