import type { AtomSet } from './atom-set.ts';
import { run } from './atom-set.ts';
import { findIn, nodeOf } from './index-node.ts';
import { MASK_ROWS, masksByAtom } from './masks.ts';
import type { Partition } from './partition.ts';
import type { RowsFound } from './rows-found.ts';
import type { Locate, Scale } from './scale.ts';
import { locator, scaleOf } from './scale.ts';
import type { Dimension } from './table-boxes.ts';

/** Finds the rows of a table that accept a value in each column, without looking at the others. */
export type TableIndex = MaskIndex | TreeIndex;

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

/** More rows: a tree that divides them by one column after another. */
export interface TreeIndex {
  readonly kind: 'tree';
  /** The columns that some row tests. */
  readonly columns: readonly { readonly column: number; readonly place: Scale['place'] }[];
  /**
   * The rows that accept the values at these places, one for each of `columns`; none of them NaN. The cost goes with the
   * depth of the tree and what is found, hardly with the number of rows.
   */
  readonly find: (places: readonly number[]) => RowsFound;
}

/**
 * The index of a table's columns, given in order. What an open cell accepts is only known at run time: the index takes
 * it to accept anything, and whoever looks up must test it for the rows found.
 */
export function tableIndex(dimensions: readonly Dimension[], rowCount: number): TableIndex {
  const tested = dimensions
    .map(({ partition, cells }, column) => ({ column, partition, cells: cells.map((cell) => (cell.open ? everyAtom(partition) : cell.atoms)) }))
    .filter(({ partition, cells }) => cells.some((cell) => !isEvery(cell, partition)));
  if (rowCount <= MASK_ROWS) {
    const columns = tested.map(({ column, partition, cells }) => ({ column, locate: locator(partition), masks: masksByAtom(partition.atoms.length, cells) }));
    return { kind: 'masks', columns, all: 2 ** rowCount - 1 };
  }
  const scales = tested.map(({ column, partition, cells }) => ({ of: column, cells, ...scaleOf(partition) }));
  const root = nodeOf(scales.map(({ cells, starts }, column) => ({ column, cells, starts })), Int32Array.from({ length: rowCount }, (_, row) => row));
  return { kind: 'tree', columns: scales.map(({ of, place }) => ({ column: of, place })), find: (places) => findIn(root, places) };
}

function everyAtom(partition: Partition): AtomSet {
  return run(0, partition.atoms.length - 1);
}

function isEvery(cell: AtomSet, partition: Partition): boolean {
  return cell.length === 1 && cell[0]?.first === 0 && cell[0].last === partition.atoms.length - 1;
}
