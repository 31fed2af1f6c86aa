import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Row } from '../../model/policy.ts';
import { citationText } from '../../read/tree/clause-text.ts';
import type { RowTree } from '../../read/tree/statement.ts';
import type { ConditionJson, FactColumn, GroupJson, OutputValues, RuleJson } from '../../read/json-rules/document.ts';
import { rankOf } from '../../read/json-rules/ranks.ts';
import { conditionsOf } from './conditions.ts';
import { constantTest, plainOf, type Plain, type RowSaying } from './constant-tests.ts';
import type { RuleTable } from './dated.ts';
import type { Refuse } from './refusal.ts';

/** What a table's columns read and its rows give. */
export interface RuleShape {
  readonly columns: readonly FactColumn[];
  readonly outputs: readonly OutputValues[];
}

/** A row with what the engine is to test and to give. */
interface SaidRow {
  readonly row: Row;
  readonly tree: RowTree | undefined;
  readonly conditions: GroupJson;
  readonly values: readonly Plain[];
}

/**
 * The rules of a table, a row each, in the table's order. Where the hit policy puts the rows in an order, priorities
 * make the engine's events come in it. Undefined where a row cannot be said; that is refused.
 */
export function rulesOf({ decision, table, tree }: RuleTable, { columns, outputs }: RuleShape, refuse: Refuse, report: Report): readonly RuleJson[] | undefined {
  const said = table.rows.map((row, index) => sayRow(row, tree.rows[index], columns, { row: `${decision.name}.${row.id}`, refuse, report }));
  if (!said.every((each) => each !== undefined)) return undefined;
  const ranks = said.map(({ values }, index) => rankOf(table.hitPolicy, index, values[0], outputs[0]));
  const last = ranks.reduce<number>((highest, rank) => Math.max(highest, rank ?? 0), 0);
  const others = said.filter(({ row }) => !row.otherwise).map(({ conditions }) => conditions);
  return said.map(({ row, tree: written, conditions, values }, index): RuleJson => {
    const rank = ranks[index];
    return {
      name: `${decision.name}.${row.id}`,
      ...(rank === undefined ? {} : { priority: last - rank + 1 }),
      conditions: row.otherwise ? { not: { any: others } } : conditions,
      event: { type: decision.name, params: { value: valueOf(values, outputs), ...annotationsOf(written) } },
    };
  });
}

function sayRow(row: Row, tree: RowTree | undefined, columns: readonly FactColumn[], saying: RowSaying): SaidRow | undefined {
  const cells = columns.map((column, index): readonly ConditionJson[] | undefined => {
    const cell = row.cells[index];
    const test = cell && constantTest(cell, saying);
    return cell && test && conditionsOf(column, test, { row: saying.row, span: cell.span }, saying.refuse);
  });
  const values = row.outputs.map((output) => plainOf(output, saying));
  if (!cells.every((each) => each !== undefined) || !values.every((each) => each !== undefined)) return undefined;
  return { row, tree, conditions: { all: cells.flat() }, values };
}

/** One value, or several by output. */
function valueOf(values: readonly Plain[], outputs: readonly OutputValues[]): unknown {
  return outputs.length === 1 ? values[0] : Object.fromEntries(outputs.map(({ output }, index) => [output, values[index]]));
}

function annotationsOf(row: RowTree | undefined): Readonly<Record<string, string>> {
  return {
    ...(row === undefined || row.cites.length === 0 ? {} : { cites: row.cites.map(citationText).join(', ') }),
    ...(row?.basis === undefined ? {} : { basis: row.basis.basis }),
    ...(row?.note === undefined ? {} : { note: row.note.text }),
  };
}
