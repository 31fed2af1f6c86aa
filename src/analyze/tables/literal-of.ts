import { nameText } from '../../read/tree/expression-text.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Type } from '../../model/type.ts';
import { literal } from '../example/literal.ts';

/** A value as a policy writes it in a cell, members by their bare names. */
export function literalOf(value: Value, type: Type): string {
  return literal(value, type, { textOf: ({ name }) => nameText(name) });
}
