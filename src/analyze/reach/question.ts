import type { Region } from '../../boxes/partition.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, FunctionModel, Outcome, Period, Policy, Trigger } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Case } from '../analysis.ts';

/** Whether there is a case in which a decision is reached and all demands hold. */
export interface Question {
  readonly policy: Policy;
  /** What is evaluated: every fact that it needs is in the case, and all that it reads is decided there. */
  readonly subject: Decision | Trigger;
  readonly demands: readonly Demand[];
  /** The dates looked at. */
  readonly during: Period;
  /** The function or parameter in whose body the demanded expressions stand, for some call that the subject makes of it; left out, they stand in the subject. */
  readonly within?: FunctionModel;
  /** What the subject must come to in the case; anything, if left out. */
  readonly outcome?: Outcome;
}

/** An expression comes to a value in one of these regions. */
export interface Demand {
  readonly expression: Typed;
  readonly within: readonly Region[];
}

export type Reached =
  /** The case has been evaluated: the demands hold in it. */
  | { readonly kind: 'reached'; readonly case: Case }
  /** Proved: no case meets the demands. `because` are those that already exclude each other. */
  | { readonly kind: 'impossible'; readonly because: readonly Demand[] }
  /** Neither could be shown; `at` is the expression that could not be seen through. */
  | { readonly kind: 'unknown'; readonly at: Span };
