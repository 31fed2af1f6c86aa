import { includes } from '../../boxes/atom-set.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import type { Tools } from '../analysis.ts';
import { spanText } from '../tables/span-text.ts';
import { tablesOf } from '../tables/table-space.ts';

/** Columns on which no row depends: each cell accepts whatever can occur. Their facts are asked for and decide nothing. */
export function unusedColumns(policy: Policy, { report }: Tools): void {
  for (const { table, rows, space } of tablesOf(policy)) {
    if (rows.length === 0) continue;
    for (const [column, { span }] of table.columns.entries()) {
      const acceptsAll = rows.every(({ box, open }) => !open.includes(column) && includes(box[column] ?? [], space[column] ?? []));
      if (!acceptsAll) continue;
      const any = rows.every(({ row }) => row.cells[column]?.kind === 'any');
      report(diagnostic('column-unused', span, { column: spanText(span), any }));
    }
  }
}
