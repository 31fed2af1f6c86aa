import { FeelError } from '../../feel/values/error.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Outcome } from '../../model/policy.ts';
import type { Reason } from '../answer.ts';
import { reasonOf } from '../reasons/reason.ts';
import { beyondTheMachine } from './machine-limits.ts';
import { Undecided } from './undecided.ts';
import type { Work } from './work.ts';

/** How something ended that was not decided. */
export interface Failure {
  readonly outcome: Exclude<Outcome, 'decided'>;
  readonly reasons: readonly Reason[];
}

/**
 * The outcome that something thrown stands for. `span` places an error that no operator has placed. What is neither the
 * policy's doing nor the facts' is thrown again.
 */
export function failureOf(thrown: unknown, span: Span, work: Work): Failure {
  if (thrown instanceof Undecided) return thrown;
  const error = beyondTheMachine(thrown, work);
  if (error instanceof FeelError) return { outcome: 'error', reasons: [reasonOf(error.at(span).diagnostic)] };
  throw error;
}
