import type { AtomSet } from './atom-set.ts';
import { contains, run } from './atom-set.ts';
import type { Locate } from './locate.ts';
import { locator } from './locate.ts';
import type { Partition } from './partition.ts';
import type { RowSet } from './row-set.ts';
import { pushBits } from './row-set.ts';
import { rowsByAtom } from './rows-by-atom.ts';
import type { Dimension } from './table-boxes.ts';

/** Finds the rows of a table that accept a value in each column, without looking at the others. */
export type TableIndex = MaskIndex | SetIndex;

/** Up to 31 rows: a set of rows is an integer (row `r` is bit `r`), and finding is `masks[atom] & masks[atom] & …`. */
export interface MaskIndex {
  readonly kind: 'masks';
  /** The columns that some row tests. */
  readonly columns: readonly MaskColumn[];
  /** The mask of all rows. */
  readonly all: number;
}

export interface MaskColumn {
  /** Which of the dimensions it is. */
  readonly column: number;
  readonly locate: Locate;
  /** By atom. */
  readonly masks: Int32Array;
}

export interface SetIndex {
  readonly kind: 'sets';
  readonly columns: readonly SetColumn[];
  readonly rowCount: number;
}

export interface SetColumn {
  readonly column: number;
  readonly locate: Locate;
  /** By atom. */
  readonly sets: readonly RowSet[];
  /** Whether `sets` are just the rows that accept, or some more. */
  readonly exact: boolean;
  /** By row. */
  readonly cells: readonly AtomSet[];
}

const MASK_ROWS = 31;

/**
 * The index of a table's columns, given in order. What an open cell accepts is only known at run time: the index takes
 * it to accept anything, and whoever looks up must test it for the rows found.
 */
export function tableIndex(dimensions: readonly Dimension[], rowCount: number): TableIndex {
  const tested = dimensions
    .map(({ partition, cells }, column) => ({ column, partition, cells: cells.map((cell) => (cell.open ? everyAtom(partition) : cell.atoms)) }))
    .filter(({ partition, cells }) => cells.some((cell) => !isEvery(cell, partition)));
  if (rowCount <= MASK_ROWS) {
    const columns = tested.map(({ column, partition, cells }) => ({ column, locate: locator(partition), masks: masksByAtom(partition, cells) }));
    return { kind: 'masks', columns, all: 2 ** rowCount - 1 };
  }
  const columns = tested.map(({ column, partition, cells }) => ({ column, locate: locator(partition), cells, ...rowsByAtom(partition.atoms.length, cells) }));
  return { kind: 'sets', columns, rowCount };
}

/**
 * Appends to `into`, in order, the rows that accept these atoms, one for each of the index's columns. Cost goes with
 * the rows that are left when the columns' sets are intersected, not with the table's size.
 */
export function selectRows({ columns, rowCount }: SetIndex, atoms: readonly number[], into: number[]): void {
  if (columns.length === 0) {
    for (let row = 0; row < rowCount; row += 1) into.push(row);
    return;
  }
  const shortest = shortestList(columns, atoms);
  if (shortest >= 0) {
    const set = columns[shortest]?.sets[atoms[shortest] ?? -1];
    if (set?.kind === 'few') for (const row of set.rows) if (accepts(columns, atoms, row, shortest)) into.push(row);
    return;
  }
  const from = into.length;
  intersect(columns, atoms, rowCount, into);
  if (!columns.every(({ exact }) => exact)) keepFrom(into, from, (row) => accepts(columns, atoms, row, -1));
}

/** The column whose set is the shortest list; -1 where every set is bits. */
function shortestList(columns: readonly SetColumn[], atoms: readonly number[]): number {
  let shortest = -1;
  let length = Infinity;
  for (let index = 0; index < columns.length; index += 1) {
    const set = columns[index]?.sets[atoms[index] ?? -1];
    if (set?.kind === 'few' && set.rows.length < length) {
      shortest = index;
      length = set.rows.length;
    }
  }
  return shortest;
}

/** Whether a row accepts the atoms in all columns; `known` is one that need not be looked at, if its sets are exact. */
function accepts(columns: readonly SetColumn[], atoms: readonly number[], row: number, known: number): boolean {
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    if (column === undefined || (index === known && column.exact)) continue;
    if (!contains(column.cells[row] ?? [], atoms[index] ?? -1)) return false;
  }
  return true;
}

/** Intersects sets that are bits: first their summaries, then only the words that are not empty in any. */
function intersect(columns: readonly SetColumn[], atoms: readonly number[], rowCount: number, into: number[]): void {
  const sets = columns.map(({ sets: byAtom }, index) => byAtom[atoms[index] ?? -1]);
  const summaryLength = (rowCount + 1023) >>> 10;
  for (let block = 0; block < summaryLength; block += 1) {
    let summary = -1;
    for (const set of sets) if (set?.kind === 'many') summary &= set.summary[block] ?? 0;
    for (; summary !== 0; summary &= summary - 1) {
      const index = (block << 5) + 31 - Math.clz32(summary & -summary);
      let word = -1;
      for (const set of sets) if (set?.kind === 'many') word &= set.words[index] ?? 0;
      pushBits(word, index << 5, into);
    }
  }
}

function keepFrom(rows: number[], from: number, keep: (row: number) => boolean): void {
  const kept = rows.slice(from).filter(keep);
  rows.length = from;
  for (const row of kept) rows.push(row);
}

function masksByAtom(partition: Partition, cells: readonly AtomSet[]): Int32Array {
  return Int32Array.from(partition.atoms, (_, atom) => cells.reduce((mask, cell, row) => (contains(cell, atom) ? mask | (1 << row) : mask), 0));
}

function everyAtom(partition: Partition): AtomSet {
  return run(0, partition.atoms.length - 1);
}

function isEvery(cell: AtomSet, partition: Partition): boolean {
  return cell.length === 1 && cell[0]?.first === 0 && cell[0].last === partition.atoms.length - 1;
}
