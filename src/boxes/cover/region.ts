import type { Box } from './box.ts';

/** A part of a space that a search looks at: a stretch of atoms for each dimension, both ends included. */
export interface Region {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The smallest region around a box that is not empty. */
export function regionAround(box: Box): Region {
  return { low: box.map((atoms) => atoms[0]?.first ?? 0), high: box.map((atoms) => atoms.at(-1)?.last ?? -1) };
}

export function boxOf({ low, high }: Region): Box {
  return low.map((first, dimension) => [{ first, last: high[dimension] ?? -1 }]);
}

/** What lies below an atom of a dimension, and the rest. */
export function cutBefore({ low, high }: Region, dimension: number, atom: number): readonly [Region, Region] {
  return [
    { low, high: high.with(dimension, atom - 1) },
    { low: low.with(dimension, atom), high },
  ];
}
