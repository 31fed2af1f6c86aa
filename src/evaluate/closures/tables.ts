import type { Missing, Value } from '../../feel/values/value.ts';
import type { EngineTable, Evaluate, Match } from '../engine.ts';
import { NO_ROW } from '../engine.ts';
import { outputContext } from '../plan/in-force.ts';
import type { PlannedRow, PlannedTable } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';
import type { Check, Compiler, EvaluateOrMissing } from './compiler.ts';
import { computeAll } from './compiler.ts';

/** A table as closures. Columns and checks stand open, so that reasons and traces can ask about each cell. */
export interface ClosureTable extends EngineTable {
  readonly columns: readonly EvaluateOrMissing[];
  /** Finds rows for columns that have been computed. */
  readonly matchValues: MatchValues;
  /** By row, then by column. */
  readonly checks: readonly (readonly Check[])[];
}

type MatchValues = (values: readonly (Value | Missing)[], frame: Frame) => ReturnType<Match>;

/** A matcher that tries row after row. */
export function tableOf(planned: PlannedTable, compiler: Compiler): ClosureTable {
  const { table, rows } = planned;
  const columns = table.columns.map(({ expression }) => compiler.orMissing(expression));
  const checks = rows.map(({ row }) => row.cells.map((cell, column) => compiler.check(cell, table.columns[column]?.expression.type ?? { kind: 'any' })));
  const tried = rows.filter(({ row }) => !row.otherwise).map((row): TriedRow => ({ index: row.index, cells: cellsInTestingOrder(row, checks[row.index] ?? []) }));
  const matchValues = matcher(tried, table.hitPolicy === 'first');
  return {
    kind: 'table',
    match: (frame) => matchValues(computeAll(columns, frame), frame),
    outputs: rows.map((row) => outputOf(row, compiler)),
    columns,
    matchValues,
    checks,
  };
}

interface TriedRow {
  readonly index: number;
  readonly cells: readonly { readonly column: number; readonly check: Check }[];
}

function cellsInTestingOrder({ constantCells, computedCells }: PlannedRow, checks: readonly Check[]): TriedRow['cells'] {
  return [...constantCells, ...computedCells].flatMap((column) => {
    const check = checks[column];
    return check === undefined ? [] : [{ column, check }];
  });
}

function matcher(rows: readonly TriedRow[], firstOnly: boolean): MatchValues {
  return (values, frame) => {
    let only = NO_ROW;
    let several: number[] | undefined;
    for (const { index, cells } of rows) {
      if (!allHold(cells, values, frame)) continue;
      if (firstOnly) return index;
      if (several !== undefined) several.push(index);
      else if (only === NO_ROW) only = index;
      else several = [only, index];
    }
    return several ?? only;
  };
}

function allHold(cells: TriedRow['cells'], values: readonly (Value | Missing)[], frame: Frame): boolean {
  for (const { column, check } of cells) {
    if (!check(values[column] ?? null, frame)) return false;
  }
  return true;
}

function outputOf({ row, table, constant }: PlannedRow, compiler: Compiler): Evaluate {
  if (constant !== undefined) return () => constant.value;
  const parts = row.outputs.map(compiler.expression);
  const [single] = parts;
  return single !== undefined && parts.length === 1 ? single : (frame) => outputContext(table.table, computeAll(parts, frame));
}
