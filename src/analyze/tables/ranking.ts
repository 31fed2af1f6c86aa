import { priorityOf } from '../../evaluate/run/hit-policy.ts';
import { constantOutput } from './outputs.ts';
import type { SpaceRow, TableSpace } from './table-space.ts';

/** Whether one row surely wins over another where both match: by its place in a `first` table, by its output in a `priority` table. */
export function ranking({ table }: TableSpace): (one: SpaceRow, other: SpaceRow) => boolean {
  if (table.hitPolicy === 'first') return (one, other) => one.index < other.index;
  if (table.hitPolicy !== 'priority') return () => false;
  const compare = priorityOf(table);
  return (one, other) => {
    const [a, b] = [constantOutput(table, one.row), constantOutput(table, other.row)];
    return a !== undefined && b !== undefined && compare(a, b) < 0;
  };
}
