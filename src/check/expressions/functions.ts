import type { Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { FunctionDefinition, InstanceOf } from '../../read/tree/expression.ts';
import { resolveType } from '../types/resolve.ts';
import { infer } from './infer.ts';
import type { Scope } from './scope.ts';
import { bind } from './variables.ts';

/** `function(x, y) x < y`. A parameter without a type takes the one that the function's user expects of it. */
export function inferFunction({ parameters, body, span }: FunctionDefinition, scope: Scope, hint: Type | undefined): Typed {
  const expected = hint?.kind === 'function' ? hint.parameters : [];
  const variables: string[] = [];
  const types: Type[] = [];
  let inner = scope;
  parameters.forEach(({ name, type }, index) => {
    const parameter = type === undefined ? (expected[index] ?? { kind: 'any' }) : resolveType(type, scope.names, scope.body.report, 'FEEL');
    const bound = bind(name, parameter, inner);
    inner = bound.scope;
    variables.push(bound.variable);
    types.push(parameter);
  });
  const result = infer(body, inner);
  return { kind: 'lambda', parameters: variables, body: result, type: { kind: 'function', parameters: types, result: result.type }, span };
}

/** `x instance of T`. */
export function inferInstanceOf({ value, type, span }: InstanceOf, scope: Scope): Typed {
  const tested = resolveType(type, scope.names, scope.body.report, 'FEEL');
  return { kind: 'instance of', value: infer(value, scope), tested, type: { kind: 'boolean' }, span };
}
