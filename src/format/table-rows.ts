import { displayWidth } from '../diagnostics/width.ts';
import { isRuler, type CutRow } from '../read/text/row-cells.ts';
import { respace } from './spacing.ts';

export interface FormattedRows {
  /** One for each row given, in order. */
  readonly rows: readonly string[];
  /** A ruler to put under the header of a table that has none. */
  readonly missingRuler: string | undefined;
}

/**
 * The rows of a table with aligned cells. Widths are sticky: they are the ruler's, and a cell that is too wide pads only
 * its own row, so that changing one cell changes one line. A table without a ruler gets one, as wide as its cells.
 * Widths count Chinese characters as two columns.
 */
export function formatRows(rows: readonly CutRow[]): FormattedRows {
  const texts = rows.map((row) => (isRuler(row) ? undefined : row.groups.map((cells) => cells.map(({ text }) => (text.includes('/*') ? text : (respace(text) ?? text))))));
  const rulerAt = texts.indexOf(undefined);
  const widths = rulerAt === -1 ? widthsOfCells(texts) : widthsOfRuler(rows[rulerAt] as CutRow, texts);
  const ruler = joinGroups(widths.map((group) => group.map((width) => '-'.repeat(width + 2))));
  const formatted = texts.map((groups) => (groups === undefined ? ruler : joinGroups(groups.map((cells, group) => cells.map((text, cell) => ` ${padded(text, widths[group]?.[cell] ?? 0)} `)))));
  return { rows: formatted, missingRuler: rulerAt === -1 ? ruler : undefined };
}

function widthsOfCells(rows: readonly (readonly (readonly string[])[] | undefined)[]): number[][] {
  const header = rows.find((row) => row !== undefined) ?? [];
  return header.map((cells, group) => cells.map((_, cell) => Math.max(2, ...rows.map((row) => displayWidth(row?.[group]?.[cell] ?? '')))));
}

/** A ruler that does not fit the header (a column was added or taken away) is drawn anew. */
function widthsOfRuler(ruler: CutRow, texts: readonly (readonly (readonly string[])[] | undefined)[]): number[][] {
  const header = texts.find((row) => row !== undefined) ?? [];
  const fits = header.length === ruler.groups.length && header.every((cells, group) => cells.length === ruler.groups[group]?.length);
  return fits ? ruler.groups.map((cells) => cells.map(({ span }) => widthOfRulerCell(span.file.text, span.start, span.end))) : widthsOfCells(texts);
}

/** The ruler's dashes reach under the spaces beside a cell; spaces around the dashes count too. */
function widthOfRulerCell(text: string, start: number, end: number): number {
  const before = start - (text.slice(0, start).match(/[|｜]\s*$/)?.[0].length ?? 1) + 1;
  const after = text.slice(end).search(/[|｜]/);
  return Math.max(1, end + Math.max(0, after) - before - 2);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function joinGroups(groups: readonly (readonly string[])[]): string {
  return `|${groups.map((cells) => cells.join('|')).join('||')}|`;
}
