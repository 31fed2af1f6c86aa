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

export function intersection(a: AtomSet, b: AtomSet): AtomSet {
  const both: Run[] = [];
  for (let [at, other] = [0, 0]; at < a.length && other < b.length; ) {
    const [one, two] = [a[at], b[other]];
    if (one === undefined || two === undefined) break;
    both.push(...run(Math.max(one.first, two.first), Math.min(one.last, two.last)));
    if (one.last < two.last) at += 1;
    else other += 1;
  }
  return both;
}

/** Whether two sets have an atom in common. */
export function meet(a: AtomSet, b: AtomSet): boolean {
  for (const one of a) for (const two of b) if (one.first <= two.last && two.first <= one.last) return true;
  return false;
}

/** Whether every atom of `part` is in `set`. A run of `part` lies in one run of `set`, since runs of a set do not touch. */
export function includes(set: AtomSet, part: AtomSet): boolean {
  for (const inner of part) if (!set.some((outer) => outer.first <= inner.first && inner.last <= outer.last)) return false;
  return true;
}
