/** A run of neighbouring atoms, both ends included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * A set of atoms of one partition, by their numbers: runs in ascending order that neither touch nor overlap. A cell of
 * a table is one run in all but few cases, however many atoms the column has.
 */
export type AtomSet = readonly Run[];

export const NO_ATOMS: AtomSet = [];

/** The atoms from `first` to `last`; none if `last` is before `first`. */
export function run(first: number, last: number): AtomSet {
  return first > last ? NO_ATOMS : [{ first, last }];
}

export function union(sets: readonly AtomSet[]): AtomSet {
  const runs = sets.flat().sort((a, b) => a.first - b.first);
  const joined: Run[] = [];
  for (const next of runs) {
    const previous = joined.at(-1);
    if (previous !== undefined && next.first <= previous.last + 1) {
      joined[joined.length - 1] = { first: previous.first, last: Math.max(previous.last, next.last) };
    } else joined.push(next);
  }
  return joined;
}

/** The atoms of `a` that are not in `b`. */
export function difference(a: AtomSet, b: AtomSet): AtomSet {
  let rest = a;
  for (const removed of b) {
    rest = rest.flatMap(({ first, last }) => [
      ...run(first, Math.min(last, removed.first - 1)),
      ...run(Math.max(first, removed.last + 1), last),
    ]);
  }
  return rest;
}

export function contains(set: AtomSet, atom: number): boolean {
  for (const { first, last } of set) if (atom >= first && atom <= last) return true;
  return false;
}
