import Table from 'cli-table3';
import { displayWidth } from '../diagnostics/width.ts';
import type { Json } from '../evaluate/answer.ts';

const noLines = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
};

/** Columns without lines around them; Chinese characters take two places. */
export function columns(rows: readonly (readonly string[])[]): string {
  const lines = new Table({ chars: noLines, style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] } });
  lines.push(...rows.map((row) => [...row]));
  return lines
    .toString()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
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
