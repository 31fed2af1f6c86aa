import type { PlannedRow, PlannedTable } from '../../evaluate/plan/plan.ts';
import { decimalOf } from '../../feel/values/decimal.ts';
import type { Typed } from '../../model/expression.ts';
import type { Table } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';

const outputs = new WeakMap<PlannedRow, Typed>();

/** What a row gives, as an expression: its output, or a context of its outputs; rounded where the table rounds. */
export function outputNode(row: PlannedRow): Typed {
  const known = outputs.get(row) ?? rounded(row.table.table, plainOutput(row));
  outputs.set(row, known);
  return known;
}

function plainOutput({ row, table }: PlannedRow): Typed {
  const [only] = row.outputs;
  if (only !== undefined && row.outputs.length === 1) return only;
  const names = table.table.outputs;
  const entries = row.outputs.map((value, index) => ({ name: names[index]?.name ?? '', variable: '', value }));
  return { kind: 'context', entries, type: { kind: 'any' }, span: row.span };
}

/** What the rows that fire come to under a policy that gathers them. `min` and `max` of none have no value: then there is none. */
export function gatheredNode(planned: PlannedTable, rows: readonly PlannedRow[]): Typed | undefined {
  const { table } = planned;
  const items = rows.map(plainOutput);
  const [first, ...rest] = items;
  const type: Type = table.outputs[0]?.type ?? { kind: 'any' };
  switch (table.hitPolicy) {
    case 'collect sum':
      return rounded(table, first === undefined ? number(0, table) : rest.reduce<Typed>((sum, item) => ({ kind: 'arithmetic', operator: '+', left: sum, right: item, type, span: table.span }), first));
    case 'collect count':
      return number(rows.length, table);
    case 'collect min':
    case 'collect max':
      if (first === undefined) return undefined;
      return { kind: 'list', items, type: { kind: 'list', item: type }, span: table.span };
    default:
      return { kind: 'list', items, type: { kind: 'list', item: type }, span: table.span };
  }
}

function number(count: number, { span }: Table): Typed {
  return { kind: 'constant', value: decimalOf(count), type: { kind: 'number', unit: { kind: 'count' }, grain: decimalOf(1), allowed: undefined }, span };
}

function rounded({ rounding, span }: Table, value: Typed): Typed {
  return rounding === undefined ? value : { kind: 'round', value, ...rounding, type: value.type, span };
}
