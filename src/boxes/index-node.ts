import type { AtomSet } from './atom-set.ts';
import type { Crowd } from './crowd.ts';
import { crowdOf, findInCrowd } from './crowd.ts';
import type { Division, IndexColumn } from './division.ts';
import { divide } from './division.ts';
import type { Leaf } from './leaf.ts';
import { findInLeaf, leafOf } from './leaf.ts';
import { MASK_ROWS } from './masks.ts';
import type { RowsFound } from './rows-found.ts';
import { NO_ROW, merged } from './rows-found.ts';
import { lastUpTo } from './scale.ts';

/**
 * A set of a table's rows, arranged for finding those that accept a value in each column. A number is the only row that
 * is left, with no column left to test, or NO_ROW.
 */
export type IndexNode = number | Leaf | Branch | Crowd;

/** Rows divided by one column: each part of it has a node of the rows that accept it. */
interface Branch {
  readonly kind: 'branch';
  readonly column: number;
  readonly starts: Float64Array;
  /** By place, its part, where places are small whole numbers: what a search in `starts` would find. */
  readonly direct: Int32Array | undefined;
  /** By part. Made when first needed. */
  readonly nodes: (IndexNode | undefined)[];
  readonly nodeOf: (part: number) => IndexNode;
  /** Rows that accept so many parts that they would be in nearly every node. */
  readonly rest: IndexNode | undefined;
}

/** A row that accepts more parts than this is kept aside, so that a tree stays about as large as its table. */
const NARROW = 4;

/** Arranges rows by the columns that are not settled yet. */
export function nodeOf(columns: readonly IndexColumn[], rows: Int32Array): IndexNode {
  const divisions = columns.map((column) => divide(column, rows)).filter((division) => division !== undefined);
  const [only = NO_ROW] = rows;
  if (rows.length === 0 || (rows.length === 1 && divisions.length === 0)) return only;
  if (rows.length <= MASK_ROWS) return leafOf(rows, divisions);
  const best = divisions.map((division) => ({ division, cost: costOf(division) })).sort((a, b) => a.cost - b.cost)[0];
  return best === undefined || best.cost > rows.length / 2 ? crowdOf(rows, divisions) : branchOf(columns, rows, best.division);
}

/** How many rows are left to look at once a value's part in this column is known, for a value as rows have them. */
function costOf({ starts, cells }: Division): number {
  const sizes = new Float64Array(starts.length);
  let rest = 0;
  for (const cell of cells) {
    if (partsIn(cell) > NARROW) rest += 1;
    else for (const { first, last } of cell) for (let part = first; part <= last; part += 1) sizes[part] = (sizes[part] ?? 0) + 1;
  }
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return all === 0 ? cells.length : rest + sizes.reduce((sum, size) => sum + size * size, 0) / all;
}

function branchOf(columns: readonly IndexColumn[], rows: Int32Array, { column, starts, cells }: Division): Branch {
  const parts = Array.from(starts, (): number[] => []);
  const rest: number[] = [];
  rows.forEach((row, index) => {
    const cell = cells[index] ?? [];
    if (partsIn(cell) > NARROW) rest.push(row);
    else for (const { first, last } of cell) for (let part = first; part <= last; part += 1) parts[part]?.push(row);
  });
  const nodes: (IndexNode | undefined)[] = parts.map(() => undefined);
  const unsettled = columns.filter((one) => one.column !== column);
  return {
    kind: 'branch',
    column,
    starts,
    direct: partsByPlace(columns.find((one) => one.column === column)?.starts, starts),
    nodes,
    nodeOf: (part) => (nodes[part] ??= nodeOf(unsettled, Int32Array.from(parts[part] ?? []))),
    rest: rest.length === 0 ? undefined : nodeOf(columns, Int32Array.from(rest)),
  };
}

/** Undefined where places are not the numbers of atoms, or where most atoms would be listed for few parts. */
function partsByPlace(atomStarts: Float64Array | undefined, starts: Float64Array): Int32Array | undefined {
  if (atomStarts === undefined || atomStarts.length > 4 * starts.length || !atomStarts.every((start, atom) => start === atom)) return undefined;
  return Int32Array.from(atomStarts, (place) => lastUpTo(starts, place));
}

function partsIn(cell: AtomSet): number {
  return cell.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** The rows of a node that accept the values at these places, one for each of the index's columns. */
export function findIn(root: IndexNode, places: readonly number[]): RowsFound {
  let node = root;
  let found: RowsFound = NO_ROW;
  for (;;) {
    if (typeof node === 'number') return merged(found, node);
    if (node.kind === 'leaf') return merged(found, findInLeaf(node, places));
    if (node.kind === 'crowd') return merged(found, findInCrowd(node, places));
    if (node.rest !== undefined) found = merged(found, findIn(node.rest, places));
    const place = places[node.column] ?? Number.NaN;
    const part = node.direct === undefined ? lastUpTo(node.starts, place) : (node.direct[place] ?? -1);
    node = node.nodes[part] ?? node.nodeOf(part);
  }
}
