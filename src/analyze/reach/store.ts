import type { Domain } from './domain.ts';
import { domainOf, intersection, isEmpty } from './domain.ts';
import type { Bounds } from './measure.ts';
import type { Bound, Term, Unknown } from './term.ts';

/** What has been settled on one way through the demands. Never changed: each way has a store of its own. */
export interface Store {
  readonly domains: ReadonlyMap<Unknown, Domain>;
  /** What a term with a choice in it comes to on this way: the output of the row that was chosen. */
  readonly chosen: ReadonlyMap<Term, Term>;
  /** Arithmetic that must come out so: what the values of its unknowns have still to be held against. */
  readonly relations: readonly Relation[];
  /** What has been asked of terms that compute, by their text where nothing is bound: they cannot come to two things. */
  readonly wanted: ReadonlyMap<string, Domain>;
  /** Lists of facts whose length is settled, with the unknowns that their items are made of. */
  readonly lists: ReadonlyMap<Unknown, readonly Bound[]>;
}

export type Relation =
  | { readonly kind: 'within'; readonly term: Term; readonly bounds: Bounds }
  /** `left` is not above `right`; where `strict`, below it. */
  | { readonly kind: 'order'; readonly left: Term; readonly right: Term; readonly strict: boolean };

export const EMPTY: Store = { domains: new Map(), chosen: new Map(), wanted: new Map(), relations: [], lists: new Map() };

export function domainIn(store: Store, unknown: Unknown): Domain {
  return store.domains.get(unknown) ?? domainOf(unknown.type, unknown.optional);
}

/** The store in which an unknown lies in a domain too; undefined if nothing is left of it. */
export function restricted(store: Store, unknown: Unknown, domain: Domain): Store | undefined {
  const left = intersection(domainIn(store, unknown), domain);
  return isEmpty(left) ? undefined : { ...store, domains: new Map(store.domains).set(unknown, left) };
}

export function choosing(store: Store, term: Term, choice: Term): Store {
  return { ...store, chosen: new Map(store.chosen).set(term, choice) };
}

/** The store in which a term that computes comes to something in a domain; undefined where it was to come to something else. */
export function wanting(store: Store, text: string, domain: Domain): Store | undefined {
  const before = store.wanted.get(text);
  const both = before === undefined ? domain : intersection(before, domain);
  return isEmpty(both) ? undefined : { ...store, wanted: new Map(store.wanted).set(text, both) };
}

export function shaping(store: Store, list: Unknown, items: readonly Bound[]): Store {
  return { ...store, lists: new Map(store.lists).set(list, items) };
}
