import type { Packed } from './packed.ts';
import { fills } from './packed.ts';
import type { Region } from './region.ts';

/** A region cut in two: before an atom of a dimension, and from there on. */
export interface Cut {
  readonly dimension: number;
  readonly atom: number;
}

/**
 * What is to be done after a cut, if `all` rows were there before: `below` of them reach into the first part, and
 * `above` into the second.
 */
export type Work = (below: number, above: number, all: number) => number;

export interface BestCut {
  /** Undefined where every row fills the region, and where all cuts leave too much to do. */
  readonly cut: Cut | undefined;
  /** The dimensions in which some row does not fill the region. */
  readonly undecided: readonly number[];
}

/** Finds cuts for some rows in a region: the one that leaves the least work, if that is less than `limit`. */
export type FindCut = (rows: readonly number[], region: Region, dimensions: readonly number[], limit: number) => BestCut;

/**
 * Cuts are looked for where rows begin or end, in every dimension. A key leaves no row on both sides; neither does the
 * first question of a table that was made by asking one question after another.
 */
export function cutFinder(packed: Packed, work: Work): FindCut {
  // Kept from call to call: making them anew would take longer than filling them.
  let starts = new Int32Array(packed.rows.length);
  let ends = new Int32Array(packed.rows.length);

  return (rows, { low, high }, dimensions, limit) => {
    if (rows.length > starts.length) [starts, ends] = [new Int32Array(2 * rows.length), new Int32Array(2 * rows.length)];
    let cut: Cut | undefined;
    let least = limit;
    const all = rows.length;
    const undecided = dimensions.filter((dimension) => {
      const bottom = low[dimension] ?? 0;
      const top = high[dimension] ?? -1;
      let [started, ended] = [0, 0];
      let inner: number | undefined;
      for (const row of rows) {
        const cell = row * packed.dimensions + dimension;
        if (packed.runs[cell] !== undefined && !fills(packed, cell, bottom, top)) inner ??= boundIn(packed, cell, bottom, top);
        const first = packed.first[cell] ?? 0;
        const after = (packed.last[cell] ?? -1) + 1;
        if (first > bottom) starts[started++] = first;
        if (after <= top) ends[ended++] = after;
      }
      if (started + ended === 0) {
        if (inner === undefined) return false;
        const left = work(all, all, all);
        if (left < least) [cut, least] = [{ dimension, atom: inner }, left];
        return true;
      }
      const sortedStarts = starts.subarray(0, started).sort();
      const sortedEnds = ends.subarray(0, ended).sort();
      for (let [start, end] = [0, 0]; start < started || end < ended; ) {
        const atom = Math.min(sortedStarts[start] ?? Infinity, sortedEnds[end] ?? Infinity);
        while (sortedEnds[end] === atom) end += 1;
        const left = work(all - started + start, all - end, all);
        if (left < least) [cut, least] = [{ dimension, atom }, left];
        while (sortedStarts[start] === atom) start += 1;
      }
      return true;
    });
    return { cut, undecided };
  };
}

/** Where, after `bottom` and up to `top`, a run of the cell begins or has just ended. */
function boundIn({ runs }: Packed, cell: number, bottom: number, top: number): number | undefined {
  return runs[cell]?.flatMap(({ first, last }) => [first, last + 1]).find((bound) => bound > bottom && bound <= top);
}
