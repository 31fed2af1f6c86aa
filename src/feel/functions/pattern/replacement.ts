import { problem } from './problem.ts';

/** A piece of a replacement: text as it is, or the number of a group whose match stands there. */
export type Piece = string | number;

/**
 * Reads a replacement for a pattern with so many groups (XPath functions 3.1, clause 5.6.4): `$1` is a group's match, `$0` the
 * whole, `\$` and `\\` the characters themselves. Of `$12` the 2 is text if there are fewer than twelve groups. Throws PatternProblem.
 */
export function parseReplacement(replacement: string, groups: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [part] of replacement.matchAll(/\\[\s\S]?|\$[0-9]*|[^\\$]+/g)) {
    if (part.startsWith('\\')) pieces.push(escapedCharacter(part));
    else if (part.startsWith('$')) pieces.push(...groupReference(part.slice(1), groups));
    else pieces.push(part);
  }
  return pieces;
}

function escapedCharacter(part: string): string {
  if (part === '\\\\' || part === '\\$') return part.slice(1);
  throw problem('in a replacement a backslash stands only before `$` or another backslash', '替换文本中的反斜杠只能位于 `$` 或另一反斜杠之前');
}

function groupReference(digits: string, groups: number): readonly Piece[] {
  if (digits === '') throw problem('in a replacement `$` needs the number of a group, or a backslash before it', '替换文本中的 `$` 之后须为分组编号，或在其前加反斜杠');
  let length = digits.length;
  while (length > 1 && Number(digits.slice(0, length)) > groups) length -= 1;
  const group = Number(digits.slice(0, length));
  // A group that is not there has matched nothing.
  return [group <= groups ? group : '', digits.slice(length)];
}
