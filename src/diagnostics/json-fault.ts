import type { JsonFault } from './codes/facts.ts';

/** What jsonc-parser's error codes say is wrong. */
const faults: ReadonlyMap<string, JsonFault> = new Map([
  ['InvalidNumberFormat', 'number'],
  ['UnexpectedEndOfNumber', 'number'],
  ['PropertyNameExpected', 'key'],
  ['ValueExpected', 'value'],
  ['ColonExpected', 'colon'],
  ['CommaExpected', 'comma'],
  ['CloseBraceExpected', 'brace'],
  ['CloseBracketExpected', 'bracket'],
  ['EndOfFileExpected', 'end'],
  ['InvalidCommentToken', 'comment'],
  ['UnexpectedEndOfComment', 'comment'],
  ['UnexpectedEndOfString', 'string'],
  ['InvalidUnicode', 'escape'],
  ['InvalidEscapeCharacter', 'escape'],
  ['InvalidCharacter', 'control character'],
]);

/** What a text that is no JSON breaks, by the error code that jsonc-parser prints. */
export function jsonFaultOf(parserCode: string, text: string): JsonFault {
  return text.trim() === '' ? 'empty' : (faults.get(parserCode) ?? 'symbol');
}
