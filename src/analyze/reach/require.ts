import { decimalOf } from '../../feel/values/decimal.ts';
import type { Typed } from '../../model/expression.ts';
import { choices, expanded, isChoice } from './choices.ts';
import type { Domain } from './domain.ts';
import { admits, domainOf, intersection, isEmpty } from './domain.ts';
import { elements, leastLength, termsOf } from './elements.ts';
import { extremeOf, isExtreme } from './extremes.ts';
import { anyFires, gatheringOf } from './gathering.ts';
import { boundsOf } from './measure.ts';
import { related } from './relations.ts';
import { resolve } from './resolve.ts';
import type { Search } from './search.ts';
import type { Store } from './store.ts';
import { restricted, wanting } from './store.ts';
import type { Term } from './term.ts';
import { binding, outermost, termOf, textOf } from './term.ts';
import { truth } from './truth.ts';

/**
 * The ways in which a term comes to a value in a domain. None are left out, though some may not be ways: what cannot be
 * seen through is taken to come to anything, and noted. So where there is no way, there is none.
 */
export function* require(term: Term, wanted: Domain, store: Store, search: Search): Generator<Store> {
  search.step();
  const bound = resolve(term, store);
  const isPlain = bound.kind === 'term' && bound.term.node.kind !== 'constant' && bound.term.scope === outermost(bound.term.scope.plan);
  const text = isPlain ? textOf(bound.term) : undefined;
  const asked = text === undefined ? store : wanting(store, text, wanted);
  if (asked !== undefined) yield* met(term, wanted, asked, search);
}

function* met(term: Term, wanted: Domain, store: Store, search: Search): Generator<Store> {
  const bound = resolve(term, store);
  if (bound.kind === 'unknown') {
    const left = restricted(store, bound.unknown, wanted);
    if (left !== undefined) yield left;
    return;
  }
  if (bound.kind !== 'term') {
    if (bound.kind === 'opaque') search.blurred(term.node.span);
    yield store;
    return;
  }
  const { node, scope } = bound.term;
  if (node.kind === 'constant') {
    if (admits(wanted, node.value)) yield store;
  } else if (isChoice(node)) {
    for (const way of choices(bound.term, wanted, store, search)) yield way.store;
  } else if (wanted.kind === 'values' && node.type.kind === 'boolean') {
    for (const value of wanted.values) if (typeof value === 'boolean') yield* truth(bound.term, value, store, search);
  } else if (node.kind === 'builtin' && (node.builtin.name === 'count' || node.builtin.name === 'sum') && node.arguments[0]?.type.kind === 'list') {
    const list = termOf(node.arguments[0], scope);
    if (node.builtin.name === 'sum') yield* summed(list, wanted, store, search);
    else yield* counted(list, wanted, store, search);
  } else if (isExtreme(node)) {
    yield* extremeOf(bound.term, wanted, store, search);
  } else if (wanted.kind === 'stretches') {
    yield* computed(bound.term, wanted, store, search);
  } else {
    search.blurred(node.span);
    yield store;
  }
}

/** Arithmetic that comes to something on a line: narrowed as far as it goes, and kept in mind for the rest. */
function* computed(term: Term, wanted: Domain & { readonly kind: 'stretches' }, store: Store, search: Search): Generator<Store> {
  search.blurred(term.node.span);
  for (const at of expanded(term, store, search)) {
    for (const stretch of wanted.stretches) {
      const way = related(at, { kind: 'within', term, bounds: boundsOf({ ...wanted, stretches: [stretch] }) });
      if (way !== undefined) yield way;
    }
  }
}

/** How many items a list has. However that is written, it is one number. */
function* counted(list: Term, wanted: Domain, store: Store, search: Search): Generator<Store> {
  const possible = intersection(countsFrom(leastLength(list)), wanted);
  const text = list.scope === outermost(list.scope.plan) ? textOf(list) : undefined;
  const asked = text === undefined ? store : wanting(store, `count of ${text}`, possible);
  if (isEmpty(possible) || asked === undefined) return;
  const gathering = gatheringOf(list, asked);
  const some = gathering?.rows.map((_, index) => admits(possible, decimalOf(index + 1))) ?? [];
  if (gathering !== undefined && new Set(some).size < 2) {
    // Only whether any fires is asked for, not how many.
    if (admits(possible, decimalOf(0))) yield* anyFires(gathering.rows, gathering.scope, false, asked, search);
    if (some[0] === true) yield* anyFires(gathering.rows, gathering.scope, true, asked, search);
    return;
  }
  for (const { items, store: at } of elements(list, asked, search)) {
    if (items === undefined || admits(possible, decimalOf(items.length))) yield at;
  }
}

/** Whole numbers from a least one. */
function countsFrom(least: number): Domain {
  const from = { low: decimalOf(least), high: undefined, lowClosed: true, highClosed: false };
  return domainOf({ kind: 'number', unit: { kind: 'count' }, grain: decimalOf(1), allowed: { text: `>= ${least}`, alternatives: [from] } }, false);
}

/** What the items of a list add up to. */
function* summed(list: Term, wanted: Domain, store: Store, search: Search): Generator<Store> {
  for (const { items, store: at } of elements(list, store, search)) {
    const [first, ...rest] = termsOf(items ?? [], list);
    if (items === undefined) yield at;
    else if (first !== undefined) yield* require(rest.reduce(added, first), wanted, at, search);
  }
}

/** The sum of two terms that stand in scopes of their own. */
function added(a: Term, b: Term): Term {
  const { span, type } = a.node;
  const scope = binding(a.scope, [['left', { kind: 'term', term: a }], ['right', { kind: 'term', term: b }]]);
  const side = (name: string): Typed => ({ kind: 'variable', name, type, span });
  return termOf({ kind: 'arithmetic', operator: '+', left: side('left'), right: side('right'), type, span }, scope);
}
