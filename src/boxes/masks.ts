import type { AtomSet } from './atom-set.ts';
import { contains } from './atom-set.ts';

/** As many rows as an integer has bits, without the sign. */
export const MASK_ROWS = 31;

/** For each atom, the mask of the rows that accept it: row `r` is bit `r`. `cells` are by row, at most 31. */
export function masksByAtom(atomCount: number, cells: readonly AtomSet[]): Int32Array {
  return Int32Array.from({ length: atomCount }, (_, atom) => cells.reduce((mask, cell, row) => (contains(cell, atom) ? mask | (1 << row) : mask), 0));
}
