import type { ComparisonOperator, Expression, RangeLiteral } from '../../src/read/tree/expression.ts';
import type { Span } from '../../src/read/tree/span.ts';

/** `low..high` without brackets, either end perhaps left out: both ends closed. */
export function bareRange(low: Expression | undefined, high: Expression | undefined, span: Span): RangeLiteral {
  return { kind: 'range', bracketed: false, low, high, lowClosed: true, highClosed: true, span };
}

/** `(< 5)` is the range of all that lies below 5; `(= 5)` and `(!= 5)` are ranges too. */
export function rangeFromComparison(operator: ComparisonOperator, bound: Expression, span: Span): RangeLiteral {
  const range = { kind: 'range', bracketed: true, span } as const;
  switch (operator) {
    case '=':
    case '!=':
      return { ...range, low: bound, high: bound, lowClosed: operator === '=', highClosed: operator === '=', comparison: operator };
    case '<':
    case '<=':
      return { ...range, low: undefined, high: bound, lowClosed: false, highClosed: operator === '<=' };
    case '>':
    case '>=':
      return { ...range, low: bound, high: undefined, lowClosed: operator === '>=', highClosed: false };
  }
}
