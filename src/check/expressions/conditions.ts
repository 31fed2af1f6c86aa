import type { Typed } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { Type } from '../../model/type.ts';
import type { Expression, If } from '../../read/tree/expression.ts';
import { join } from '../types/join.ts';
import { infer } from './infer.ts';
import { inferTogether } from './pairs.ts';
import { presentWhen } from './presence.ts';
import { failed, problem, withPresent, type Scope } from './scope.ts';

const BOOLEAN: Type = { kind: 'boolean' };

/** An expression that must be true or false. */
export function inferConditionOf(expression: Expression, scope: Scope): Typed {
  const condition = infer(expression, scope, BOOLEAN);
  if (condition.type.kind === 'boolean' || condition.type.kind === 'any') return condition;
  problem(scope, 'condition-expected', expression.span, { found: typeText(condition.type) });
  return failed(expression.span);
}

/** `if condition then a else b`, where nothing is demanded of the branches but that they agree. */
export function inferIf({ condition, then, otherwise, span }: If, scope: Scope, hint: Type | undefined): Typed {
  const tested = inferConditionOf(condition, scope);
  const [whenTrue, whenFalse] = inferTogether(
    { expression: then, scope: withPresent(scope, presentWhen(tested, true)) },
    { expression: otherwise, scope: withPresent(scope, presentWhen(tested, false)) },
    hint,
  );
  const type = join(whenTrue.type, whenFalse.type);
  if (type === undefined) {
    problem(scope, 'branches-differ', span, { then: typeText(whenTrue.type), otherwise: typeText(whenFalse.type) });
    return failed(span);
  }
  return { kind: 'if', condition: tested, then: whenTrue, otherwise: whenFalse, type, span };
}
