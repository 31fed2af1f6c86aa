import { stripVTControlCharacters } from 'node:util';
import { displayWidth } from '../diagnostics/width.ts';
import type { Json } from '../evaluate/answer.ts';

/** Columns without lines around them. A cell may have several lines and colours; Chinese characters take two places. */
export function columns(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.split('\n').map((text) => ({ text, width: displayWidth(stripVTControlCharacters(text)) }))));
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) => Math.max(0, ...cells.flatMap((row) => (row[column] ?? []).map(({ width }) => width))));
  return cells
    .flatMap((row) => {
      const height = Math.max(1, ...row.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) => row.map((lines, column) => padded(lines[line], widths[column] ?? 0)).join('  '));
    })
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

function padded(line: { readonly text: string; readonly width: number } | undefined, width: number): string {
  return line === undefined ? ' '.repeat(width) : line.text + ' '.repeat(width - line.width);
}

/** A text in lines of at most so many columns, broken at spaces; a longer word has a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** JSON for a person: no quotes around names and texts, spaces where a line may be broken. */
export function readable(json: Json): string {
  if (json === null || typeof json !== 'object') return String(json);
  if (isList(json)) return `[${json.map(readable).join(', ')}]`;
  return `{${Object.entries(json).map(([key, value]) => `${key}: ${readable(value)}`).join(', ')}}`;
}

function isList(json: Exclude<Json, null>): json is readonly Json[] {
  return Array.isArray(json);
}
