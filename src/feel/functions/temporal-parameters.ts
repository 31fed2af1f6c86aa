import type { BuiltinParameter, BuiltinSignature } from './builtin.ts';
import { Decimal, decimalOf, toSafeInteger } from '../values/decimal.ts';
import { FeelDate, FeelDateTime } from '../values/temporal.ts';
import type { FeelError } from '../values/error.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { feelError } from '../values/error.ts';
import { kindOf } from '../values/kind.ts';
import type { TemporalKind, Type } from '../../model/type.ts';
import type { Value } from '../values/value.ts';

export const ANY: Type = { kind: 'any' };
export const TEXT: Type = { kind: 'text', allowed: undefined };
export const NUMBER: Type = { kind: 'number', unit: { kind: 'number' }, grain: undefined, allowed: undefined };
/** A number without a fraction. */
export const WHOLE: Type = { kind: 'number', unit: { kind: 'number' }, grain: decimalOf(1), allowed: undefined };

export function temporalType(kind: TemporalKind): Type {
  return { kind, allowed: undefined };
}

export function parameter(name: string, type: Type, optional = false): BuiltinParameter {
  return { name, type, optional };
}

/** A signature whose result has one type, whatever is given. Arguments left out reach `call` as null, as in FEEL. */
export function signature(parameters: readonly BuiltinParameter[], result: Type, call: (values: readonly Value[]) => Value): BuiltinSignature {
  return {
    parameters,
    variadic: false,
    result: () => result,
    call: (values) => call(parameters.map((_, index) => values[index] ?? null)),
  };
}

export function badArgument(functionName: string, name: string, found: Value, expected: Phrase): FeelError {
  return feelError('bad-argument', { function: functionName, parameter: name, expected, found: kindOf(found) });
}

/** A whole number. Throws FeelError `bad-argument`. */
export function wholeArgument(functionName: string, name: string, value: Value): number {
  const whole = value instanceof Decimal ? toSafeInteger(value) : undefined;
  if (whole === undefined) throw badArgument(functionName, name, value, { en: 'a whole number', zh: '整数' });
  return whole;
}

/** A date, or the date of a date and time. Throws FeelError `bad-argument`. */
export function dateArgument(functionName: string, name: string, value: Value): FeelDate {
  if (value instanceof FeelDate) return value;
  if (value instanceof FeelDateTime) return value.date;
  throw badArgument(functionName, name, value, { en: 'a date, or a date and time', zh: '日期，或日期和时间' });
}
