import type { AtomSet } from '../atom-set.ts';
import { run, union } from '../atom-set.ts';
import type { Dimension, TableBoxes } from '../table-boxes.ts';
import type { Box } from './box.ts';

/** A table's columns and then time: the dimensions of its boxes. */
export function dimensionsOf({ columns, time }: TableBoxes): readonly Dimension[] {
  return [...columns, time];
}

/** Everything that can occur: the atoms that the types' declared ranges, and the periods in force, allow. */
export function spaceOf(boxes: TableBoxes): Box {
  return dimensionsOf(boxes).map(({ partition }): AtomSet => union(partition.atoms.flatMap(({ allowed }, atom) => (allowed ? [run(atom, atom)] : []))));
}

/** By row, what it accepts; of cells that compute, what they might accept. */
export function boxesOf(boxes: TableBoxes): readonly Box[] {
  const dimensions = dimensionsOf(boxes);
  return boxes.rows.map((_, row) => dimensions.map(({ cells }) => cells[row]?.atoms ?? []));
}
