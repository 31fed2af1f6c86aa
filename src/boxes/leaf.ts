import type { Division } from './division.ts';
import { masksByAtom } from './masks.ts';
import type { RowsFound } from './rows-found.ts';
import { NO_ROW } from './rows-found.ts';
import { lowestBit } from './row-set.ts';

/**
 * Few enough rows for a set of them to be an integer. All that a lookup reads lies in one array, because in a large
 * table each lookup meets another leaf, and fetching it from memory is what takes the time:
 * the number of rows, the rows, then for each column its number, the number of its parts, where each part starts, and
 * the mask of the rows that accept it.
 */
export interface Leaf {
  readonly kind: 'leaf';
  readonly packed: readonly number[];
}

/** A leaf of 1 to 31 rows. */
export function leafOf(rows: Int32Array, divisions: readonly Division[]): Leaf {
  const columns = divisions.flatMap(({ column, starts, cells }) => [column, starts.length, ...starts, ...masksByAtom(starts.length, cells)]);
  return { kind: 'leaf', packed: [rows.length, ...rows, ...columns] };
}

/** The rows that accept the values at these places. */
export function findInLeaf({ packed }: Leaf, places: readonly number[]): RowsFound {
  const count = packed[0] ?? 0;
  let mask = -1 >>> (32 - count);
  for (let at = 1 + count; mask !== 0 && at < packed.length; ) {
    const starts = at + 2;
    const masks = starts + (packed[at + 1] ?? 0);
    const part = lastUpTo(packed, starts, masks, places[packed[at] ?? -1] ?? Number.NaN);
    mask &= packed[part + masks - starts] ?? 0;
    at = masks + (masks - starts);
  }
  if (mask === 0) return NO_ROW;
  const first = packed[1 + lowestBit(mask)] ?? NO_ROW;
  return (mask & (mask - 1)) === 0 ? first : rowsOf(packed, mask);
}

function rowsOf(packed: readonly number[], mask: number): readonly number[] {
  const rows: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) rows.push(packed[1 + lowestBit(rest)] ?? NO_ROW);
  return rows;
}

/** Of the ascending places from index `from` up to `to`, the index of the last that is not above the given one. */
function lastUpTo(places: readonly number[], from: number, to: number, place: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
