import type { Context, Value } from '../../feel/values/value.ts';
import { bind, type Evaluate, type Scope } from './scope.ts';

/** A context of entries in order, each of which sees those before it; and the scope in which all of them are bound. */
export function fillContext(entries: readonly { readonly name: string; readonly evaluate: Evaluate }[], scope: Scope): { readonly context: Context; readonly inner: Scope } {
  let inner = scope;
  const context = new Map<string, Value>();
  for (const { name, evaluate } of entries) {
    const value = evaluate(inner);
    inner = bind(inner, value);
    context.set(name, value);
  }
  return { context, inner };
}
