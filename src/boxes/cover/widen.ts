import type { AtomSet } from '../atom-set.ts';
import { difference, meet, union } from '../atom-set.ts';
import type { Box } from './box.ts';
import type { Packed } from './packed.ts';
import { accepts } from './packed.ts';

/**
 * A box of a space that neither the packed rows nor the others cover, made as wide as it can be in one dimension after
 * another: of several neighbours that are all uncovered a reader sees one.
 */
export function widen(box: Box, space: Box, packed: Packed, others: readonly Box[]): Box {
  return space.reduce<Box>((wide, atoms, dimension) => {
    const inTheWay: AtomSet[] = [];
    for (const row of packed.rows) {
      const cell = row * packed.dimensions;
      if (wide.every((own, at) => at === dimension || accepts(packed, cell + at, own))) inTheWay.push(cellOf(packed, cell + dimension));
    }
    for (const other of others) {
      if (wide.every((own, at) => at === dimension || meet(own, other[at] ?? []))) inTheWay.push(other[dimension] ?? []);
    }
    return wide.with(dimension, difference(atoms, union(inTheWay)));
  }, box);
}

function cellOf({ first, last, runs }: Packed, cell: number): AtomSet {
  return runs[cell] ?? [{ first: first[cell] ?? 0, last: last[cell] ?? -1 }];
}
