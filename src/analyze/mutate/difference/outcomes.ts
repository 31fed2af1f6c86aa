import { constantOf } from '../../../boxes/constant.ts';
import type { Value } from '../../../feel/values/value.ts';
import type { Typed } from '../../../model/expression.ts';
import type { Decision, ModelBody } from '../../../model/policy.ts';

/** Every value that a decision of one value can come to; undefined where something computes it. */
export function outcomesOf({ bodies, exceptions }: Decision): ReadonlySet<Value> | undefined {
  const given = [...bodies.map(outcomesOfBody), ...exceptions.map(({ then }) => outcomesOfExpression(then))];
  return given.some((each) => each === undefined) ? undefined : new Set(given.flatMap((each) => each ?? []));
}

function outcomesOfBody(body: ModelBody): readonly Value[] | undefined {
  if (body.kind === 'expression') return outcomesOfExpression(body.expression);
  const givesOneRow = body.hitPolicy === 'unique' || body.hitPolicy === 'any' || body.hitPolicy === 'first' || body.hitPolicy === 'priority';
  if (!givesOneRow || body.outputs.length !== 1 || body.rounding !== undefined) return undefined;
  return together(body.rows.flatMap(({ outputs }) => outputs.map(outcomesOfExpression)));
}

function outcomesOfExpression(expression: Typed): readonly Value[] | undefined {
  if (expression.kind === 'if') return together([expression.then, expression.otherwise].map(outcomesOfExpression));
  const value = constantOf(expression);
  return value === undefined ? undefined : [value];
}

function together(each: readonly (readonly Value[] | undefined)[]): readonly Value[] | undefined {
  return each.some((values) => values === undefined) ? undefined : each.flatMap((values) => values ?? []);
}
