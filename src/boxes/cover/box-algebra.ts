import { difference as withoutAtoms, includes, intersection as sharedAtoms, meet as shareAtoms } from '../atom-set.ts';
import type { Point } from '../table-boxes.ts';
import type { Box } from './box.ts';

/** Whether a box holds no point at all. */
export function isEmpty(box: Box): boolean {
  return box.some((atoms) => atoms.length === 0);
}

/** The points that are in both boxes; possibly none. */
export function intersection(a: Box, b: Box): Box {
  return a.map((atoms, dimension) => sharedAtoms(atoms, b[dimension] ?? []));
}

/** Whether two boxes share a point. */
export function meet(a: Box, b: Box): boolean {
  return a.every((atoms, dimension) => shareAtoms(atoms, b[dimension] ?? []));
}

/** Whether every point of `part` is in `box`. */
export function contains(box: Box, part: Box): boolean {
  return isEmpty(part) || part.every((atoms, dimension) => includes(box[dimension] ?? [], atoms));
}

/** The points of `box` that are in none of the others, as disjoint boxes. */
export function difference(box: Box, removed: readonly Box[]): readonly Box[] {
  return removed.reduce<readonly Box[]>((rest, each) => rest.flatMap((one) => without(one, each)), isEmpty(box) ? [] : [box]);
}

/** For each dimension what sticks out there, of what did not stick out in the dimensions before it. */
function without(box: Box, removed: Box): readonly Box[] {
  if (!meet(box, removed)) return [box];
  return box.flatMap((atoms, dimension) => {
    const outside = withoutAtoms(atoms, removed[dimension] ?? []);
    if (outside.length === 0) return [];
    return [box.map((own, at) => (at === dimension ? outside : at < dimension ? sharedAtoms(own, removed[at] ?? []) : own))];
  });
}

/** The first point of a box that is not empty, whose last dimension is time. */
export function sampleOf(box: Box): Point {
  const atoms = box.map(([first]) => first?.first ?? -1);
  return { columns: atoms.slice(0, -1), time: atoms.at(-1) ?? -1 };
}
