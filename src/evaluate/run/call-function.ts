import { feelError } from '../../feel/values/error.ts';
import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import { typeText } from '../../model/type-text.ts';
import type { PlannedFunction } from '../plan/plan.ts';
import { reason } from '../reasons/reason.ts';
import { seenText } from './seen.ts';
import { runBody } from './body.ts';
import type { Conformance } from './conform.ts';
import type { Frame } from './frame.ts';
import { Undecided } from './undecided.ts';
import { charge } from './work.ts';

/**
 * Calls the function or parameter at `index` of the plan with arguments in the order of its parameters. Rows of its table
 * that fire are noted in the frame's trail. Throws FeelError without a place (the caller's is the call), and Undecided
 * where it is not in force or its table does not decide.
 */
export function callFunction(frame: Frame, index: number, values: readonly Value[]): Value {
  charge(frame.work, 1);
  const { plan, code, declared } = frame.prepared;
  const called = plan.functions[index];
  const body = code.functions[index];
  if (called === undefined) throw new Error(`the plan has no function ${index}`);
  if (called.body === undefined || body === undefined) throw notInForce(frame, called);
  checkArguments(called, values, declared.functions[index]?.parameters ?? []);
  // A function given to this one may call this one again, so what the parameters held is put back afterwards.
  const held = called.parameters.map((variable) => frame.variables[variable] ?? null);
  bind(frame, called, values);
  const { value, fired } = runBody(frame, called.body, body, undefined);
  bind(frame, called, held);
  for (const row of fired) frame.trail.push(row);
  if (declared.functions[index]?.result?.(value) === false) {
    throw feelError('result-outside-type', { name: called.name, value: seenText(value), type: typeText(called.function.type) });
  }
  return value;
}

/** Puts values where the function's body reads its parameters. */
export function bind(frame: Frame, { parameters }: PlannedFunction, values: readonly Value[]): void {
  for (const [position, variable] of parameters.entries()) frame.variables[variable] = values[position] ?? null;
}

function checkArguments(called: PlannedFunction, values: readonly Value[], tests: readonly (Conformance | undefined)[]): void {
  for (let position = 0; position < tests.length; position += 1) {
    const value = values[position] ?? null;
    if (tests[position]?.(value) !== false) continue;
    const parameter = called.function.parameters[position];
    if (parameter === undefined) continue;
    throw feelError('argument-outside-type', { function: called.name, parameter: parameter.name, value: seenText(value), type: typeText(parameter.type) });
  }
}

function notInForce(frame: Frame, { name, function: called }: PlannedFunction): Undecided {
  return new Undecided('no_match', [reason('not-in-force', called.span, { name, date: formatTemporal(frame.asOf) })]);
}
