import { FeelError } from '../feel/values/error.ts';
import { arithmetic, negateValue } from '../feel/values/arithmetic.ts';
import { FeelRange } from '../feel/values/range.ts';
import type { Value } from '../feel/values/value.ts';
import type { Typed } from '../model/expression.ts';

/**
 * The value of an expression that reads nothing: a literal, or what is computed from literals alone. Undefined where it
 * reads a fact, a decision, a variable or the date, and where it fails (it must fail at run time, at its own place).
 */
export function constantOf(expression: Typed): Value | undefined {
  try {
    return fold(expression);
  } catch (error) {
    if (error instanceof FeelError) return undefined;
    throw error;
  }
}

function fold(expression: Typed): Value | undefined {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'negate': {
      const operand = fold(expression.operand);
      return operand === undefined ? undefined : negateValue(operand);
    }
    case 'arithmetic': {
      const left = fold(expression.left);
      const right = fold(expression.right);
      return left === undefined || right === undefined ? undefined : arithmetic(expression.operator, left, right);
    }
    case 'list':
      return all(expression.items.map(fold));
    case 'range': {
      const ends = all([expression.low, expression.high].map((end) => (end === undefined ? null : fold(end))));
      const [low, high] = ends ?? [];
      return low === undefined || high === undefined ? undefined : new FeelRange(low, high, expression.lowClosed, expression.highClosed);
    }
    case 'builtin': {
      const given = expression.arguments.map((argument) => argument && fold(argument));
      const known = given.every((value, index) => value !== undefined || expression.arguments[index] === undefined);
      return known ? expression.signature.call(given) : undefined;
    }
    default:
      return undefined;
  }
}

function all(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}
