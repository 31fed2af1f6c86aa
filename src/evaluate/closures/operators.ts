import { negateValue } from '../../feel/values/arithmetic.ts';
import { Decimal, roundToMultiple } from '../../feel/values/decimal.ts';
import { feelError } from '../../feel/values/error.ts';
import { kindOf } from '../../feel/values/kind.ts';
import { arithmeticOf, comparisonOf } from '../../feel/values/operators.ts';
import type { Arithmetic, Compare, InstanceTest, Negate, Rounding } from '../../model/expression.ts';
import type { Condition, Evaluate } from '../engine.ts';
import { isInstance } from '../run/conform.ts';
import { chargedExponent } from '../run/work.ts';
import type { Compiler } from './compiler.ts';
import { placed } from './compiler.ts';

export function arithmetic({ operator, left, right, span }: Arithmetic, { expression }: Compiler): Evaluate {
  const compute = arithmeticOf[operator];
  const first = expression(left);
  const last = expression(right);
  const second: Evaluate = operator === '**' ? (frame) => chargedExponent(frame.work, last(frame)) : last;
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
