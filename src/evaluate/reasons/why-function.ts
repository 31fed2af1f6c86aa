import { expressionsOfTest } from '../../model/children.ts';
import type { FunctionCall } from '../../model/expression.ts';
import type { Compiler } from '../closures/compiler.ts';
import type { ClosuresPlan } from '../closures/engine.ts';
import { closuresOf } from '../closures/engine.ts';
import type { PlannedFunction, PlannedRow, PlannedTable } from '../plan/plan.ts';
import { runBody } from '../run/body.ts';
import { bind } from '../run/call-function.ts';
import type { Why } from './determined.ts';
import { allOf } from './determined.ts';
import { whyOf, whyOfNamed } from './why.ts';

/** A function's value was determined by its arguments, and by whatever decisions its body read for them. */
export function whyOfFunctionCall({ function: called, arguments: given }: FunctionCall, compiler: Compiler): Why | undefined {
  const planned = compiler.plan.functionOf.get(called);
  const ofArguments = allOf(given.map((argument) => whyOf(argument, compiler)));
  const ofBody = planned === undefined ? undefined : whyOfFunction(planned, closuresOf(compiler.plan));
  if (planned === undefined || ofBody === undefined) return ofArguments;
  const values = given.map((argument) => compiler.expression(argument));
  return allOf([
    ofArguments,
    (frame, determined) => {
      const held = planned.parameters.map((variable) => frame.variables[variable] ?? null);
      bind(frame, planned, values.map((value) => value(frame)));
      ofBody(frame, determined);
      bind(frame, planned, held);
    },
  ]);
}

const known = new WeakMap<PlannedFunction, { readonly why: Why | undefined }>();

function whyOfFunction(called: PlannedFunction, closures: ClosuresPlan): Why | undefined {
  const ready = known.get(called);
  if (ready !== undefined) return ready.why;
  const why = whyOfFunctionBody(called, closures);
  known.set(called, { why });
  return why;
}

function whyOfFunctionBody(called: PlannedFunction, closures: ClosuresPlan): Why | undefined {
  const { body, index } = called;
  if (body === undefined) return undefined;
  const compiler = closures.compilerOf(called);
  if (body.kind === 'expression') return whyOf(body.expression, compiler);
  const columns = whyOfColumns(body, compiler);
  const rows = whysOfRows(body, compiler);
  const code = closures.functions[index];
  if (code === undefined || rows.every((why) => why === undefined)) return columns;
  return allOf([columns, (frame, determined) => runBody(frame, body, code, undefined).fired.forEach((row) => rows[row.index]?.(frame, determined))]);
}

/** All columns of a table are computed, whatever rows match. */
export function whyOfColumns({ table }: PlannedTable, compiler: Compiler): Why | undefined {
  return allOf(table.columns.map(({ expression }) => whyOf(expression, compiler)));
}

/** By row: what its computed cells and its outputs add, if it fired. */
function whysOfRows({ rows }: PlannedTable, compiler: Compiler): readonly (Why | undefined)[] {
  return rows.map((row) => allOf([whyOfCells(row, compiler), whyOfOutputs(row, compiler)]));
}

export function whyOfCells({ row }: PlannedRow, compiler: Compiler): Why | undefined {
  return allOf(row.cells.flatMap(expressionsOfTest).map((part) => whyOfNamed(part, compiler)));
}

export function whyOfOutputs({ row }: PlannedRow, compiler: Compiler): Why | undefined {
  return allOf(row.outputs.map((output) => whyOf(output, compiler)));
}
