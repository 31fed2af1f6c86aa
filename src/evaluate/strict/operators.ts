import { negateValue } from '../../feel/values/arithmetic.ts';
import { arithmeticOf, comparisonOf } from '../../feel/values/operators.ts';
import type { Comparison, Value } from '../../feel/values/value.ts';
import type { ArithmeticOperator, Between, Binary, LogicalOperator, Negation } from '../../read/tree/expression.ts';
import { charged, chargedExponent } from '../run/work.ts';
import type { Compiler } from './compiler.ts';
import { nullFor, type Decide, type Evaluate, type Scope, type Truth } from './scope.ts';

export function binary(node: Binary, compiler: Compiler): Evaluate {
  const { operator, span } = node;
  const left = compiler.expression(node.left);
  const right = compiler.expression(node.right);
  if (operator === 'and' || operator === 'or') return logic(operator, left, right);
  if (isArithmetic(operator)) return arithmetic(operator, left, right, span);
  return (scope) => comparing(operator, left(scope), right(scope), scope, span);
}

function isArithmetic(operator: ArithmeticOperator | Comparison): operator is ArithmeticOperator {
  return operator in arithmeticOf;
}

function arithmetic(operator: ArithmeticOperator, left: Evaluate, right: Evaluate, span: Binary['span']): Evaluate {
  const compute = arithmeticOf[operator];
  return (scope) => {
    const { work } = scope.run;
    const a = left(scope);
    const b = right(scope);
    try {
      const result = compute(a, operator === '**' ? chargedExponent(work, b) : b);
      return typeof result === 'string' ? charged(work, result) : result;
    } catch (thrown) {
      return nullFor(thrown, scope, span);
    }
  };
}

export function negation({ operand, span }: Negation, { expression }: Compiler): Evaluate {
  const evaluate = expression(operand);
  return (scope) => {
    const value = evaluate(scope);
    try {
      return negateValue(value);
    } catch (thrown) {
      return nullFor(thrown, scope, span);
    }
  };
}

/** FEEL's three-valued logic (DMN 1.5, table 50): the side that settles it need not be joined by one that is not null. */
function logic(operator: LogicalOperator, left: Evaluate, right: Evaluate): Evaluate {
  const settling = operator === 'or';
  return (scope) => {
    const first = left(scope);
    if (first === settling) return settling;
    const second = right(scope);
    if (second === settling) return settling;
    return first === !settling && second === !settling ? !settling : null;
  };
}

/** `value between low and high`: `value >= low and value <= high`. */
export function between({ value, low, high, span }: Between, { expression }: Compiler): Evaluate {
  const [tested, from, to] = [expression(value), expression(low), expression(high)];
  return (scope) => {
    const given = tested(scope);
    return both(comparing('>=', given, from(scope), scope, span), comparing('<=', given, to(scope), scope, span));
  };
}

/** `a operator b`, null where FEEL does not compare the two. */
export function comparing(operator: Comparison, a: Value, b: Value, scope: Scope, span: Binary['span']): Truth {
  try {
    return comparisonOf[operator](charged(scope.run.work, a), b);
  } catch (thrown) {
    return nullFor(thrown, scope, span);
  }
}

export function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

/** True if any holds, else null if any is null. Stops at the first that holds. */
export function anyOf(tests: readonly Decide[]): Decide {
  return (scope) => {
    let answer: Truth = false;
    for (const test of tests) {
      const truth = test(scope);
      if (truth === true) return true;
      if (truth === null) answer = null;
    }
    return answer;
  };
}

export function opposite(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

export function truthOf(value: Value): Truth {
  return typeof value === 'boolean' ? value : null;
}
