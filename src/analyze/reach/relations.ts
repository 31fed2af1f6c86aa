import { compareDecimals } from '../../feel/values/decimal.ts';
import { enclosure, narrowed } from './arithmetic.ts';
import { resolve } from './resolve.ts';
import type { Relation, Store } from './store.ts';
import type { Bound, Term } from './term.ts';
import { textOf } from './term.ts';

/** How often relations are gone through: narrowing may go on for ever, in steps that get smaller. */
const ROUNDS = 6;

/** The store with one more relation, as far as it narrows; undefined if it contradicts what is settled. */
export function related(store: Store, relation: Relation): Store | undefined {
  if (store.relations.some((other) => contradict(relation, other, store))) return undefined;
  if (relation.kind === 'order' && relation.strict && isSame(relation.left, relation.right, store)) return undefined;
  return propagated({ ...store, relations: [...store.relations, relation] });
}

/** Narrows by all relations until nothing changes; undefined if one of them cannot hold. */
export function propagated(store: Store): Store | undefined {
  let current: Store | undefined = store;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before: Store = current;
    for (const relation of store.relations) {
      current = applied(relation, current);
      if (current === undefined) return undefined;
    }
    if (current.domains === before.domains) return current;
  }
  return current;
}

function applied(relation: Relation, store: Store): Store | undefined {
  if (relation.kind === 'within') return narrowed(relation.term, relation.bounds, store);
  const { left, right, strict } = relation;
  const least = enclosure(left, store).low;
  const most = enclosure(right, store).high;
  if (strict && least !== undefined && most !== undefined && compareDecimals(least, most) >= 0) return undefined;
  const lower = narrowed(left, { low: undefined, high: enclosure(right, store).high }, store);
  return lower && narrowed(right, { low: enclosure(left, lower).low, high: undefined }, lower);
}

/** `a < b` beside `b <= a`. */
function contradict(a: Relation, b: Relation, store: Store): boolean {
  if (a.kind !== 'order' || b.kind !== 'order' || !(a.strict || b.strict)) return false;
  return isSame(a.left, b.right, store) && isSame(a.right, b.left, store);
}

/** Whether two terms are the same for certain: one unknown, or one text in one scope. */
function isSame(a: Term, b: Term, store: Store): boolean {
  const one = resolve(a, store);
  const other = resolve(b, store);
  if (one.kind === 'unknown' && other.kind === 'unknown') return one.unknown === other.unknown;
  return one.kind === 'term' && other.kind === 'term' && (one.term === other.term || sameText(one, other));
}

function sameText({ term: a }: Bound & { readonly kind: 'term' }, { term: b }: Bound & { readonly kind: 'term' }): boolean {
  const text = textOf(a);
  return text !== undefined && text === textOf(b) && (a.scope === b.scope || isPlain(a, b));
}

/** Whether both stand where nothing is bound, in one plan: then one text means one thing. */
function isPlain(a: Term, b: Term): boolean {
  return a.scope.plan === b.scope.plan && [a, b].every(({ scope }) => scope.variables.size === 0 && scope.given === undefined);
}
