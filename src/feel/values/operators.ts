import type { ArithmeticOperator } from '../../read/tree/expression.ts';
import { addValues, divideValues, multiplyValues, powerValues, subtractValues } from './arithmetic.ts';
import { compare, equal } from './compare.ts';
import { Decimal, toSafeInteger } from './decimal.ts';
import type { Comparison, Value } from './value.ts';

/** FEEL's arithmetic by operator. Throws FeelError where FEEL has null. */
export const arithmeticOf: Readonly<Record<ArithmeticOperator, (a: Value, b: Value) => Value>> = {
  '+': addValues,
  '-': subtractValues,
  '*': multiplyValues,
  '/': divideValues,
  '**': powerValues,
};

/** Steps of work of `a ** b`: a squaring for each bit of a whole exponent, a logarithm for any other. */
export function costOfPower(exponent: Value): number {
  if (!(exponent instanceof Decimal)) return 0;
  const whole = toSafeInteger(exponent);
  return whole === undefined ? STEPS_OF_A_SERIES : 4 * Math.ceil(Math.log2(Math.abs(whole) + 1));
}

/** What a logarithm or exponential takes, beside a turn of a loop. */
export const STEPS_OF_A_SERIES = 60;

/** Each comparison as a function of its own, so that none decides again which it is. Throws FeelError as `equal` and `compare` do. */
export const comparisonOf: Readonly<Record<Comparison, (a: Value, b: Value) => boolean>> = {
  '=': equal,
  '!=': (a, b) => !equal(a, b),
  '<': (a, b) => compare(a, b) < 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>': (a, b) => compare(a, b) > 0,
  '>=': (a, b) => compare(a, b) >= 0,
};
