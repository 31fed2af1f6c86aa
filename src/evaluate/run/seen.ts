import { shown } from '../../feel/functions/feel-text.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';

/** A value, or the absence of one, for a message. */
export function seenText(value: Value | Missing): string {
  return value === MISSING ? 'missing' : shown(value);
}
