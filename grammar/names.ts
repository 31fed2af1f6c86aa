import type { CustomPatternMatcherReturn } from 'chevrotain';

/**
 * Names in Unicode: Chevrotain drops the `u` flag of a token's pattern, so that `\p{…}` needs a matcher of its own.
 * Start and part characters are Unicode's ID_Start and ID_Continue, `_`, and the supplementary planes, as FEEL has it.
 */
const NAME = /[\p{ID_Start}_\u{10000}-\u{EFFFF}][\p{ID_Continue}\u{10000}-\u{EFFFF}]*/uy;

export function matchName(text: string, offset: number): CustomPatternMatcherReturn | null {
  NAME.lastIndex = offset;
  const match = NAME.exec(text);
  return match === null ? null : [match[0]];
}

/** Whether a text is one name, so that it needs no backquotes. */
export function isName(text: string): boolean {
  return matchName(text, 0)?.[0] === text;
}
