import type { Span } from '../../read/tree/span.ts';

/** The first line of what a span covers: enough to point at a table or row. */
export function firstLineOf(span: Span): Span {
  const end = span.file.text.indexOf('\n', span.start);
  if (end === -1 || end >= span.end) return span;
  return { ...span, end: span.file.text[end - 1] === '\r' ? end - 1 : end };
}
