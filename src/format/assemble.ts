import type { Line } from '../read/text/line-scanner.ts';

/** A line of code, where it goes and what becomes of it. */
export interface PlacedLine {
  readonly line: Line;
  readonly indent: number;
  /** Its text; a further one where a line is put in below it. */
  readonly texts: readonly string[];
}

/** Puts formatted lines back among the comments and blank lines of the file. Several blank lines become one. */
export function assemble(text: string, placed: readonly PlacedLine[]): string {
  const lines: string[] = [];
  let next = 0;
  let offset = 0;
  while (offset < text.length) {
    const newline = text.indexOf('\n', offset);
    const end = newline === -1 ? text.length : newline;
    const current = placed[next];
    if (current !== undefined && current.line.start < end) {
      const [first = '', ...inserted] = current.texts;
      lines.push(' '.repeat(current.indent) + first + remark(text, current.line, end), ...inserted.map((each) => ' '.repeat(current.indent) + each));
      next += 1;
    } else {
      const comment = text.slice(offset, end).trim();
      if (comment !== '') lines.push(' '.repeat(commentIndent(placed, next, text, offset)) + comment);
      else if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
    }
    offset = end + 1;
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The comment at the end of a line. */
function remark(text: string, line: Line, end: number): string {
  const comment = text.slice(line.end, end).trim();
  return comment === '' ? '' : `  ${comment}`;
}

/** A comment on a line of its own goes with the next line, or, where it closes a block that stands deeper, with that. */
function commentIndent(placed: readonly PlacedLine[], next: number, text: string, offset: number): number {
  const original = text.slice(offset).search(/[^\s]/);
  const following = placed[next];
  if (following !== undefined && original <= following.line.indent) return following.indent;
  const byPlace = nearestAbove(placed, next, (each) => each.line.indent <= original);
  // Once more by where the lines are now: formatting again must find the same.
  const beside = byPlace && nearestAbove(placed, next, (each) => each.indent <= byPlace.indent);
  return Math.max(beside?.indent ?? 0, following?.indent ?? 0);
}

function nearestAbove(placed: readonly PlacedLine[], next: number, fits: (line: PlacedLine) => boolean): PlacedLine | undefined {
  return placed.slice(0, next).findLast(fits);
}
