import type { FeelDate } from '../../feel/values/temporal.ts';
import type { Context, Value } from '../../feel/values/value.ts';
import type { CellTest, Typed } from '../../model/expression.ts';
import { expressionsOfTest } from '../../model/children.ts';
import type { Annotated, Decision, Exception, FunctionModel, ModelBody, Row, Table } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Cite } from './citations.ts';
import type { PlannedBody, PlannedException, PlannedRow, PlannedTable } from './plan.ts';
import { includesDate } from './period.ts';

/** A decision's or function's body on a date, with the exceptions that are in force then. */
export interface Standing {
  readonly body: PlannedBody | undefined;
  readonly exceptions: readonly PlannedException[];
  readonly overrides: readonly PlannedException[];
}

/** Nothing: where the policy, or the decision or function itself, is not in force. */
export const NOTHING: Standing = { body: undefined, exceptions: [], overrides: [] };

/** What is left of a decision or function on a date within its period. `name` is what answers call it. */
export function standingOn(date: FeelDate, name: string, owner: Decision | FunctionModel, cite: Cite): Standing {
  const { bodies } = owner;
  const exceptions = owner.kind === 'decision' ? owner.exceptions : [];
  const planned = planExceptions(date, name, exceptions, cite);
  const aimedAt = (kind: 'row' | 'decision', id?: string): readonly PlannedException[] =>
    planned.filter(({ exception: { target } }) => target.kind === kind && (target.kind !== 'row' || target.id === id));
  const body = bodies.find(({ inForce }) => includesDate(inForce, date));
  return {
    body: body === undefined ? undefined : planBody(date, name, body, citingRows(name, owner, cite), (id) => aimedAt('row', id)),
    exceptions: planned,
    overrides: aimedAt('decision'),
  };
}

/** The expressions that a standing body and its exceptions hold. */
export function expressionsOfStanding({ body, exceptions }: Standing): readonly Typed[] {
  return [...(body === undefined ? [] : expressionsOfPlanned(body)), ...exceptions.flatMap(({ exception }) => [exception.when, exception.then])];
}

function expressionsOfPlanned(body: PlannedBody): readonly Typed[] {
  if (body.kind === 'expression') return [body.expression];
  return [
    ...body.table.columns.map(({ expression }) => expression),
    ...body.rows.flatMap(({ row }) => [...row.cells.flatMap(expressionsOfTest), ...row.outputs]),
  ];
}

function planBody(date: FeelDate, name: string, body: ModelBody, citesOf: CitesOfRow, exceptionsTo: (row: string) => readonly PlannedException[]): PlannedBody {
  if (body.kind === 'expression') return { kind: 'expression', expression: body.expression };
  const rows: PlannedRow[] = [];
  const table: PlannedTable = { kind: 'table', table: body, of: name, rows };
  for (const row of body.rows) {
    if (includesDate(row.inForce, date)) rows.push(planRow(table, rows.length, row, citesOf(body, row), exceptionsTo(row.id)));
  }
  return table;
}

type CitesOfRow = (table: Table, row: Row) => PlannedRow['cites'];

function citingRows(name: string, owner: Annotated, cite: Cite): CitesOfRow {
  return (table, row) => [...cite(`${name}.${row.id}`, row, table, owner), ...cite(name, table, owner), ...cite(name, owner)];
}

function planRow(table: PlannedTable, index: number, row: Row, cites: PlannedRow['cites'], exceptions: readonly PlannedException[]): PlannedRow {
  const { columns } = table.table;
  const tested = row.cells.flatMap((cell, column) => (cell.kind === 'any' ? [] : [{ cell, column }]));
  const isConstant = ({ cell, column }: { cell: CellTest; column: number }): boolean => {
    const type = columns[column]?.expression.type;
    return type !== undefined && safelyCompared.has(type.kind) && isConstantTest(cell);
  };
  const alone: PlannedRow[] = [];
  const planned: PlannedRow = {
    index,
    name: `${table.of}.${row.id}`,
    cites,
    row,
    table,
    constantCells: tested.filter(isConstant).map(({ column }) => column),
    computedCells: tested.filter((each) => !isConstant(each)).map(({ column }) => column),
    constant: constantOutput(table.table, row),
    exceptions,
    alone,
  };
  alone.push(planned);
  return planned;
}

/** Types of which any two values compare without error. Not times: one may have a zone and the other none. */
const safelyCompared: ReadonlySet<Type['kind']> = new Set(['number', 'text', 'boolean', 'enum', 'date', 'days and time duration', 'years and months duration']);

/** Whether a test compares with constants only. */
function isConstantTest(test: CellTest): boolean {
  if (test.kind === 'one of') return test.tests.every(isConstantTest);
  if (test.kind === 'not') return isConstantTest(test.test);
  return test.kind !== 'holds' && expressionsOfTest(test).every(({ kind }) => kind === 'constant');
}

function constantOutput(table: Table, row: Row): { readonly value: Value } | undefined {
  const values = row.outputs.flatMap((output) => (output.kind === 'constant' ? [output.value] : []));
  const [first] = values;
  if (values.length !== row.outputs.length || first === undefined) return undefined;
  return { value: values.length === 1 ? first : outputContext(table, values) };
}

/** The outcome of a row with several outputs: a context by the outputs' names. */
export function outputContext(table: Table, values: readonly Value[]): Context {
  return new Map(table.outputs.map(({ name }, index): [string, Value] => [name, values[index] ?? null]));
}

function planExceptions(date: FeelDate, decision: string, exceptions: readonly Exception[], cite: Cite): readonly PlannedException[] {
  const inForce = exceptions.filter((exception) => includesDate(exception.inForce, date));
  const aiming = new Map<string, PlannedException[]>(inForce.map(({ name }) => [name, []]));
  return inForce.map((exception, index) => {
    const { name, target } = exception;
    const planned: PlannedException = {
      index,
      name: `${decision}.${name}`,
      cites: cite(`${decision}.${name}`, exception),
      target: target.kind === 'decision' ? decision : `${decision}.${target.kind === 'row' ? target.id : target.name}`,
      exception,
      exceptions: aiming.get(name) ?? [],
    };
    if (target.kind === 'exception') aiming.get(target.name)?.push(planned);
    return planned;
  });
}
