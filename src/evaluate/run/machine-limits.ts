import { feelError } from '../../feel/values/error.ts';
import type { Work } from './work.ts';

/** What was thrown. Where JavaScript met a limit of its own (of the stack, of one string or array) it is the error that this is to whoever asked. */
export function beyondTheMachine(thrown: unknown, { limit }: Work): unknown {
  if (!(thrown instanceof RangeError)) return thrown;
  return thrown.message.includes('call stack') ? feelError('too-deep', {}) : feelError('too-much-work', { limit });
}
