import { FeelError } from '../../feel/values/error.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Outcome } from '../../model/policy.ts';
import type { Reason } from '../answer.ts';
import { reason, reasonOf } from '../reasons/reason.ts';
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
  if (thrown instanceof FeelError) return { outcome: 'error', reasons: [reasonOf(thrown.at(span).diagnostic)] };
  if (thrown instanceof RangeError) return { outcome: 'error', reasons: [beyondTheMachine(thrown, span, work)] };
  throw thrown;
}

/** JavaScript's limits: of the stack, and of the length of one string or array. */
function beyondTheMachine({ message }: RangeError, span: Span, { limit }: Work): Reason {
  return message.includes('call stack') ? reason('too-deep', span, {}) : reason('too-much-work', span, { limit });
}
