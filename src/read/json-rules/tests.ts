import type { ComparisonOperator, Expression, Test } from '../tree/expression.ts';
import type { Span } from '../tree/span.ts';
import type { Condition } from './conditions.ts';
import { comparisons, readOperands, type ColumnReading } from './operands.ts';

/** The tests of a cell, of which one holds where all of these conditions do. */
export function testsOfAll(reading: ColumnReading, conditions: readonly Condition[], span: Span): readonly Test[] {
  const [first, second] = conditions;
  if (first === undefined) return [{ kind: 'any', span }];
  if (second === undefined) return testsOf(reading, first);
  const range = conditions.length === 2 ? rangeOf(reading, first, second, span) : undefined;
  if (range !== undefined) return [{ kind: 'expression', expression: range, span }];
  // Tests stand for "or": that all hold is that none of the opposites does.
  const opposites = conditions.flatMap((condition): readonly Test[] => {
    const tests = testsOf(reading, condition);
    const [only] = tests;
    if (only?.kind === 'not' && tests.length === 1) return only.tests;
    return [tests.length === 1 && only !== undefined ? opposite(only) : { kind: 'not', tests, span: condition.span }];
  });
  return [{ kind: 'not', tests: opposites, span }];
}

/** The same for one condition. */
function testsOf(reading: ColumnReading, condition: Condition): readonly Test[] {
  const { span } = condition;
  switch (condition.kind) {
    case 'any':
      return condition.of.length === 0 ? [{ kind: 'any', span }] : condition.of.flatMap((each) => testsOf(reading, each));
    case 'all':
      return testsOfAll(reading, condition.of, span);
    case 'not':
      return [{ kind: 'not', tests: testsOf(reading, condition.of), span }];
    case 'test': {
      const equal = (readOperands(reading, condition) ?? []).map((operand): Test => ({ kind: 'expression', expression: operand, span: operand.span }));
      const operator = comparisons.get(condition.operator);
      if (operator === undefined) return condition.operator.startsWith('not') ? [{ kind: 'not', tests: equal, span }] : equal;
      return equal.map((test): Test => (test.kind === 'expression' ? { kind: 'compare', operator, operand: test.expression, span } : test));
    }
  }
}

/** A lower and an upper bound: `1..7`, `(1..7]`. */
function rangeOf(reading: ColumnReading, first: Condition, second: Condition, span: Span): Expression | undefined {
  const bounds = [first, second].filter((each) => each.kind === 'test');
  const lower = bounds.find(({ operator }) => operator.startsWith('greater'));
  const upper = bounds.find(({ operator }) => operator.startsWith('less'));
  const [low] = (lower && readOperands(reading, lower)) ?? [];
  const [high] = (upper && readOperands(reading, upper)) ?? [];
  if (low === undefined || high === undefined) return undefined;
  const [lowClosed, highClosed] = [lower, upper].map((bound) => bound?.operator.endsWith('Inclusive') === true);
  return { kind: 'range', bracketed: lowClosed !== true || highClosed !== true, low, high, lowClosed: lowClosed === true, highClosed: highClosed === true, span };
}

/** A test that holds for the other values. */
function opposite(test: Test): Test {
  const { span } = test;
  if (test.kind === 'compare') return { ...test, operator: opposites[test.operator] };
  return { kind: 'not', tests: [test], span };
}

const opposites: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };
