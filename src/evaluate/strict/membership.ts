import { isList } from '../../feel/functions/shapes.ts';
import type { Value } from '../../feel/values/value.ts';
import type { In, Test } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { isOrLiesIn } from '../run/membership.ts';
import { charged } from '../run/work.ts';
import type { Compiler } from './compiler.ts';
import { mentions } from './mentions.ts';
import { anyOf, comparing, opposite, truthOf } from './operators.ts';
import { bind, nullFor, type Decide, type Evaluate, type Scope, type Truth } from './scope.ts';

/** The name under which a cell's expressions read the value that it tests. */
export const TESTED = '?';

/** `value in (tests)`. */
export function membership({ value, tests }: In, compiler: Compiler): Evaluate {
  const evaluate = compiler.expression(value);
  const holds = compiler.within(TESTED).tests({ tests });
  return (scope) => holds(bind(scope, evaluate(scope)));
}

/** Tests of the value bound innermost, of which one must hold. */
export function testsOf(tests: readonly Test[], compiler: Compiler): Decide {
  return anyOf(tests.map((test) => testOf(test, compiler)));
}

function testOf(test: Test, compiler: Compiler): Decide {
  switch (test.kind) {
    case 'any':
      return () => true;
    case 'compare': {
      const operand = compiler.expression(test.operand);
      return (scope) => comparing(test.operator, scope.value, operand(scope), scope, test.span);
    }
    case 'not': {
      const inner = testsOf(test.tests, compiler);
      return (scope) => opposite(inner(scope));
    }
    case 'expression': {
      const evaluate = compiler.expression(test.expression);
      // One that reads `?` is a condition rather than a value to compare with.
      if (mentions(test.expression, ({ kind }) => kind === 'input value')) return (scope) => truthOf(evaluate(scope));
      return (scope) => matches(scope.value, charged(scope.run.work, evaluate(scope)), scope, test.span);
    }
  }
}

/** A value that a test computes: one to equal, a range to lie in, or a list that is the value or has an item of the kind. */
function matches(value: Value, test: Value, scope: Scope, span: Span): Truth {
  if (!isList(test)) return isOne(value, test, scope, span);
  const whole = isList(value) ? isOne(value, test, scope, span) : false;
  return whole === false ? test.some((item) => isOne(value, item, scope, span) === true) : whole;
}

function isOne(value: Value, item: Value, scope: Scope, span: Span): Truth {
  try {
    return isOrLiesIn(value, item);
  } catch (thrown) {
    return nullFor(thrown, scope, span);
  }
}
