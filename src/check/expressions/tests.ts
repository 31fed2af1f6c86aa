import type { CellTest, Typed } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { Type } from '../../model/type.ts';
import type { ComparisonOperator, Expression, RangeLiteral, Test } from '../../read/tree/expression.ts';
import { isBroken } from '../types/broken.ts';
import { areComparable, boundFits } from './comparisons.ts';
import { infer } from './infer.ts';
import { inferRange } from './lists.ts';
import { problem, variable, type Scope, type Tested } from './scope.ts';

/** What a cell tests: a column's value, the left side of `in`, a value of the type being constrained. */
export interface Subject {
  readonly type: Type;
  readonly mayBeMissing: boolean;
  /** As written, for messages. */
  readonly name: string | undefined;
}

/** The tests of a cell, of which one must hold. A test that is wrong is reported and passes as `any`. */
export function checkTests(tests: readonly Test[], span: Test['span'], subject: Subject, scope: Scope): CellTest {
  const [first, ...rest] = tests;
  if (first !== undefined && rest.length === 0) return checkTest(first, subject, scope);
  return { kind: 'one of', tests: tests.map((test) => checkTest(test, subject, scope)), span };
}

function checkTest(test: Test, subject: Subject, scope: Scope): CellTest {
  const { span } = test;
  switch (test.kind) {
    case 'any':
      return { kind: 'any', span };
    case 'not':
      return { kind: 'not', test: checkTests(test.tests, span, subject, scope), span };
    case 'compare':
      return comparison(test.operator, test.operand, subject, span, scope);
    case 'expression':
      return expressionTest(test.expression, subject, scope);
  }
}

/** `> 90`, `= missing`, `!= missing`. */
function comparison(operator: ComparisonOperator, operand: Expression, subject: Subject, span: Test['span'], scope: Scope): CellTest {
  if (operand.kind === 'missing' && (operator === '=' || operator === '!=')) {
    const test = missingTest(subject, span, scope);
    return operator === '=' ? test : { kind: 'not', test, span };
  }
  const bound = infer(operand, scope, subject.type);
  if (!canEqual(operator, bound, subject, span, scope)) return { kind: 'any', span };
  return { kind: 'compare', operator, operand: bound, span };
}

function missingTest(subject: Subject, span: Test['span'], scope: Scope): CellTest {
  if (subject.mayBeMissing || isBroken(subject.type)) return { kind: 'missing', span };
  problem(scope, 'never-missing', span, { name: subject.name });
  return { kind: 'any', span };
}

function canEqual(operator: ComparisonOperator, bound: Typed, subject: Subject, span: Test['span'], scope: Scope): boolean {
  const value = variable('?', subject.type, span);
  return areComparable(operator, value, bound, span, scope) && boundFits(operator, bound, value, scope);
}

function expressionTest(expression: Expression, subject: Subject, scope: Scope): CellTest {
  const { span } = expression;
  switch (expression.kind) {
    case 'parenthesized':
      return expressionTest(expression.inner, subject, scope);
    case 'missing':
      return missingTest(subject, span, scope);
    case 'range':
      return subject.type.kind === 'range' ? computedTest(expression, subject, scope) : rangeTest(expression, subject, scope);
    case 'list':
      if (subject.type.kind === 'list') return computedTest(expression, subject, scope);
      return { kind: 'one of', tests: expression.items.map((item) => expressionTest(item, subject, scope)), span };
    default:
      return computedTest(expression, subject, scope);
  }
}

/** `1..30`, `[a..b)`. */
function rangeTest(expression: RangeLiteral, subject: Subject, scope: Scope): CellTest {
  const { span, lowClosed, highClosed } = expression;
  const range = inferRange(expression, scope, { kind: 'range', item: subject.type });
  if (range.kind !== 'range') return { kind: 'any', span };
  const ends = [range.low, range.high].filter((end) => end !== undefined);
  const fits = ends.every((end) => canEqual('<=', end, subject, end.span, scope));
  return fits ? { kind: 'between', low: range.low, high: range.high, lowClosed, highClosed, span } : { kind: 'any', span };
}

/** A value to equal, a range or list to lie in, or a condition that names `?`. */
function computedTest(expression: Expression, subject: Subject, scope: Scope): CellTest {
  const { span } = expression;
  const tested: Tested = { type: subject.type, variable: undefined };
  const computed = infer(expression, { ...scope, tested }, subject.type);
  if (isBroken(computed.type)) return { kind: 'any', span };
  if (tested.variable !== undefined) return conditionTest(tested.variable, computed, scope);
  if (holdsValues(computed.type, subject.type)) return containerTest(computed, subject, scope);
  return canEqual('=', computed, subject, span, scope) ? { kind: 'compare', operator: '=', operand: computed, span } : { kind: 'any', span };
}

function conditionTest(name: string, condition: Typed, scope: Scope): CellTest {
  const { span, type } = condition;
  if (type.kind === 'boolean' || type.kind === 'any') return { kind: 'holds', variable: name, condition, span };
  problem(scope, 'condition-expected', span, { found: typeText(type) });
  return { kind: 'any', span };
}

/** Whether a computed value is something that the tested value lies in, rather than equals. */
function holdsValues(computed: Type, subject: Type): computed is Type & { readonly kind: 'list' | 'range' } {
  return (computed.kind === 'list' || computed.kind === 'range') && computed.kind !== subject.kind;
}

function containerTest(container: Typed, subject: Subject, scope: Scope): CellTest {
  const { span, type } = container;
  const item = type.kind === 'list' || type.kind === 'range' ? type.item : type;
  const operator = type.kind === 'range' ? '<=' : '=';
  const fits = canEqual(operator, variable('', item, span), subject, span, scope);
  return fits ? { kind: 'within', container, span } : { kind: 'any', span };
}
