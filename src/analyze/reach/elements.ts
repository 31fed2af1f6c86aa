import { isList } from '../../feel/functions/shapes.ts';
import type { Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import { asTerm, choices, isChoice } from './choices.ts';
import type { Domain } from './domain.ts';
import { require } from './require.ts';
import { resolve } from './resolve.ts';
import type { Search } from './search.ts';
import type { Store } from './store.ts';
import { shaping } from './store.ts';
import type { Bound, Term, Unknown } from './term.ts';
import { binding, termOf } from './term.ts';

/** The longest list of facts that is tried: what two records cannot show, more seldom do. */
const LONGEST = 2;

const TRUE: Domain = { kind: 'values', values: [true], missing: false };
const FALSE: Domain = { kind: 'values', values: [false], missing: false };

/** One way in which a list comes to have its items; undefined where they cannot be told. */
export interface Listed {
  readonly items: readonly Bound[] | undefined;
  readonly store: Store;
}

/** The ways in which a list comes to have its items. Lists of facts are tried with none, one and two. */
export function* elements(list: Term, store: Store, search: Search): Generator<Listed> {
  search.step();
  const bound = resolve(list, store);
  if (bound.kind === 'unknown') {
    yield* listsOf(bound.unknown, list, store, search);
    return;
  }
  if (bound.kind !== 'term') {
    yield unseen(list, store, search);
    return;
  }
  const { node, scope } = bound.term;
  if (node.kind === 'path' && termOf(node.target, scope).node.type.kind === 'list') {
    yield* entriesOf(node, bound.term, store, search);
    return;
  }
  if (isChoice(node)) {
    for (const way of choices(bound.term, undefined, store, search)) {
      if (way.result === bound.term) yield unseen(list, way.store, search);
      else yield* elements(way.result, way.store, search);
    }
    return;
  }
  switch (node.kind) {
    case 'list':
      yield { items: node.items.map((item): Bound => ({ kind: 'term', term: termOf(item, scope) })), store };
      return;
    case 'constant': {
      const { value } = node;
      const items = isList(value) ? value.map((item): Bound => ({ kind: 'term', term: termOf({ kind: 'constant', value: item, type: itemOf(node.type), span: node.span }, scope) })) : undefined;
      yield { items, store };
      return;
    }
    case 'for': {
      const [only] = node.iterators;
      if (only === undefined || node.iterators.length > 1 || only.to !== undefined) break;
      for (const { items, store: at } of elements(termOf(only.source, scope), store, search)) {
        yield { items: items?.map((item): Bound => ({ kind: 'term', term: termOf(node.result, binding(scope, [[only.variable, item]])) })), store: at };
      }
      return;
    }
    case 'filter':
      for (const { items, store: at } of elements(termOf(node.target, scope), store, search)) {
        if (items === undefined || node.condition.type.kind !== 'boolean') yield unseen(list, at, search);
        else yield* kept(items, [], node, bound.term, at, search);
      }
      return;
    case 'builtin':
      if (node.builtin.name !== 'concatenate') break;
      yield* joined(node.arguments.flatMap((one) => (one === undefined ? [] : [termOf(one, scope)])), store, search);
      return;
    default:
      break;
  }
  yield unseen(list, store, search);
}

/** `concatenate(…)`: the items of several lists, one after the other. */
function* joined(lists: readonly Term[], store: Store, search: Search): Generator<Listed> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield { items: [], store };
    return;
  }
  for (const { items, store: at } of elements(first, store, search)) {
    for (const others of joined(rest, at, search)) yield { ...others, items: items && others.items && [...items, ...others.items] };
  }
}

/** `loans.balance`: the entry of each item. */
function* entriesOf(node: Typed & { readonly kind: 'path' }, { scope }: Term, store: Store, search: Search): Generator<Listed> {
  const target = termOf(node.target, scope);
  for (const { items, store: at } of elements(target, store, search)) {
    const name = 'item';
    const entry: Typed = { ...node, target: { kind: 'variable', name, type: itemOf(node.target.type), span: node.target.span }, type: itemOf(node.type) };
    yield { items: items?.map((item): Bound => ({ kind: 'term', term: termOf(entry, binding(scope, [[name, item]])) })), store: at };
  }
}

/** The items of a filter for which its condition holds, by every way of holding or not. */
function* kept(items: readonly Bound[], so: readonly Bound[], node: Typed & { readonly kind: 'filter' }, term: Term, store: Store, search: Search): Generator<Listed> {
  const [first, ...rest] = items;
  if (first === undefined) {
    yield { items: so, store };
    return;
  }
  const condition = termOf(node.condition, binding(term.scope, [[node.item, first]]));
  for (const holds of require(condition, TRUE, store, search)) yield* kept(rest, [...so, first], node, term, holds, search);
  for (const fails of require(condition, FALSE, store, search)) yield* kept(rest, so, node, term, fails, search);
}

/** How many items a list has at least, whatever the facts. */
export function leastLength({ node, scope }: Term): number {
  if (node.kind === 'list') return node.items.length;
  if (node.kind === 'for' && node.iterators.length === 1) return node.iterators.reduce((_, { source, to }) => (to === undefined ? leastLength(termOf(source, scope)) : 0), 0);
  if (node.kind !== 'builtin' || node.builtin.name !== 'concatenate') return 0;
  return node.arguments.reduce((sum, one) => sum + (one === undefined ? 0 : leastLength(termOf(one, scope))), 0);
}

function unseen(list: Term, store: Store, search: Search): Listed {
  search.blurred(list.node.span);
  return { items: undefined, store };
}

function itemOf(type: Type): Type {
  return type.kind === 'list' ? type.item : { kind: 'any' };
}

function* listsOf(list: Unknown, at: Term, store: Store, search: Search): Generator<Listed> {
  const known = store.lists.get(list);
  if (known !== undefined) {
    yield { items: known, store };
    return;
  }
  if (list.type.kind !== 'list' || !search.listsTried) {
    yield unseen(at, store, search);
    return;
  }
  for (const length of [1, 0, LONGEST]) {
    const items = itemsOf(list, length);
    yield { items, store: shaping(store, list, items) };
  }
  search.shortened(at.node.span);
}

const itemsByList = new WeakMap<Unknown, Bound[]>();

/** The first items of a list, always the same unknowns. */
function itemsOf(list: Unknown, length: number): readonly Bound[] {
  const items = itemsByList.get(list) ?? [];
  itemsByList.set(list, items);
  const { type } = list;
  while (items.length < length && type.kind === 'list') items.push(itemBound(type.item, `${list.name}[${items.length + 1}]`, false));
  return items.slice(0, length);
}

function itemBound(type: Type, name: string, optional: boolean): Bound {
  if (type.kind !== 'record') return { kind: 'unknown', unknown: { kind: 'item', name, type, optional } };
  return { kind: 'record', fields: new Map([...type.fields].map(([field, of]) => [field, itemBound(of.type, `${name}.${field}`, of.optional)])) };
}

/** The items of a list as terms, to be computed with. */
export function termsOf(items: readonly Bound[], list: Term): readonly Term[] {
  return items.map((item) => (item.kind === 'term' ? item.term : asTerm(item, { ...list, node: { ...list.node, type: itemOf(list.node.type) } })));
}
