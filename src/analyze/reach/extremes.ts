import { EnumMember } from '../../feel/values/enum.ts';
import type { Comparison, Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import { compared } from './compare.ts';
import type { Domain } from './domain.ts';
import { domainOfInterval } from './domain.ts';
import { elements, termsOf } from './elements.ts';
import { require } from './require.ts';
import type { Search } from './search.ts';
import type { Store } from './store.ts';
import type { Term } from './term.ts';
import { termOf } from './term.ts';

type Extreme = Typed & { readonly kind: 'builtin' };

const extremes: ReadonlySet<string> = new Set(['worst', 'best', 'min', 'max']);

/** `worst(…)`, `best(…)`, `min(…)`, `max(…)`. */
export function isExtreme(node: Typed): node is Extreme {
  return node.kind === 'builtin' && extremes.has(node.builtin.name);
}

/** The ways in which the extreme of several values lies in a domain: one of them does, and none lies beyond it. */
export function* extremeOf(term: Term, wanted: Domain, store: Store, search: Search): Generator<Store> {
  const { node, scope } = term;
  if (!isExtreme(node)) return;
  const given = node.arguments.filter((one) => one !== undefined).map((one) => termOf(one, scope));
  const [list] = given;
  if (given.length !== 1 || list?.node.type.kind !== 'list') {
    yield* amongst(given, node, wanted, store, search);
    return;
  }
  for (const { items, store: at } of elements(list, store, search)) {
    if (items === undefined) yield at;
    else yield* amongst(termsOf(items, list), node, wanted, at, search);
  }
}

function* amongst(terms: readonly Term[], node: Extreme, wanted: Domain, store: Store, search: Search): Generator<Store> {
  for (const [place, term] of terms.entries()) {
    const others = terms.filter((_, other) => other !== place);
    for (const value of valuesOf(wanted)) {
      const only: Domain = value === undefined ? wanted : { kind: 'values', values: [value], missing: false };
      for (const extreme of require(term, only, store, search)) yield* noneBeyond(others, term, value, node, extreme, search);
    }
  }
}

/** Members are tried one by one, so that the others can be held against each. */
function valuesOf(wanted: Domain): readonly (Value | undefined)[] {
  return wanted.kind === 'values' ? wanted.values : [undefined];
}

function* noneBeyond(others: readonly Term[], extreme: Term, value: Value | undefined, node: Extreme, store: Store, search: Search): Generator<Store> {
  const [first, ...rest] = others;
  if (first === undefined) {
    yield store;
    return;
  }
  const ways = value instanceof EnumMember ? require(first, notBeyond(value, node, first), store, search) : compared(first, operatorOf(node), extreme, true, store, search);
  for (const way of ways) yield* noneBeyond(rest, extreme, value, node, way, search);
}

/** Members that the extreme outranks, or is. */
function notBeyond(value: EnumMember, node: Extreme, term: Term): Domain {
  const low = comesFirst(node, value) ? undefined : value;
  const high = comesFirst(node, value) ? value : undefined;
  return domainOfInterval(term.node.type, { low, high, lowClosed: low !== undefined, highClosed: high !== undefined }, true);
}

/** Whether the others must stand before the extreme in the order of the enum: the worst of an enum `worst last` is its last. */
function comesFirst({ builtin: { name } }: Extreme, { vocabulary: { order } }: EnumMember): boolean {
  if (name === 'min' || name === 'max') return name === 'max';
  return (name === 'worst') === (order === 'worst last');
}

function operatorOf({ builtin: { name } }: Extreme): Comparison {
  return name === 'min' ? '>=' : '<=';
}

