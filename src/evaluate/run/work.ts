import { feelError } from '../../feel/values/error.ts';

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
 * Counts steps: every turn of a loop, element of a filter, call of a function or decision, and element of a list that a
 * built-in answers with is one. Throws FeelError `too-much-work` when the limit is passed.
 */
export function charge(work: Work, steps: number): void {
  work.left -= steps;
  if (work.left < 0) throw feelError('too-much-work', { limit: work.limit });
}
