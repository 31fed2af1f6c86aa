import { constantOf } from '../../../boxes/constant.ts';
import { priorityOf } from '../../../evaluate/run/hit-policy.ts';
import type { Table } from '../../../model/policy.ts';
import type { Cell, Expression } from '../../../read/tree/expression.ts';
import type { ColumnTree, HitPolicy, RowTree, TableTree } from '../../../read/tree/statement.ts';
import { cellVariants } from './cells.ts';
import { expressionVariants } from './expressions.ts';
import { droppedFrom, exchangedIn } from './lines.ts';
import { periodVariants } from './periods.ts';
import { roundingVariants } from './rounding.ts';
import { variant, within, withinEach, type Site, type Variant } from './variant.ts';

/** A table with one slip in it; `table` is what it was checked to be. */
export function tableVariants(tree: TableTree, table: Table, typedAt: Site['typedAt']): readonly Variant<TableTree>[] {
  const { columns, rows, hitPolicy } = tree;
  return [
    ...hitPolicyVariants(tree, table),
    ...periodVariants(tree),
    ...withinEach(columns, (column) => columnVariants(column, typedAt), (changed) => ({ ...tree, columns: changed })),
    ...within(rows.length > 1 ? droppedFrom(rows, 'row dropped') : [], (left) => ({ ...tree, rows: left })),
    ...within(SEQUENTIAL.has(hitPolicy) ? exchangedIn(rows, 'rows exchanged') : [], (changed) => ({ ...tree, rows: changed })),
    ...withinEach(rows, (row) => rowVariants(row, table, typedAt), (changed) => ({ ...tree, rows: changed })),
    ...roundingVariants(tree),
  ];
}

/** Hit policies under which it matters which row comes before which; what `collect` collects has no order that anybody means. */
const SEQUENTIAL: ReadonlySet<HitPolicy> = new Set<HitPolicy>(['first', 'rule order']);

/**
 * What a hit policy is taken for, but not what means the same in every table that does as its hit policy asks: `unique` asks
 * for rows that do not overlap, `any` for overlaps that agree.
 */
const TAKEN_FOR: Readonly<Record<HitPolicy, readonly HitPolicy[]>> = {
  unique: [],
  any: ['unique'],
  first: ['unique', 'any'],
  priority: ['first', 'any'],
  'rule order': ['output order'],
  'output order': ['rule order'],
  collect: [],
  'collect sum': ['collect min', 'collect max', 'collect count'],
  'collect min': ['collect max', 'collect sum'],
  'collect max': ['collect min', 'collect sum'],
  'collect count': ['collect sum'],
};

function hitPolicyVariants(tree: TableTree, table: Table): readonly Variant<TableTree>[] {
  const { hitPolicy, preference, span } = tree;
  const written = (words: string): TableTree['span'] | undefined => {
    const start = span.file.text.indexOf(words, span.start);
    return start < 0 ? undefined : { ...span, start, end: start + words.length };
  };
  const at = written(hitPolicy);
  const taken = TAKEN_FOR[hitPolicy].filter((other) => SAME_IF_RANKED.get(hitPolicy) !== other || !isRanked(table));
  const changed = taken.flatMap((other) => {
    const whole = preference === undefined ? at : written(`${hitPolicy} ${preference}`);
    return whole === undefined ? [] : [variant<TableTree>('hit policy changed', { ...tree, hitPolicy: other, preference: undefined }, whole, other)];
  });
  const ranked = preference === undefined ? undefined : written(preference);
  if (ranked === undefined) return changed;
  const opposite = preference === 'worst first' ? 'best first' : 'worst first';
  return [...changed, variant('hit policy changed', { ...tree, preference: opposite }, ranked, opposite)];
}

/** Hit policies by rank and by place that mean the same where the rows stand in the order of their ranks. */
const SAME_IF_RANKED: ReadonlyMap<HitPolicy, HitPolicy> = new Map<HitPolicy, HitPolicy>([
  ['priority', 'first'],
  ['rule order', 'output order'],
  ['output order', 'rule order'],
]);

/** Whether a table's rows stand in the order in which a hit policy by rank prefers what they give. */
function isRanked(table: Table): boolean {
  const values = table.rows.map(({ outputs: [first, ...others] }) => (first === undefined || others.length > 0 ? undefined : constantOf(first)));
  const order = priorityOf(table);
  return values.every((value, index) => {
    const before = values[index - 1];
    return value !== undefined && (index === 0 || (before !== undefined && order(before, value) <= 0));
  });
}

function columnVariants(column: ColumnTree, typedAt: Site['typedAt']): readonly Variant<ColumnTree>[] {
  return within(expressionVariants(column.expression, { typedAt, expected: undefined, constant: 'constant changed' }), (expression) => ({ ...column, expression }));
}

function rowVariants(row: RowTree, { columns, outputs }: Table, typedAt: Site['typedAt']): readonly Variant<RowTree>[] {
  const cells = withinEach(
    row.otherwise ? [] : row.cells,
    (cell, index): readonly Variant<Cell | undefined>[] =>
      cell === undefined ? [] : cellVariants(cell, { typedAt, expected: columns[index]?.expression.type, constant: 'edge moved' }),
    (changed): RowTree => ({ ...row, cells: changed }),
  );
  const entries = withinEach(
    row.outputs,
    (output, index): readonly Variant<Expression | undefined>[] =>
      output === undefined ? [] : expressionVariants(output, { typedAt, expected: outputs[index]?.type, constant: 'output changed' }),
    (changed): RowTree => ({ ...row, outputs: changed }),
  );
  return [...cells, ...entries, ...periodVariants(row)];
}
