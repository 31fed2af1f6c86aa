import type { BuiltinSignature } from '../../feel/functions/builtin.ts';
import type { Value } from '../../feel/values/value.ts';
import { isList } from '../../feel/functions/shapes.ts';
import type { Work } from './work.ts';
import { charge } from './work.ts';

/** Calls a built-in function; lists that it takes and gives are charged by their length. */
export function callBuiltin(work: Work, { call }: BuiltinSignature, values: readonly (Value | undefined)[]): Value {
  for (const value of values) if (value !== undefined && isList(value)) charge(work, value.length);
  const result = call(values);
  if (isList(result)) charge(work, result.length);
  return result;
}
