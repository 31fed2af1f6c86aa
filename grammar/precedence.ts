import type { Binary, Expression } from '../src/read/tree/expression.ts';
import { spanBetween, type Span } from '../src/read/tree/span.ts';

type Operator = Binary['operator'];

/** How tightly an operator binds (DMN 1.5, clause 10.3.1.2). All of them group from the left. */
const strength: Readonly<Record<Operator, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '**': 6,
};

export interface FollowingOperand {
  readonly operator: Operator;
  readonly operatorSpan: Span;
  readonly operand: Expression;
}

/** Groups `first op a op b …` by precedence. One loop instead of a rule per level keeps the parser's stack shallow. */
export function groupByPrecedence(first: Expression, rest: readonly FollowingOperand[]): Expression {
  const operands: Expression[] = [first];
  const waiting: FollowingOperand[] = [];
  const reduce = (): void => {
    const right = operands.pop();
    const left = operands.pop();
    const by = waiting.pop();
    if (left === undefined || right === undefined || by === undefined) return;
    const { operator, operatorSpan } = by;
    operands.push({ kind: 'binary', operator, operatorSpan, left, right, span: spanBetween(left.span, right.span) });
  };
  for (const next of rest) {
    let last = waiting.at(-1);
    while (last !== undefined && strength[last.operator] >= strength[next.operator]) {
      reduce();
      last = waiting.at(-1);
    }
    waiting.push(next);
    operands.push(next.operand);
  }
  while (waiting.length > 0) reduce();
  return operands[0] ?? first;
}
