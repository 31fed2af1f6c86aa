/** A file as it was read: its text is what positions count in (UTF-16 units, byte-order mark removed). */
export interface SourceFile {
  /** The path as the user gave it, with forward slashes; printed in diagnostics. */
  readonly path: string;
  readonly text: string;
  /** Where in the file the text begins, if it is a part of it: one case of a file that is too large to hold. */
  readonly begins?: { readonly line: number; readonly column: number };
}

/** A stretch of a source file, from `start` up to but not including `end`. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The smallest span that holds both. They must be of one file. */
export function spanBetween(first: Span, last: Span): Span {
  return { file: first.file, start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}
