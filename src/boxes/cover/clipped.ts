import type { AtomSet } from '../atom-set.ts';
import { includes, intersection } from '../atom-set.ts';
import type { Box } from './box.ts';

/** Boxes as far as they lie in a space, by dimension: what a search over many of them reads again and again. */
export interface Clipped {
  readonly space: Box;
  /** The numbers of the boxes that have a point in the space. */
  readonly rows: readonly number[];
  readonly dimensions: readonly ClippedDimension[];
}

export interface ClippedDimension {
  readonly dimension: number;
  /** By box: the atoms of the space that it accepts. */
  readonly cells: readonly AtomSet[];
  /** By box: whether these are all that the space has. */
  readonly full: readonly boolean[];
}

export function clip(space: Box, boxes: readonly Box[]): Clipped {
  const dimensions = space.map((atoms, dimension): ClippedDimension => {
    const cells = boxes.map((box) => {
      const cell = box[dimension] ?? [];
      return includes(atoms, cell) ? cell : intersection(cell, atoms);
    });
    return { dimension, cells, full: cells.map((cell) => includes(cell, atoms)) };
  });
  const rows = [...boxes.keys()].filter((row) => dimensions.every(({ cells }) => cells[row]?.length !== 0));
  return { space, rows, dimensions };
}
