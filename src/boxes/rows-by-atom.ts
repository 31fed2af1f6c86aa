import type { AtomSet } from './atom-set.ts';
import { run, union } from './atom-set.ts';
import type { RowSet } from './row-set.ts';
import { FEW, bitsFor, rowSetOf, turnOff, turnOn } from './row-set.ts';

/** Words of bits that one column may take: 64 MiB. Met only by tables of tens of thousands of rows with wide cells. */
const MOST_WORDS = 1 << 24;

/**
 * For each atom, the rows that accept it, from what each row accepts (`cells`, by row). Where that would take more than
 * `mostWords`, neighbouring atoms share a set that holds the rows of all of them, so whoever looks up must check.
 */
export function rowsByAtom(atomCount: number, cells: readonly AtomSet[], mostWords = MOST_WORDS): readonly RowSet[] {
  const words = bitsFor(cells.length).length * countLarge(atomCount, cells);
  const shared = Math.ceil(words / mostWords);
  if (shared <= 1) return sweep(atomCount, cells);
  const blockOf = (atom: number) => Math.floor(atom / shared);
  const coarse = cells.map((cell) => union(cell.map(({ first, last }) => run(blockOf(first), blockOf(last)))));
  const blocks = sweep(blockOf(atomCount - 1) + 1, coarse);
  return Array.from({ length: atomCount }, (_, atom) => blocks[blockOf(atom)]).filter((set) => set !== undefined);
}

/** Walks over the atoms in order, letting rows in where a run of theirs begins and out where one has ended. */
function sweep(atomCount: number, cells: readonly AtomSet[]): readonly RowSet[] {
  const current = bitsFor(cells.length);
  let size = 0;
  let set = rowSetOf(current, size);
  return changesOf(atomCount, cells).map((change) => {
    if (change === undefined) return set;
    for (const row of change.leaving) turnOff(current, row);
    for (const row of change.entering) turnOn(current, row);
    size += change.entering.length - change.leaving.length;
    set = rowSetOf(current, size);
    return set;
  });
}

/** How many sets of bits the sweep would make. */
function countLarge(atomCount: number, cells: readonly AtomSet[]): number {
  let size = 0;
  let large = 0;
  for (const change of changesOf(atomCount, cells)) {
    if (change === undefined) continue;
    size += change.entering.length - change.leaving.length;
    if (size > FEW) large += 1;
  }
  return large;
}

interface Change {
  readonly entering: number[];
  readonly leaving: number[];
}

/** By atom, the rows that begin or cease to accept; undefined where nothing changes. */
function changesOf(atomCount: number, cells: readonly AtomSet[]): readonly (Change | undefined)[] {
  const changes: (Change | undefined)[] = Array.from({ length: atomCount }, () => undefined);
  const at = (atom: number): Change => (changes[atom] ??= { entering: [], leaving: [] });
  cells.forEach((cell, row) => {
    for (const { first, last } of cell) {
      at(first).entering.push(row);
      if (last + 1 < atomCount) at(last + 1).leaving.push(row);
    }
  });
  return changes;
}
