import type { SourceFile } from '../../read/tree/span.ts';
import type { Edit } from './variants/variant.ts';

/** A file's text with edits made to it, which do not overlap. */
export function editedText({ text }: SourceFile, edits: readonly Edit[]): string {
  let edited = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    edited += text.slice(done, edit.span.start) + edit.text;
    done = edit.span.end;
  }
  return edited + text.slice(done);
}
