import { contains } from './atom-set.ts';
import type { Division } from './division.ts';
import type { RowSet } from './row-set.ts';
import { forEachInBoth } from './row-set.ts';
import type { RowsFound } from './rows-found.ts';
import { rowsFound } from './rows-found.ts';
import { rowsByAtom } from './rows-by-atom.ts';
import { lastUpTo } from './scale.ts';

/**
 * Rows that overlap so much that no column divides them: for each part of each column the set of rows that accept it.
 * Finding is intersecting the two smallest sets, and checking what is left.
 */
export interface Crowd {
  readonly kind: 'crowd';
  /** Sets and cells below count by place in this list. */
  readonly rows: Int32Array;
  readonly columns: readonly (Division & { readonly sets: readonly RowSet[] })[];
}

export function crowdOf(rows: Int32Array, divisions: readonly Division[], mostWords?: number): Crowd {
  return { kind: 'crowd', rows, columns: divisions.map((division) => ({ ...division, sets: rowsByAtom(division.starts.length, division.cells, mostWords) })) };
}

/** The rows that accept the values at these places. */
export function findInCrowd({ rows, columns }: Crowd, places: readonly number[]): RowsFound {
  const found: number[] = [];
  const parts = columns.map(({ column, starts }) => lastUpTo(starts, places[column] ?? Number.NaN));
  const [smallest, second = smallest] = columns
    .map(({ sets }, index) => sets[parts[index] ?? -1])
    .filter((set) => set !== undefined)
    .sort((a, b) => a.size - b.size);
  const check = (index: number): void => {
    const row = rows[index];
    if (row !== undefined && columns.every(({ cells }, column) => contains(cells[index] ?? [], parts[column] ?? -1))) found.push(row);
  };
  if (smallest?.kind === 'few') smallest.rows.forEach(check);
  else if (smallest !== undefined && second?.kind === 'many') forEachInBoth(smallest, second, check);
  else rows.forEach((_, index) => check(index));
  return rowsFound(found);
}
