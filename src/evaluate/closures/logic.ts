import type { Conditional, Logic, Membership } from '../../model/expression.ts';
import type { Condition, Evaluate } from '../engine.ts';
import type { Compiler } from './compiler.ts';
import { placed } from './compiler.ts';

/** Left to right, stopping early: what is not reached is not computed, and cannot fail. */
export function logic({ operator, left, right }: Logic, { condition }: Compiler): Condition {
  const first = condition(left);
  const second = condition(right);
  return operator === 'and' ? (frame) => first(frame) && second(frame) : (frame) => first(frame) || second(frame);
}

export function conditional({ condition, then, otherwise }: Conditional, compiler: Compiler): Evaluate {
  const decide = compiler.condition(condition);
  const yes = compiler.expression(then);
  const no = compiler.expression(otherwise);
  return (frame) => (decide(frame) ? yes(frame) : no(frame));
}

export function membership({ value, test, span }: Membership, compiler: Compiler): Condition {
  const evaluate = compiler.orMissing(value);
  const check = compiler.check(test, value.type);
  return (frame) => {
    try {
      return check(evaluate(frame), frame);
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}
