import { lineStarts, lineText, positionInText } from '../diagnostics/position.ts';
import type { Comment } from '../read/tree/statement.ts';

/** Lines of the text at hand, from 1, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/**
 * What a comment is about, in every spelling: at a line's end, that line; on a line of its own, the next line that says
 * something and all that is indented below it.
 */
export function linesCovered({ span, ownLine }: Comment): Lines {
  const { file } = span;
  const own = positionInText(file, span.start).line;
  if (!ownLine) return { first: own, last: own };
  const count = lineStarts(file).length;
  const text = (line: number): string => lineText(file, line);
  let first = positionInText(file, span.end).line + 1;
  while (first < count && saysNothing(text(first))) first += 1;
  const indent = indentOf(text(first));
  let last = first;
  for (let line = first + 1; line <= count; line++) {
    if (saysNothing(text(line))) continue;
    if (indentOf(text(line)) <= indent && !/^\s*[)\]}]/.test(text(line))) break;
    last = line;
  }
  return { first, last };
}

function saysNothing(line: string): boolean {
  return /^\s*(?:$|[#＃]|\/\/)/.test(line);
}

/** Columns of white space before the first character; a full-width space counts two. */
function indentOf(line: string): number {
  return [...(/^[ \t\u3000]*/.exec(line)?.[0] ?? '')].reduce((columns, space) => columns + (space === '\u3000' ? 2 : 1), 0);
}
