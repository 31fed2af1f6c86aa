import type { BuiltinSignature } from '../../feel/functions/builtin.ts';
import type { Value } from '../../feel/values/value.ts';
import { isContext, isList } from '../../feel/functions/shapes.ts';
import { sizeOf } from '../../feel/values/size.ts';
import type { Work } from './work.ts';
import { charge, charged } from './work.ts';

/** Calls a built-in function. What it takes is charged by its length, what it gives by its size, and what it does beyond that by its cost. */
export function callBuiltin(work: Work, { call, cost }: BuiltinSignature, values: readonly (Value | undefined)[]): Value {
  for (const value of values) if (value !== undefined) charge(work, lengthOf(value));
  if (cost !== undefined) charge(work, cost(values, work.left));
  return charged(work, call(values));
}

/** A function goes through the items of a list, not through what lies in them, unless its cost says so. */
function lengthOf(value: Value): number {
  if (isList(value)) return value.length;
  return isContext(value) ? value.size : sizeOf(value, Infinity);
}
