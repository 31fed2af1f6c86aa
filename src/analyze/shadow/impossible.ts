import { isEmpty } from '../../boxes/cover/box-algebra.ts';
import type { Fact, Table } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { ask } from '../tables/ask.ts';
import { MOST_QUESTIONS } from '../tables/limits.ts';
import type { SpaceRow, TableSpace } from '../tables/table-space.ts';

/** A row that no case can match, and the columns whose cells exclude that. */
export interface Impossible {
  readonly row: SpaceRow;
  readonly columns: readonly number[];
}

/**
 * Rows that no case can match: a cell accepts nothing that its column can be, or several cells exclude each other since
 * their columns rest on the same. (A value that a column waits for and that never arrives is told as that, analysis `chain`.)
 */
export function impossibleRows(table: TableSpace, tools: Tools): readonly Impossible[] {
  const empty = table.rows.filter(({ box }) => isEmpty(box)).map((row): Impossible => ({ row, columns: row.box.flatMap((atoms, column) => (atoms.length === 0 ? [column] : [])) }));
  if (areIndependent(table.table)) return empty;
  const asked = table.rows.filter(({ box }) => !isEmpty(box)).slice(0, MOST_QUESTIONS);
  const excluded = asked.flatMap((row): Impossible[] => {
    const verdict = ask(table, row.box, { match: [row] }, tools);
    if (verdict.kind !== 'impossible') return [];
    const columns = [...new Set([...verdict.columns, ...(verdict.besides ? row.open : [])])].sort((a, b) => a - b);
    return columns.length > 1 ? [{ row, columns }] : [];
  });
  return [...empty, ...excluded];
}

/** Each column reads a fact, or a parameter, of its own: what one comes to says nothing about another. */
function areIndependent({ columns }: Table): boolean {
  const read = columns.flatMap(({ expression }): (Fact | string)[] => (expression.kind === 'fact' ? [expression.fact] : expression.kind === 'variable' ? [expression.name] : []));
  return new Set(read).size === columns.length;
}
