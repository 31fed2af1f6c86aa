/** What generated code calls, by these names. */
import { feelError } from '../../feel/values/error.ts';
import { FeelFunction } from '../../feel/values/function.ts';
import { kindOf } from '../../feel/values/kind.ts';
import { Decimal, roundToMultiple } from '../../feel/values/decimal.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { RoundingMethod } from '../../read/tree/statement.ts';
import type { Span } from '../../read/tree/span.ts';
import type { PlannedTable } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';
import type { Work } from '../run/work.ts';
import { charge } from '../run/work.ts';

export { addValues, divideValues, multiplyValues, negateValue, powerValues, subtractValues } from '../../feel/values/arithmetic.ts';
export { compare, equal } from '../../feel/values/compare.ts';
export { FeelRange } from '../../feel/values/range.ts';
export { MISSING } from '../../feel/values/value.ts';
export { callBuiltin } from '../run/call-builtin.ts';
export { callFunction } from '../run/call-function.ts';
export { entryOf } from '../run/entry.ts';
export { elementAt, filtered } from '../run/filter.ts';
export { iterate, iterateBetween } from '../run/iterate.ts';
export { liesWithin } from '../run/membership.ts';
export { placed } from '../closures/compiler.ts';
export { charged, chargedExponent } from '../run/work.ts';
export { charge };

/** What must be true or false. */
export function truth(value: Value): boolean {
  if (value === true || value === false) return value;
  throw feelError('condition-not-boolean', { found: kindOf(value) });
}

/** What must not be missing; `path` names it. */
export function present(value: Value | Missing, path: string): Value {
  if (value === MISSING) throw feelError('value-missing', { path });
  return value;
}

export function rounded(value: Value, step: Decimal, method: RoundingMethod): Value {
  if (!(value instanceof Decimal)) throw feelError('not-a-number', { found: kindOf(value) });
  return roundToMultiple(value, step, method);
}

/** A function value that may be called. */
export function callable(value: Value): FeelFunction {
  if (!(value instanceof FeelFunction)) throw feelError('not-callable', { found: kindOf(value) });
  return value;
}

/** A function value; each call is one step of work. `span` is where it is written. */
export function functionValue(work: Work, parameters: readonly string[], span: Span, body: (...values: readonly Value[]) => Value): FeelFunction {
  return new FeelFunction(parameters, (values) => {
    charge(work, 1);
    if (values.length !== parameters.length) throw feelError('argument-count', { expected: parameters.length, found: values.length }).at(span);
    return body(...values);
  });
}

/** A context of these names; entries that are missing are left out. */
export function contextOf(names: readonly string[], values: readonly (Value | Missing)[]): Value {
  const context = new Map<string, Value>();
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index];
    const value = values[index];
    if (name !== undefined && value !== undefined && value !== MISSING) context.set(name, value);
  }
  return context;
}

/** Matches row by row: for a column whose value is not of its static type, which no index can place. */
export function matchRowByRow(frame: Frame, table: PlannedTable, values: readonly (Value | Missing)[]): number | readonly number[] {
  return frame.prepared.closures.tableOf(table).matchValues(values, frame);
}
