import type { Run } from '../atom-set.ts';
import type { ClippedDimension } from './clipped.ts';

/** Atoms of one dimension that none of some rows tells apart, and those of the rows that accept them. */
export interface Part {
  readonly atoms: Run;
  readonly rows: readonly number[];
}

/** How well a dimension divides some rows. */
export interface Division {
  readonly parts: number;
  /** The sum over the parts of the square of their rows: about what is left to do after dividing. */
  readonly squares: number;
  /** The sum over the parts of the rows that begin in it, times all its rows: the pairs first met there. */
  readonly meetings: number;
}

/** Judges a dimension by these rows without dividing them. Parts that no row accepts are not counted. */
export function judge({ cells }: ClippedDimension, rows: readonly number[]): Division {
  const [starts, ends] = boundsOf(cells, rows);
  let [parts, squares, meetings, size] = [0, 0, 0, 0];
  for (let [start, end] = [0, 0]; end < ends.length; ) {
    const at = Math.min(starts[start] ?? Infinity, ends[end] ?? Infinity);
    const before = start;
    for (; ends[end] === at; end += 1) size -= 1;
    for (; starts[start] === at; start += 1) size += 1;
    if (size === 0) continue;
    parts += 1;
    squares += size * size;
    meetings += (start - before) * size;
  }
  return { parts, squares, meetings };
}

/** The first atoms of all runs, and the first atoms after them, each ascending. */
function boundsOf(cells: ClippedDimension['cells'], rows: readonly number[]): readonly [Float64Array, Float64Array] {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const row of rows) {
    for (const { first, last } of cells[row] ?? []) {
      starts.push(first);
      ends.push(last + 1);
    }
  }
  return [Float64Array.from(starts).sort(), Float64Array.from(ends).sort()];
}

/** The parts that some row accepts, ascending. */
export function divide({ cells }: ClippedDimension, rows: readonly number[]): readonly Part[] {
  const [starts, ends] = boundsOf(cells, rows);
  const bounds = Float64Array.from(new Set([...starts, ...ends])).sort();
  const places = new Map([...bounds].map((bound, place) => [bound, place]));
  const lists = Array.from(bounds, (): number[] => []);
  for (const row of rows) {
    for (const { first, last } of cells[row] ?? []) {
      const end = places.get(last + 1) ?? 0;
      for (let place = places.get(first) ?? end; place < end; place += 1) lists[place]?.push(row);
    }
  }
  return lists.flatMap((list, place) => (list.length === 0 ? [] : [{ atoms: { first: bounds[place] ?? 0, last: (bounds[place + 1] ?? 0) - 1 }, rows: list }]));
}
