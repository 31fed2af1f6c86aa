import type { Typed, TypedIterator } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { Type } from '../../model/type.ts';
import type { For, Iterator, Quantified } from '../../read/tree/expression.ts';
import { BROKEN } from '../types/broken.ts';
import { joinAll } from '../types/join.ts';
import { inferConditionOf } from './conditions.ts';
import { infer } from './infer.ts';
import { presentFields } from './presence.ts';
import { failed, problem, withLocal, withPresent, type Scope } from './scope.ts';
import { bind } from './variables.ts';

/** `for l in loans return …`: a list of the results. */
export function inferFor({ iterators, result, span }: For, scope: Scope, hint: Type | undefined): Typed {
  const bound = bindAll(iterators, scope);
  const inner = withLocal(bound.scope, 'partial', { variable: 'partial', type: { kind: 'list', item: { kind: 'any' } }, implicit: true });
  const each = infer(result, inner, hint?.kind === 'list' ? hint.item : undefined);
  return { kind: 'for', iterators: bound.iterators, result: each, type: { kind: 'list', item: each.type }, span };
}

/** `some l in loans satisfies …`, `every …`. */
export function inferQuantified({ quantifier, iterators, condition, span }: Quantified, scope: Scope): Typed {
  const bound = bindAll(iterators, scope);
  return { kind: 'quantifier', quantifier, iterators: bound.iterators, condition: inferConditionOf(condition, bound.scope), type: { kind: 'boolean' }, span };
}

/** Each iterator sees the variables of those before it. */
function bindAll(iterators: readonly Iterator[], scope: Scope): { readonly scope: Scope; readonly iterators: readonly TypedIterator[] } {
  const typed: TypedIterator[] = [];
  let inner = scope;
  for (const iterator of iterators) {
    const { source, to, element } = iterated(iterator, inner);
    const bound = bind(iterator.variable, element, inner);
    inner = withPresent(bound.scope, presentFields(source).map((field) => `variable ${bound.variable}.${field}`));
    typed.push({ variable: bound.variable, source, to });
  }
  return { scope: inner, iterators: typed };
}

/** What an iterator goes through: the elements of a list, or `from..to`, also where that is written as a range `[1..n]`. */
function iterated({ source, to }: Iterator, scope: Scope): { readonly source: Typed; readonly to: Typed | undefined; readonly element: Type } {
  const first = infer(source, scope);
  if (to !== undefined) return stretch(first, infer(to, scope), scope);
  if (first.kind === 'range' && first.low !== undefined && first.high !== undefined && first.lowClosed && first.highClosed) return stretch(first.low, first.high, scope);
  if (first.type.kind === 'list') return { source: first, to: undefined, element: first.type.item };
  if (first.type.kind !== 'any') problem(scope, 'list-expected', source.span, { found: typeText(first.type) });
  return { source: first.type.kind === 'any' ? first : failed(source.span), to: undefined, element: first.type.kind === 'any' ? first.type : BROKEN };
}

/** Whole numbers or dates from one to the other. */
function stretch(from: Typed, to: Typed, scope: Scope): { readonly source: Typed; readonly to: Typed; readonly element: Type } {
  for (const end of [from, to]) {
    const countable = end.type.kind === 'number' || end.type.kind === 'date' || end.type.kind === 'any';
    if (!countable) problem(scope, 'list-expected', end.span, { found: typeText(end.type) });
  }
  return { source: from, to, element: joinAll([from.type, to.type]) };
}
