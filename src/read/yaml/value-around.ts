import type { SourceFile, Span } from '../tree/span.ts';

const key = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'{}[\],#&*!|>%@` + '`' + String.raw`][^{},]*?)`;
/** What a value follows: a key with its colon, or the dash of a list. */
const beginning = new RegExp(String.raw`(?:(?:^\s*(?:-\s+)*\{?|[{,])\s*${key}\s*:|^\s*-)\s+(?=\S)`, 'g');
/** What a value in `{ … }` ends at: the next key, or the brace. */
const end = new RegExp(String.raw`\s*(?:,\s*${key}\s*:\s|,?\s*\}\s*(?:,|#.*)?$)`);

/** Longer lines are no policy rows, and searching them would take long. */
const LONGEST_LINE = 2000;

/**
 * The value that its writer must have meant, around a place of a line that YAML cannot read: from behind its key to the
 * next key, the closing brace or the line's end. Undefined where there is none to be found.
 */
export function valueAround(file: SourceFile, place: number): Span | undefined {
  const lineStart = file.text.lastIndexOf('\n', place - 1) + 1;
  const newline = file.text.indexOf('\n', place);
  const line = file.text.slice(lineStart, newline === -1 ? file.text.length : newline);
  if (line.length > LONGEST_LINE) return undefined;
  const starts = [...line.matchAll(beginning)].map((match) => match.index + match[0].length).filter((start) => start <= place - lineStart);
  const start = starts.at(-1);
  if (start === undefined) return undefined;
  const rest = line.slice(start);
  const inFlow = line.slice(0, start).includes('{');
  const length = (inFlow ? end.exec(rest)?.index : undefined) ?? rest.replace(/\s+#.*$/, '').trimEnd().length;
  return length === 0 ? undefined : { file, start: lineStart + start, end: lineStart + start + length };
}
