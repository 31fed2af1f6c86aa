import { displayWidth } from '../diagnostics/width.ts';
import { layOut, ownSpan, type Block } from '../read/text/layout.ts';
import type { Line } from '../read/text/line-scanner.ts';
import { cutRow } from '../read/text/row-cells.ts';
import type { SourceFile } from '../read/tree/span.ts';
import { assemble, type PlacedLine } from './assemble.ts';
import { respace } from './spacing.ts';
import { formatRows } from './table-rows.ts';

/** Columns for each level of indentation. */
const STEP = 2;

/**
 * A policy file in its standard form: two spaces a level, canonical spacing, plain punctuation, aligned tables. Lines
 * stay lines and comments stay where they are, so a small change gives a small diff. Neither the meaning nor the
 * content hash changes. The file must be one that `readPolicy` can read (tabs aside).
 */
export function formatPolicy(file: SourceFile): string {
  const placed: PlacedLine[] = [];
  placeBlocks(file, layOut(file, () => undefined).blocks, 0, placed);
  return assemble(file.text, placed);
}

function placeBlocks(file: SourceFile, blocks: readonly Block[], depth: number, placed: PlacedLine[]): void {
  let tableAbove = false;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (block.row) {
      const rows = blocks.slice(at, blocks.findIndex((each, index) => index > at && !each.row) >>> 0);
      placeRows(file, rows.flatMap(withRowsBelow), depth + (tableAbove ? 1 : 0), placed);
      at += rows.length - 1;
      continue;
    }
    placeClause(file, block, depth, placed);
    if (isRecord(file, block)) {
      placeFields(file, block.children, depth + 1, placed);
      continue;
    }
    tableAbove = file.text.startsWith('table', block.start);
    placeBlocks(file, block.children, depth + 1, placed);
  }
}

/** Rows that an uneven indentation nested. */
function withRowsBelow(block: Block): Block[] {
  return [block, ...block.children.flatMap(withRowsBelow)];
}

function placeRows(file: SourceFile, rows: readonly Block[], depth: number, placed: PlacedLine[]): void {
  const cut = rows.flatMap((row) => cutRow(ownSpan(file, row), () => undefined) ?? []);
  const formatted = formatRows(cut);
  rows.forEach((row, index) => {
    const text = formatted.rows[index] ?? '';
    const lines = index === 0 && formatted.missingRuler !== undefined ? [text, formatted.missingRuler] : [text];
    placed.push({ line: row.lines[0] as Line, indent: depth * STEP, texts: lines });
  });
}

function placeClause(file: SourceFile, block: Block, depth: number, placed: PlacedLine[]): void {
  const indent = depth * STEP;
  const shift = indent - (block.lines[0]?.indent ?? 0);
  const open: string[] = [];
  block.lines.forEach((line, index) => {
    const closes = line.brackets[0]?.offset === line.start && !line.brackets[0].opens;
    const continued = closes ? Math.max(indent, line.indent + shift) : Math.max(indent + STEP, line.indent + shift);
    placed.push({ line, indent: index === 0 ? indent : continued, texts: [lineText(file.text, line, open)] });
  });
}

/** Statements with fields below them. */
function isRecord({ text }: SourceFile, { start, end }: Block): boolean {
  return /^(?:input\b[^:：]*|type\b.*=\s*record)$/.test(text.slice(start, end));
}

/** Where the first field's colon is set apart by more than one space, the others are put under it: sticky, like a ruler. */
function placeFields(file: SourceFile, fields: readonly Block[], depth: number, placed: PlacedLine[]): void {
  const from = placed.length;
  placeBlocks(file, fields, depth, placed);
  const [first] = fields;
  const aligned = first && /^(.*?\S)\s{2,}[:：]/.exec(file.text.slice(first.start, first.end));
  if (first === undefined || !aligned) return;
  const column = displayWidth(file.text.slice(first.start, first.start + aligned[0].length)) - 1;
  for (let at = from; at < placed.length; at++) {
    const { line, indent, texts } = placed[at] as PlacedLine;
    placed[at] = { line, indent, texts: texts.map((text) => text.replace(/^((?:"(?:[^"\\]|\\.)*"|[^":])*?) :(?= |$)/, (_, name: string) => `${name}${' '.repeat(Math.max(1, column - displayWidth(name)))}:`)) };
  }
}

/** A line with a block comment in it is left as it is: its tokens cannot be told from the comment's words. */
function lineText(text: string, line: Line, open: string[]): string {
  const code = text.slice(line.start, line.end);
  return code.includes('/*') || code.includes('*/') ? code : (respace(code, open) ?? code);
}
