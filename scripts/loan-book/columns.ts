import type { PlainJson } from '../../src/index.ts';
import type { BookLoan } from './book.ts';

/** What a cell may be. A list is one cell: its JSON. */
export type Cell = boolean | number | string | null;

/** Types that a Parquet writer has under the same names. `json` is text that holds JSON. */
export type ColumnType = 'boolean' | 'int64' | `decimal(18,${number})` | 'date' | 'utf8' | 'json';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** One for each loan, in the book's order; null where the loan has no such fact. */
  readonly values: readonly Cell[];
}

/** The loan as one object of NDJSON: by the policy's name, the facts that it can be given as they are. */
export function recordOf({ facts, ...about }: BookLoan): Readonly<Record<string, PlainJson>> {
  return { ...about, ...facts };
}

/** All loans by column, each named by the path of the fact: `loan_classification.loan.balance`. */
export function columnsOf(book: readonly BookLoan[]): readonly Column[] {
  const rows = book.map((loan) => new Map(cells(recordOf(loan), '')));
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort();
  return names.map((name) => {
    const found = rows.map((row) => row.get(name));
    const values = found.map((one) => (one === undefined ? null : Array.isArray(one) ? JSON.stringify(one) : (one as Cell)));
    return { name, type: found.some(Array.isArray) ? 'json' : typeOf(values), values };
  });
}

function* cells(value: PlainJson, path: string): Generator<readonly [string, PlainJson]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) yield [path, value];
  else for (const [key, inner] of Object.entries(value)) if (inner !== undefined) yield* cells(inner, path === '' ? key : `${path}.${key}`);
}

function typeOf(values: readonly Cell[]): ColumnType {
  const given = values.filter((value) => value !== null);
  const all = (pattern: RegExp): boolean => given.length > 0 && given.every((value) => typeof value === 'string' && pattern.test(value));
  if (given.length > 0 && given.every((value) => typeof value === 'boolean')) return 'boolean';
  if (given.length > 0 && given.every((value) => typeof value === 'number')) return 'int64';
  if (all(/^-?\d+\.\d{2}$/)) return 'decimal(18,2)';
  if (all(/^-?\d+\.\d{4}$/)) return 'decimal(18,4)';
  return all(/^\d{4}-\d{2}-\d{2}$/) ? 'date' : 'utf8';
}
