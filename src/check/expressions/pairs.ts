import type { Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { Expression } from '../../read/tree/expression.ts';
import { infer } from './infer.ts';
import { isKnownName } from './names.ts';
import type { Scope } from './scope.ts';

interface Side {
  readonly expression: Expression;
  readonly scope: Scope;
}

/** Two expressions that should be of one type: a side that needs to be told its enum is read after the other. */
export function inferTogether(first: Side, second: Side, hint?: Type): readonly [Typed, Typed] {
  if (hint === undefined && needsHint(first.expression, first.scope)) {
    const right = infer(second.expression, second.scope);
    return [infer(first.expression, first.scope, right.type), right];
  }
  const left = infer(first.expression, first.scope, hint);
  return [left, infer(second.expression, second.scope, hint ?? left.type)];
}

/** Whether an expression contains a bare word that means nothing by itself: perhaps a member of the enum expected. */
export function needsHint(expression: Expression, scope: Scope): boolean {
  switch (expression.kind) {
    case 'name':
      return !isKnownName(expression.name, expression.span, scope);
    case 'parenthesized':
      return needsHint(expression.inner, scope);
    case 'if':
      return needsHint(expression.then, scope) || needsHint(expression.otherwise, scope);
    case 'list':
      return expression.items.some((item) => needsHint(item, scope));
    case 'range':
      return [expression.low, expression.high].some((end) => end !== undefined && needsHint(end, scope));
    default:
      return false;
  }
}
