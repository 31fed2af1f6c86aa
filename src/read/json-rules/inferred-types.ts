import type { TypeExpression } from '../tree/expression.ts';
import type { Span } from '../tree/span.ts';
import type { TypeUse } from '../tree/statement.ts';

/** A type by its name, as a policy would write it. */
export function namedType(name: string, span: Span): TypeExpression {
  return { kind: 'named', path: [{ name, span }], currency: undefined, span };
}

/** The type of something that must be there and has no limits. */
export function useOf(type: TypeExpression, span: Span): TypeUse {
  return { type, constraint: [], step: undefined, optional: false, span };
}
