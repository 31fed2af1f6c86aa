import type { CellTest, Typed } from '../../model/expression.ts';
import type { Column, Output, Period, Row, Table } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { ColumnTree, RowTree, TableTree } from '../../read/tree/statement.ts';
import { annotated } from '../declarations/annotations.ts';
import { demand } from '../expressions/demand.ts';
import { failed, withPresent, problem, textOf, type Scope } from '../expressions/scope.ts';
import { inferOptional } from '../expressions/infer.ts';
import { admitsMissing, isOptionalRead, presenceKey } from '../expressions/presence.ts';
import { checkTests, type Subject } from '../expressions/tests.ts';
import { outputsOf } from './hit-policies.ts';
import { roundingOf, withoutGrain } from './rounding.ts';

/** A table whose outcome must be of type `result`, in force within `outer`. `unread` is told of cells that the reader gave up on. */
export function checkTable(tree: TableTree, result: Type, outer: Period, scope: Scope, unread: () => void): Table {
  const carried = annotated(tree, outer, scope.names, scope.body.report);
  const rounding = roundingOf(tree.rounding, result, scope);
  const columns = tree.columns.map((column) => checkColumn(column, scope));
  const outputs = outputsOf(tree, tree.rounding === undefined ? result : withoutGrain(result), scope);
  const subjects = columns.map((column): Subject => ({ type: column.expression.type, mayBeMissing: column.mayBeMissing, name: column.text }));
  const rows = tree.rows.map((row) => checkRow(row, { columns, subjects, outputs, inForce: carried.inForce, scope, unread }));
  columns.forEach((column, index) => demandMissing(column, index, rows, scope));
  return { kind: 'table', hitPolicy: tree.hitPolicy, preference: tree.preference, columns, outputs, rows, rounding, span: tree.span, ...carried };
}

function checkColumn({ expression, span }: ColumnTree, scope: Scope): Column {
  const typed = inferOptional(expression, scope);
  return { text: textOf(expression.span), expression: typed, mayBeMissing: isOptionalRead(typed), span };
}

interface Around {
  readonly columns: readonly Column[];
  readonly subjects: readonly Subject[];
  readonly outputs: readonly Output[];
  readonly inForce: Period;
  readonly scope: Scope;
  readonly unread: () => void;
}

function checkRow(tree: RowTree, { columns, subjects, outputs, inForce, scope, unread }: Around): Row {
  const cells = subjects.map((subject, index): CellTest => {
    const cell = tree.cells[index];
    if (cell !== undefined) return checkTests(cell.tests, cell.span, subject, scope);
    unread();
    return { kind: 'any', span: tree.span };
  });
  const inside = withPresent(scope, presentIn(columns, cells));
  const entries = outputs.map((output, index): Typed => {
    const entry = tree.outputs[index];
    if (entry !== undefined) return demand(entry, output.type, inside);
    unread();
    return failed(tree.span);
  });
  const carried = annotated(tree, inForce, scope.names, scope.body.report);
  return { id: tree.id.name, otherwise: tree.otherwise, cells, outputs: entries, span: tree.span, ...carried };
}

/** The optional facts that are there when the row fires, since its cells hold for no missing value. */
function presentIn(columns: readonly Column[], cells: readonly CellTest[]): readonly string[] {
  return columns.flatMap(({ mayBeMissing, expression }, index) => {
    const cell = cells[index];
    const key = mayBeMissing && cell !== undefined && !admitsMissing(cell) ? presenceKey(expression) : undefined;
    return key === undefined ? [] : [key];
  });
}

/** An optional fact in a column needs a row that says what holds without it. */
function demandMissing(column: Column, index: number, rows: readonly Row[], scope: Scope): void {
  const handled = rows.some(({ cells }) => {
    const cell = cells[index];
    return cell !== undefined && admitsMissing(cell);
  });
  if (column.mayBeMissing && rows.length > 0 && !handled) problem(scope, 'column-missing-unhandled', column.span, { column: column.text });
}
