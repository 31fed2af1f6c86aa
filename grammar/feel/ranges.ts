import type { ComparisonOperator, Expression, RangeLiteral } from '../../src/read/tree/expression.ts';
import type { Span } from '../../src/read/tree/span.ts';

/** `low..high` without brackets, either end perhaps left out: both ends closed. */
export function bareRange(low: Expression | undefined, high: Expression | undefined, span: Span): RangeLiteral {
  return { kind: 'range', bracketed: false, low, high, lowClosed: true, highClosed: true, span };
}

/** `(< 5)` is the range of all that lies below 5. */
export function rangeFromComparison(operator: ComparisonOperator, bound: Expression, span: Span): RangeLiteral {
  const upper = operator === '<' || operator === '<=';
  const closed = operator === '<=' || operator === '>=' || operator === '=';
  return {
    kind: 'range',
    bracketed: true,
    low: upper ? undefined : bound,
    high: operator === '>' || operator === '>=' ? undefined : bound,
    lowClosed: !upper && closed,
    highClosed: upper ? closed : operator === '=',
    span,
  };
}
