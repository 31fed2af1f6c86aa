import type { Dimension } from '../../boxes/table-boxes.ts';
import { columnDimension } from '../../boxes/table-boxes.ts';
import { tableIndex } from '../../boxes/table-index.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import type { CellTest } from '../../model/expression.ts';
import type { EngineTable, Evaluate, Match } from '../engine.ts';
import { outputContext } from '../plan/in-force.ts';
import type { Plan, PlannedRow, PlannedTable } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';
import { check } from './checks.ts';
import { expression } from './expression.ts';
import { matchText } from './match.ts';
import type { Code, Later, Program } from './program.ts';
import { newProgram } from './program.ts';
import type { Parameters } from './writer.ts';
import { functionText } from './writer.ts';

/** Where a table's code is written: for a plan, where the parameters of the function it belongs to are bound. */
export interface Setting {
  readonly plan: Plan;
  readonly parameters: Parameters;
  readonly program: Program;
}

/** Tests those cells of a row that no index can: the ones that compute. It takes the columns' values. */
export type RowCheck = (frame: Frame, ...values: readonly (Value | Missing)[]) => boolean;

/** In a table of more rows, a row's own code is made by itself, when the row is first met. */
const SMALL = 31;

/** The code of a table: a function that finds rows through the index, and one for each output and cell that computes. */
export function tableCode(planned: PlannedTable, setting: Setting): Later<EngineTable> {
  const { table } = planned;
  const rows = planned.rows.filter(({ row }) => !row.otherwise);
  const dimensions = table.columns.map((column, number) => columnDimension(column, rows.map((row) => constantCell(row, number))));
  const index = tableIndex(dimensions, rows.length);
  const make = planned.rows.length <= SMALL ? together : whenFirstCalled;

  const laterChecks = rows.map((row, place) => {
    const cells = cellsToCheck(row, place, dimensions);
    return cells.length === 0 ? undefined : make(setting, (into) => into.program.add<RowCheck>(rowCheckText(row, cells, into)));
  });
  const laterOutputs = planned.rows.map((row) => {
    const { constant } = row;
    return constant === undefined ? make(setting, (into) => into.program.add<Evaluate>(outputText(row, into))) : (): Evaluate => () => constant.value;
  });
  const checks: (RowCheck | undefined)[] = [];
  const match = setting.program.add<Match>(matchText(planned, rows, index, laterChecks.some((later) => later !== undefined) ? checks : undefined, setting));
  return () => {
    laterChecks.forEach((later) => checks.push(later?.()));
    return { kind: 'table', match: match(), outputs: laterOutputs.map((later) => later()) };
  };
}

/** What the index sees of a cell: what computes is tested after it. */
function constantCell({ row, constantCells }: PlannedRow, column: number): CellTest {
  const cell = constantCells.includes(column) ? row.cells[column] : undefined;
  return cell ?? { kind: 'any', span: row.span };
}

/** The columns that are left to test, in the order of testing. */
function cellsToCheck({ constantCells, computedCells }: PlannedRow, place: number, dimensions: readonly Dimension[]): readonly number[] {
  return [...constantCells.filter((column) => dimensions[column]?.cells[place]?.open === true), ...computedCells];
}

/** The local that holds a column's value. */
export function columnLocal(column: number): Code {
  return `c${column}`;
}

function rowCheckText({ row, table: { table } }: PlannedRow, cells: readonly number[], { plan, program, parameters }: Setting): Code {
  return functionText(plan, program, parameters, table.columns.map((_, column) => columnLocal(column)), (writer) => {
    const tests = cells.map((column) => check(row.cells[column] ?? { kind: 'any', span: row.span }, columnLocal(column), table.columns[column]?.expression.type ?? { kind: 'any' }, writer));
    return `return ${tests.join('&&')};`;
  });
}

function outputText({ row, table: { table } }: PlannedRow, { plan, program, parameters }: Setting): Code {
  return functionText(plan, program, parameters, [], (writer) => {
    const values = row.outputs.map((output) => expression(output, writer));
    const [single] = values;
    if (single !== undefined && values.length === 1) return `return ${single};`;
    const combined = program.constant((entries: readonly Value[]) => outputContext(table, entries));
    return `return ${combined}([${values.join(',')}]);`;
  });
}

function together<F>(setting: Setting, make: (into: Setting) => Later<F>): Later<F> {
  return make(setting);
}

/** A function that is compiled by itself when it is first called. */
function whenFirstCalled<A extends readonly unknown[], R>(setting: Setting, make: (into: Setting) => Later<(...given: A) => R>): Later<(...given: A) => R> {
  let made: ((...given: A) => R) | undefined;
  const compile = (): ((...given: A) => R) => {
    const program = newProgram();
    const later = make({ ...setting, program });
    program.finish();
    return later();
  };
  return () => (...given) => (made ??= compile())(...given);
}
