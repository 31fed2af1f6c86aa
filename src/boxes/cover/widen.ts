import type { AtomSet } from '../atom-set.ts';
import { difference, union } from '../atom-set.ts';
import type { Box } from './box.ts';
import type { Packed } from './packed.ts';
import { accepts } from './packed.ts';

/**
 * A box of a space that no packed row covers, made as wide as it can be in one dimension after another: of several
 * neighbours that are all uncovered a reader sees one.
 */
export function widen(box: Box, space: Box, packed: Packed): Box {
  return space.reduce<Box>((wide, atoms, dimension) => {
    const inTheWay: AtomSet[] = [];
    for (const row of packed.rows) {
      const cell = row * packed.dimensions;
      if (wide.every((own, at) => at === dimension || accepts(packed, cell + at, own))) inTheWay.push(cellOf(packed, cell + dimension));
    }
    return wide.with(dimension, difference(atoms, union(inTheWay)));
  }, box);
}

function cellOf({ first, last, runs }: Packed, cell: number): AtomSet {
  return runs[cell] ?? [{ first: first[cell] ?? 0, last: last[cell] ?? -1 }];
}
