import type { SourceFile, Span } from '../read/tree/span.ts';

/** A place as people and editors name it: both from 1; columns count UTF-16 units, as JavaScript and LSP do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Location {
  readonly file: string;
  readonly start: Position;
  /** Just after the last character. */
  readonly end: Position;
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

/** The offset at which each line begins. Lines end with LF, CR LF or a lone CR. */
export function lineStarts(file: SourceFile): readonly number[] {
  const known = lineStartsOf.get(file);
  if (known !== undefined) return known;
  const starts = [0];
  for (const end of file.text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  lineStartsOf.set(file, starts);
  return starts;
}

/** The position of an offset in its file; one beyond the text counts as its end. */
export function positionAt(file: SourceFile, offset: number): Position {
  const { line, column } = positionInText(file, offset);
  if (file.begins === undefined) return { line, column };
  return { line: file.begins.line + line - 1, column: line === 1 ? file.begins.column + column - 1 : column };
}

/** The position of an offset in the text that is at hand, be it the whole file or a part. */
export function positionInText(file: SourceFile, offset: number): Position {
  const within = Math.min(Math.max(offset, 0), file.text.length);
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= within) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: within - (starts[low] ?? 0) + 1 };
}

/** Where a span lies, for a person or a machine. */
export function locationOf(span: Span): Location {
  return { file: span.file.path, start: positionAt(span.file, span.start), end: positionAt(span.file, span.end) };
}

/** A line (from 1) of the text at hand, without its line end. Empty for a line that does not exist. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line - 1];
  if (start === undefined) return '';
  return file.text.slice(start, starts[line] ?? file.text.length).replace(/[\r\n]+$/, '');
}
