import type { Outcome } from '../../model/policy.ts';
import type { Reason } from '../answer.ts';

/**
 * Thrown where something called within an expression is not decided: a function whose table has no matching row, a
 * decision called with facts that it cannot decide. The decision that called it ends with the same outcome.
 */
export class Undecided extends Error {
  constructor(
    readonly outcome: Exclude<Outcome, 'decided'>,
    readonly reasons: readonly Reason[],
  ) {
    super(outcome);
  }
}
