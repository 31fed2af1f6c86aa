import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { UnreadableFacts } from './case.ts';

/**
 * How long the text of one case may be, in UTF-16 units (64 million). A file is read case by case, so only a case has to
 * fit into memory; without a limit, a quote or bracket that is never closed would make one case of the rest of the file.
 */
export const CASE_LIMIT = 1 << 26;

/** The text of a case as far as it has been read; `line` is where it begins. Throws UnreadableFacts beyond the limit. */
export function withinLimit(text: string, line: number): string {
  if (text.length > CASE_LIMIT) throw new UnreadableFacts(diagnostic('case-too-large', undefined, { line, limit: CASE_LIMIT }));
  return text;
}
