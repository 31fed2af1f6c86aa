import type { AtomSet } from '../atom-set.ts';
import { includes, intersection } from '../atom-set.ts';
import type { Box } from './box.ts';
import { isEmpty } from './box-algebra.ts';

/**
 * Boxes as far as they lie in a space, laid out for searches that read them millions of times: box `n`'s cell in a
 * dimension is at `n * dimensions + dimension`.
 */
export interface Packed {
  readonly dimensions: number;
  /** By cell: its first and last atom. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** By cell: its runs, where it has more than one. */
  readonly runs: readonly (AtomSet | undefined)[];
  /** The numbers of the boxes that have a point in the space. */
  readonly rows: readonly number[];
  /** Adds a box, with the next number. */
  readonly add: (box: Box) => void;
}

export function pack(space: Box, boxes: readonly Box[]): Packed {
  const first: number[] = [];
  const last: number[] = [];
  const runs: (AtomSet | undefined)[] = [];
  const rows: number[] = [];
  let next = 0;
  const add = (box: Box): void => {
    const clipped = space.map((atoms, dimension) => clip(box[dimension] ?? [], atoms));
    if (!isEmpty(clipped)) rows.push(next);
    next += 1;
    for (const cell of clipped) {
      first.push(cell[0]?.first ?? 0);
      last.push(cell.at(-1)?.last ?? -1);
      runs.push(cell.length > 1 ? cell : undefined);
    }
  };
  boxes.forEach(add);
  return { dimensions: space.length, first, last, runs, rows, add };
}

function clip(cell: AtomSet, atoms: AtomSet): AtomSet {
  return includes(atoms, cell) ? cell : intersection(cell, atoms);
}

/** Whether a cell accepts one of the atoms from `low` to `high`. */
export function touches({ first, last, runs }: Packed, cell: number, low: number, high: number): boolean {
  if ((first[cell] ?? 0) > high || (last[cell] ?? -1) < low) return false;
  return runs[cell]?.some((run) => run.first <= high && run.last >= low) ?? true;
}

/** Whether a cell accepts all atoms from `low` to `high`. */
export function fills({ first, last, runs }: Packed, cell: number, low: number, high: number): boolean {
  if ((first[cell] ?? 0) > low || (last[cell] ?? -1) < high) return false;
  return runs[cell]?.some((run) => run.first <= low && run.last >= high) ?? true;
}

/** Whether a cell accepts one of a set of atoms. */
export function accepts(packed: Packed, cell: number, atoms: AtomSet): boolean {
  for (const { first, last } of atoms) if (touches(packed, cell, first, last)) return true;
  return false;
}

/** The first atom that two cells both accept; Infinity if there is none. */
export function firstShared({ first, last, runs }: Packed, cell: number, other: number): number {
  const [a, b] = [runs[cell], runs[other]];
  const low = Math.max(first[cell] ?? 0, first[other] ?? 0);
  const high = Math.min(last[cell] ?? -1, last[other] ?? -1);
  if (low > high) return Infinity;
  if (a === undefined && b === undefined) return low;
  const whole: AtomSet = [{ first: low, last: high }];
  return intersection(intersection(a ?? whole, b ?? whole), whole)[0]?.first ?? Infinity;
}
