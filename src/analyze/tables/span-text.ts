import type { Span } from '../../read/tree/span.ts';

/** What stands at a place of a policy, on one line. */
export function spanText({ file, start, end }: Span): string {
  return file.text.slice(start, end).replace(/\s+/g, ' ').trim();
}
