import type { Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision } from '../../model/policy.ts';

/** Every value that a decision's rows, expressions and exceptions give; undefined where one of them computes it. */
export function givenBy({ bodies, exceptions }: Decision): ReadonlySet<Value> | undefined {
  const outputs = bodies.flatMap((body) => (body.kind === 'table' ? body.rows.flatMap((row) => row.outputs) : [body.expression]));
  const values = [...outputs, ...exceptions.map(({ then }) => then)].map(valuesOf);
  const known = values.filter((each) => each !== undefined);
  return known.length === values.length ? new Set(known.flat()) : undefined;
}

/** The constants that an expression of nothing but constants and choices comes to. */
function valuesOf(expression: Typed): readonly Value[] | undefined {
  if (expression.kind === 'constant') return [expression.value];
  if (expression.kind !== 'if') return undefined;
  const [then, otherwise] = [valuesOf(expression.then), valuesOf(expression.otherwise)];
  return then && otherwise && [...then, ...otherwise];
}
