import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookLoan, BookOptions } from './book.ts';
import type { Cell } from './columns.ts';
import { columnsOf, recordOf } from './columns.ts';

export const formats = ['csv', 'ndjson', 'columns'] as const;
export type Format = (typeof formats)[number];

/** The files of a book, by name. The same book gives the same bytes. */
export function filesOf(book: readonly BookLoan[], format: Format, options: BookOptions): ReadonlyMap<string, string> {
  if (format === 'ndjson') return new Map([['loans.ndjson', book.map((loan) => `${JSON.stringify(recordOf(loan))}\n`).join('')]]);
  const columns = columnsOf(book);
  if (format === 'csv') {
    const lines = [columns.map(({ name }) => name), ...book.map((_, row) => columns.map(({ values }) => values[row] ?? null))];
    return new Map([['loans.csv', lines.map((line) => `${line.map(csvCell).join(',')}\n`).join('')]]);
  }
  const manifest = {
    synthetic: true, label: '虚构数据', seed: options.seed, as_of: options.asOf, rows: book.length,
    columns: columns.map(({ name, type }) => ({ name, type, file: `${name}.json` })),
  };
  return new Map([['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`], ...columns.map((column) => [`${column.name}.json`, `${JSON.stringify(column)}\n`] as const)]);
}

/** Writes files into a folder, which is made if there is none. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
