import type { Context, Value } from '../values/value.ts';

/** `Array.isArray` for values, which TypeScript does not narrow to a readonly list by itself. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isContext(value: Value): value is Context {
  return value instanceof Map;
}
