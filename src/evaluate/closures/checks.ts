import { comparisonOf } from '../../feel/values/operators.ts';
import type { Comparison, Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { CellTest, Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Evaluate } from '../engine.ts';
import { liesWithin } from '../run/membership.ts';
import type { Check, Compiler } from './compiler.ts';
import { placed } from './compiler.ts';

/** The check of a cell. For a missing value every test but `-` and `missing` is false, `not(…)` included. */
export function checkOf(test: CellTest, type: Type, compiler: Compiler): Check {
  switch (test.kind) {
    case 'any':
      return () => true;
    case 'missing':
      return (value) => value === MISSING;
    case 'compare':
      return comparing(test.operator, test.operand, type, test.span, compiler);
    case 'between':
      return between(test, type, compiler);
    case 'within': {
      const container = compiler.expression(test.container);
      return present(test.span, (value, frame) => liesWithin(value, container(frame)));
    }
    case 'holds': {
      const { inner, place } = compiler.within(test.variable);
      const condition = inner.condition(test.condition);
      return present(test.span, (value, frame) => {
        frame.variables[place] = value;
        return condition(frame);
      });
    }
    case 'one of': {
      const checks = test.tests.map((each) => compiler.check(each, type));
      return (value, frame) => checks.some((check) => check(value, frame));
    }
    case 'not': {
      const check = compiler.check(test.test, type);
      return (value, frame) => value !== MISSING && !check(value, frame);
    }
  }
}

function comparing(operator: Comparison, operand: Typed, type: Type, span: Span, { expression }: Compiler): Check {
  if (operand.kind === 'constant') return comparingWithConstant(operator, operand.value, type, span);
  const holds = comparisonOf[operator];
  const evaluate = expression(operand);
  return present(span, (value, frame) => holds(value, evaluate(frame)));
}

function comparingWithConstant(operator: Comparison, constant: Value, type: Type, span: Span): Check {
  // Members of one enum, booleans and texts are equal exactly if they are identical.
  if (type.kind === 'enum' || type.kind === 'boolean' || type.kind === 'text') {
    if (operator === '=') return (value) => value === constant;
    if (operator === '!=') return (value) => value !== constant && value !== MISSING;
  }
  const holds = comparisonOf[operator];
  return present(span, (value) => holds(value, constant));
}

function between({ low, high, lowClosed, highClosed, span }: CellTest & { readonly kind: 'between' }, type: Type, compiler: Compiler): Check {
  const above = low === undefined ? undefined : comparing(lowClosed ? '>=' : '>', low, type, span, compiler);
  const below = high === undefined ? undefined : comparing(highClosed ? '<=' : '<', high, type, span, compiler);
  return (value, frame) => value !== MISSING && (above === undefined || above(value, frame)) && (below === undefined || below(value, frame));
}

/** A check that is false for a missing value, and whose errors lie at the cell. */
function present(span: Span, check: (value: Value, frame: Parameters<Evaluate>[0]) => boolean): Check {
  return (value: Value | Missing, frame) => {
    if (value === MISSING) return false;
    try {
      return check(value, frame);
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}
