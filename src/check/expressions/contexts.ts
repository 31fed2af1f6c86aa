import type { ContextOf, Typed } from '../../model/expression.ts';
import type { FieldType, Type } from '../../model/type.ts';
import type { ContextLiteral } from '../../read/tree/expression.ts';
import { withoutTwins } from '../names/twice.ts';
import { isBroken } from '../types/broken.ts';
import { infer } from './infer.ts';
import { withLocal, type Scope } from './scope.ts';

/** `{ loan: loan.id, since: as_of }`: a record of its own. Where a broken type is expected, it is that of the entries too. */
export function inferContext(expression: ContextLiteral, scope: Scope, hint: Type | undefined): Typed {
  const inside = isBroken(hint) ? hint : undefined;
  const entries = entriesOf(expression, scope, ({ value }, inner) => infer(value, inner, inside));
  const fields = new Map(entries.map(({ name, value }): [string, FieldType] => [name, { type: value.type, optional: false, label: undefined }]));
  return { kind: 'context', entries, type: { kind: 'record', name: undefined, fields }, span: expression.span };
}

/**
 * The entries, each seeing those before it. Unlike in strict FEEL an entry never hides a name that is in scope already:
 * in `{ loan: loan.id, balance: loan.balance }` both `loan` are the input.
 */
export function entriesOf(
  expression: ContextLiteral,
  scope: Scope,
  typed: (entry: ContextLiteral['entries'][number], inner: Scope) => Typed,
): ContextOf['entries'] {
  let inner = scope;
  return withoutTwins(expression.entries, ({ key }) => key, 'entry', scope.body.report).map((entry) => {
    const { name } = entry.key;
    const value = typed(entry, inner);
    const variable = scope.body.fresh(name);
    if (!inner.locals.has(name)) inner = withLocal(inner, name, { variable, type: value.type, implicit: true });
    return { name, variable, value };
  });
}
