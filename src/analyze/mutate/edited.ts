import { positionInText } from '../../diagnostics/position.ts';
import type { SourceFile } from '../../read/tree/span.ts';
import type { Edit } from './variants/variant.ts';

/** A file's text with edits made to it, which do not overlap. */
export function editedText({ text }: SourceFile, edits: readonly Edit[]): string {
  let edited = '';
  let done = 0;
  for (const edit of inPlace(edits)) {
    edited += text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
  }
  return edited + text.slice(done);
}

/** The lines that edits change: as they are, and as they would be. */
export interface ChangedLines {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The lines that edits of one file change, without those that stay as they are at either end. */
export function changedLines(edits: readonly Edit[]): ChangedLines {
  const [first] = edits;
  if (first === undefined) return { before: [], after: [] };
  const { file } = first.span;
  const lines = linesOf(file.text);
  const edited = linesOf(editedText(file, edits));
  const start = Math.min(...edits.map(({ span }) => positionInText(file, span.start).line)) - 1;
  let same = 0;
  while (same < lines.length - start && same < edited.length - start && lines.at(-1 - same) === edited.at(-1 - same)) same += 1;
  return { before: lines.slice(start, lines.length - same), after: edited.slice(start, edited.length - same) };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

function inPlace(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start);
}
