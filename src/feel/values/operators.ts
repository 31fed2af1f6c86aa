import type { ArithmeticOperator } from '../../read/tree/expression.ts';
import { addValues, divideValues, multiplyValues, powerValues, subtractValues } from './arithmetic.ts';
import { compare, equal } from './compare.ts';
import type { Comparison, Value } from './value.ts';

/** FEEL's arithmetic by operator. Throws FeelError where FEEL has null. */
export const arithmeticOf: Readonly<Record<ArithmeticOperator, (a: Value, b: Value) => Value>> = {
  '+': addValues,
  '-': subtractValues,
  '*': multiplyValues,
  '/': divideValues,
  '**': powerValues,
};

/** Each comparison as a function of its own, so that none decides again which it is. Throws FeelError as `equal` and `compare` do. */
export const comparisonOf: Readonly<Record<Comparison, (a: Value, b: Value) => boolean>> = {
  '=': equal,
  '!=': (a, b) => !equal(a, b),
  '<': (a, b) => compare(a, b) < 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>': (a, b) => compare(a, b) > 0,
  '>=': (a, b) => compare(a, b) >= 0,
};
