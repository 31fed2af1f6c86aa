import type { Typed } from '../../model/expression.ts';
import type { Binary, LogicalOperator } from '../../read/tree/expression.ts';
import { inferConditionOf } from './conditions.ts';
import { presentWhen } from './presence.ts';
import { withPresent, type Scope } from './scope.ts';

/** `a and b`, `a or b`: the right side is reached only when the left has not decided, so the left guards it. */
export function inferLogic(expression: Binary, operator: LogicalOperator, scope: Scope): Typed {
  const left = inferConditionOf(expression.left, scope);
  const reached = withPresent(scope, presentWhen(left, operator === 'and'));
  const right = inferConditionOf(expression.right, reached);
  return { kind: 'logic', operator, left, right, type: { kind: 'boolean' }, span: expression.span };
}
