import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../tree/span.ts';

/** A table row cut into its cells, before any grammar sees them. */
export interface CutRow {
  readonly span: Span;
  /** Inputs, outputs, annotations: the groups that `||` separates. */
  readonly groups: readonly (readonly CutCell[])[];
}

export interface CutCell {
  /** Trimmed. */
  readonly text: string;
  readonly span: Span;
}

/**
 * Cuts a row at its `|`, which inside a string, backquotes or a comment does not cut. A string that does not end swallows the rest
 * of its row: that is reported, and undefined returned.
 */
export function cutRow(span: Span, report: Report): CutRow | undefined {
  const { file, start, end } = span;
  const groups: CutCell[][] = [[]];
  let cellStart = start + 1;
  let at = cellStart;
  let afterBar = true;
  while (at < end) {
    const character = file.text[at] as string;
    if (file.text.startsWith('/*', at)) {
      const close = file.text.indexOf('*/', at + 2);
      at = close === -1 || close > end ? end : close + 2;
    } else if (character === '"' || character === '`') {
      const close = closingQuote(file.text, at, end);
      if (close === -1) {
        report(diagnostic('unterminated-string', { file, start: at, end }, {}));
        return undefined;
      }
      at = close + 1;
    } else if (character === '|' || character === '｜') {
      if (at === cellStart && !(groups.length === 1 && groups[0]?.length === 0)) groups.push([]);
      else groups[groups.length - 1]?.push(cellBetween(file, cellStart, at));
      at += 1;
      cellStart = at;
      afterBar = true;
      continue;
    } else at += 1;
    afterBar = false;
  }
  if (!afterBar) {
    report(diagnostic('row-not-ended', { file, start: end - 1, end }, {}));
    return undefined;
  }
  return { span, groups };
}

/** A row of dashes only, under the header. */
export function isRuler(row: CutRow): boolean {
  return row.groups.every((cells) => cells.every(({ text }) => /^:?-+:?$/.test(text))) && row.groups.some((cells) => cells.some(({ text }) => text.length > 1));
}

function closingQuote(text: string, from: number, end: number): number {
  const quote = text[from];
  for (let at = from + 1; at < end; at++) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function cellBetween(file: SourceFile, from: number, to: number): CutCell {
  const raw = file.text.slice(from, to);
  const text = raw.trim();
  const start = text === '' ? from : from + raw.indexOf(text);
  return { text, span: { file, start, end: text === '' ? to : start + text.length } };
}
