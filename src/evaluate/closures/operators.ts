import { addValues, divideValues, multiplyValues, negateValue, powerValues, subtractValues } from '../../feel/values/arithmetic.ts';
import { compare, equal } from '../../feel/values/compare.ts';
import { Decimal, roundToMultiple } from '../../feel/values/decimal.ts';
import { feelError } from '../../feel/values/error.ts';
import { kindOf } from '../../feel/values/kind.ts';
import type { Comparison, Value } from '../../feel/values/value.ts';
import type { Arithmetic, Compare, InstanceTest, Negate, Rounding } from '../../model/expression.ts';
import type { ArithmeticOperator } from '../../read/tree/expression.ts';
import type { Condition, Evaluate } from '../engine.ts';
import { isInstance } from '../run/conform.ts';
import type { Compiler } from './compiler.ts';
import { placed } from './compiler.ts';

const arithmeticOf: Readonly<Record<ArithmeticOperator, (a: Value, b: Value) => Value>> = {
  '+': addValues,
  '-': subtractValues,
  '*': multiplyValues,
  '/': divideValues,
  '**': powerValues,
};

export function arithmetic({ operator, left, right, span }: Arithmetic, { expression }: Compiler): Evaluate {
  const compute = arithmeticOf[operator];
  const first = expression(left);
  const second = expression(right);
  return (frame) => {
    try {
      return compute(first(frame), second(frame));
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}

export function negation({ operand, span }: Negate, { expression }: Compiler): Evaluate {
  const evaluate = expression(operand);
  return (frame) => {
    try {
      return negateValue(evaluate(frame));
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}

/** Each comparison as a function of its own, so that none decides again which it is. */
export const comparisonOf: Readonly<Record<Comparison, (a: Value, b: Value) => boolean>> = {
  '=': equal,
  '!=': (a, b) => !equal(a, b),
  '<': (a, b) => compare(a, b) < 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>': (a, b) => compare(a, b) > 0,
  '>=': (a, b) => compare(a, b) >= 0,
};

export function comparison({ operator, left, right, span }: Compare, { expression }: Compiler): Condition {
  const holds = comparisonOf[operator];
  const first = expression(left);
  const second = expression(right);
  return (frame) => {
    try {
      return holds(first(frame), second(frame));
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}

export function rounding({ value, method, step, span }: Rounding, { expression }: Compiler): Evaluate {
  const evaluate = expression(value);
  return (frame) => {
    const number = evaluate(frame);
    if (!(number instanceof Decimal)) throw feelError('not-a-number', { found: kindOf(number) }).at(span);
    try {
      return roundToMultiple(number, step, method);
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}

export function instanceTest({ value, tested }: InstanceTest, { expression }: Compiler): Condition {
  const evaluate = expression(value);
  const conforms = isInstance(tested);
  return (frame) => conforms(evaluate(frame));
}
