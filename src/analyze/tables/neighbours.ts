import { overlappingRows } from './overlapping-rows.ts';
import type { SpaceRow, TableSpace } from './table-space.ts';

/** For each row of a table those that overlap it, in order. */
export function neighboursOf(table: TableSpace, budget: number): (row: SpaceRow) => readonly SpaceRow[] {
  const neighbours = new Map<SpaceRow, SpaceRow[]>(table.rows.map((row) => [row, []]));
  for (const { earlier, later } of overlappingRows(table, budget).overlaps) {
    neighbours.get(earlier)?.push(later);
    neighbours.get(later)?.push(earlier);
  }
  return (row) => neighbours.get(row) ?? [];
}
