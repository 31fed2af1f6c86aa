import type { AtomSet } from '../atom-set.ts';
import { difference, meet, union } from '../atom-set.ts';
import type { Box } from './box.ts';
import type { Clipped } from './clipped.ts';

/**
 * A box that nothing covers, made as wide as it can be in one dimension after another: of several neighbours that are
 * all uncovered a reader sees one.
 */
export function widen(box: Box, { space, rows, dimensions }: Clipped, others: readonly Box[]): Box {
  return space.reduce<Box>((wide, atoms, dimension) => {
    const inTheWay: AtomSet[] = [];
    const cells = dimensions[dimension]?.cells ?? [];
    for (const row of rows) {
      if (wide.every((own, at) => at === dimension || meet(own, dimensions[at]?.cells[row] ?? []))) inTheWay.push(cells[row] ?? []);
    }
    for (const other of others) {
      if (wide.every((own, at) => at === dimension || meet(own, other[at] ?? []))) inTheWay.push(other[dimension] ?? []);
    }
    return wide.with(dimension, difference(atoms, union(inTheWay)));
  }, box);
}
