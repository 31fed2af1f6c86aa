import type { Box } from '../../boxes/cover/box.ts';
import { budgetOf } from '../../boxes/cover/box.ts';
import { contains } from '../../boxes/cover/box-algebra.ts';
import { overlapping } from '../../boxes/cover/overlapping.ts';
import type { SpaceRow, TableSpace } from './table-space.ts';
import { spanText } from './span-text.ts';

/** Two rows that some point of the table's space may match, the one written first as `earlier`. */
export interface Overlap {
  readonly earlier: SpaceRow;
  readonly later: SpaceRow;
  readonly box: Box;
}

export interface OverlappingRows {
  /** In the order of the rows. */
  readonly overlaps: readonly Overlap[];
  /** Rows that were not compared with all others when the budget was spent. */
  readonly notCompared: readonly SpaceRow[];
}

/** So many overlaps of one table are kept. */
const MOST_OVERLAPS = 200_000;

const known = new WeakMap<TableSpace, OverlappingRows>();

/** Every two rows of a table that overlap, as far as types, periods and constant cells tell. Searched for once. */
export function overlappingRows(table: TableSpace, budget: number): OverlappingRows {
  const before = known.get(table);
  if (before !== undefined) return before;
  const found = search(table, budget);
  known.set(table, found);
  return found;
}

function search({ rows, space }: TableSpace, budget: number): OverlappingRows {
  const overlaps: Overlap[] = [];
  const left = new Set<SpaceRow>();
  for (const found of overlapping(space, rows.map(({ box }) => box), budgetOf(budget))) {
    const numbers = found.kind === 'overlap' ? found.pair : found.boxes;
    const met = numbers.flatMap((number) => rows[number] ?? []);
    const [earlier, later] = met;
    if (found.kind === 'not compared' || overlaps.length === MOST_OVERLAPS) met.forEach((row) => left.add(row));
    else if (earlier !== undefined && later !== undefined) overlaps.push({ earlier, later, box: found.box });
    if (overlaps.length === MOST_OVERLAPS) break;
  }
  overlaps.sort((a, b) => a.later.index - b.later.index || a.earlier.index - b.earlier.index);
  return { overlaps, notCompared: [...left].sort((a, b) => a.index - b.index) };
}

/** Whether a row surely matches whatever another matches: its box holds the other's, and its computed cells are the other's. */
export function takesIn(wide: SpaceRow, narrow: SpaceRow): boolean {
  return contains(wide.box, narrow.box) && wide.open.every((column) => cellTextOf(wide, column) === cellTextOf(narrow, column));
}

/** Whether two rows match the same cases. */
export function matchTheSame(a: SpaceRow, b: SpaceRow): boolean {
  return takesIn(a, b) && takesIn(b, a);
}

function cellTextOf({ row }: SpaceRow, column: number): string {
  const cell = row.cells[column];
  return cell === undefined ? '' : spanText(cell.span);
}
