import type { AtomSet } from '../../boxes/atom-set.ts';
import { difference, includes, union } from '../../boxes/atom-set.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { gathers } from '../../model/hit-policy.ts';
import type { Policy } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { literalOf } from '../tables/literal-of.ts';
import { spanText } from '../tables/span-text.ts';
import type { SpaceRow } from '../tables/table-space.ts';
import { tablesOf } from '../tables/table-space.ts';

/**
 * Members of an enum that a column tells apart from others, but that only rows with `-` there take: a member added to the
 * enum later ends among them unnoticed. Tables that gather what applies need name only what does.
 */
export function unnamedMembers(policy: Policy, { report }: Tools): void {
  for (const { owner, table, boxes, rows, space } of tablesOf(policy)) {
    if (gathers(table)) continue;
    for (const [column, { expression, span }] of table.columns.entries()) {
      const partition = boxes.columns[column]?.partition;
      if (expression.type.kind !== 'enum' || partition === undefined) continue;
      const all = space[column] ?? [];
      const cellOf = ({ box }: SpaceRow): AtomSet => box[column] ?? [];
      const computes = rows.some(({ open }) => open.includes(column));
      const telling = rows.filter((row) => !includes(cellOf(row), all));
      const catching = rows.filter((row) => includes(cellOf(row), all));
      const unnamed = difference(all, union(telling.map(cellOf)));
      const members = unnamed.flatMap(({ first, last }) => partition.atoms.slice(first, last + 1)).flatMap((atom) => (atom.kind === 'value' ? [literalOf(atom.value, expression.type)] : []));
      if (telling.length === 0 || catching.length === 0 || members.length === 0 || computes) continue;
      report(diagnostic('members-unnamed', span, { column: spanText(span), members, rows: catching.map(({ row }) => `${owner.name}.${row.id}`) }));
    }
  }
}
