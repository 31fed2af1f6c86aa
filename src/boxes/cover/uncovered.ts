import { difference as withoutAtoms } from '../atom-set.ts';
import type { Box, Budget } from './box.ts';
import { isEmpty } from './box-algebra.ts';
import { cutFinder } from './cuts.ts';
import type { Packed } from './packed.ts';
import { fills, pack, touches } from './packed.ts';
import type { Region } from './region.ts';
import { boxOf, cutBefore, regionAround } from './region.ts';
import { widen } from './widen.ts';

export type Uncovered =
  /** No box has a point of it. */
  | { readonly kind: 'uncovered'; readonly box: Box }
  /** The budget was spent before it was searched. It may hold points of what was found before. */
  | { readonly kind: 'not searched'; readonly box: Box };

/**
 * The points of a space that no box covers, as disjoint boxes, each as large as it can be beside those before it. One
 * after another is searched for as the caller asks for it. Boxes that the caller adds to `cut` meanwhile count as
 * covered from then on: what may be uncovered, but is known not to matter.
 */
export function* uncovered(space: Box, boxes: readonly Box[], budget: Budget, cut: readonly Box[] = []): Generator<Uncovered, void, undefined> {
  if (isEmpty(space)) return;
  const whole = regionAround(space);
  // What has been found, and what the caller cuts out, is covered by one more row: so it is never searched again.
  const packed = pack(boxOf(whole), [...boxes, ...holesOf(space)]);
  let cuts = 0;
  const addCuts = (): void => {
    for (; cuts < cut.length; cuts += 1) packed.add(cut[cuts] ?? []);
  };
  addCuts();
  for (const { kind, region } of search(packed, whole, budget)) {
    if (kind === 'uncovered') {
      budget.take(packed.rows.length * packed.dimensions);
      const box = widen(boxOf(region), space, packed);
      packed.add(box);
      yield { kind, box };
    } else yield { kind, box: boxOf(region) };
    addCuts();
  }
}

/** A part of `box` that the others do not cover; undefined if there is none, or none was found within the budget. */
export function uncoveredPart(box: Box, by: readonly Box[], budget: Budget): Box | undefined {
  for (const region of uncovered(box, by, budget)) return region.kind === 'uncovered' ? region.box : undefined;
  return undefined;
}

/** What the region around a space has and the space has not. */
function holesOf(space: Box): readonly Box[] {
  const whole = boxOf(regionAround(space));
  return whole.flatMap((atoms, dimension) => {
    const holes = withoutAtoms(atoms, space[dimension] ?? []);
    return holes.length === 0 ? [] : [whole.with(dimension, holes)];
  });
}

interface Found {
  readonly kind: Uncovered['kind'];
  readonly region: Region;
}

interface Node {
  readonly region: Region;
  /** Those of the first `seen` packed rows that reach into the region. */
  readonly rows: readonly number[];
  readonly seen: number;
  readonly undecided: readonly number[];
}

/** Cuts the region in two again and again until no row is left in it, or one that fills it. Rows may be added meanwhile. */
function search(packed: Packed, whole: Region, budget: Budget): Generator<Found, void, undefined> {
  const all = [...whole.low.keys()];
  const bestCut = cutFinder(packed, (below, above) => below * below + above * above);
  const reaches = (row: number, { low, high }: Region, dimension: number) => touches(packed, row * packed.dimensions + dimension, low[dimension] ?? 0, high[dimension] ?? -1);
  const isFilled = (row: number, { low, high }: Region, dimension: number) => fills(packed, row * packed.dimensions + dimension, low[dimension] ?? 0, high[dimension] ?? -1);

  function* searchIn({ region, rows: known, seen, undecided }: Node): Generator<Found, void, undefined> {
    const added = packed.rows.slice(seen);
    const rows = added.length === 0 ? known : [...known, ...added.filter((row) => all.every((dimension) => reaches(row, region, dimension)))];
    if (!budget.take(added.length + rows.length * (1 + undecided.length))) {
      yield { kind: 'not searched', region };
      return;
    }
    if (rows.length === 0) {
      yield { kind: 'uncovered', region };
      return;
    }
    // An added row need not fill the region where those before it all do.
    const open = added.length === 0 ? undecided : all;
    if (rows.some((row) => open.every((dimension) => isFilled(row, region, dimension)))) return;
    const best = bestCut(rows, region, open, Infinity);
    if (best.cut === undefined) return;
    const { dimension, atom } = best.cut;
    const next = seen + added.length;
    for (const part of cutBefore(region, dimension, atom)) {
      if (budget.spent()) yield { kind: 'not searched', region: part };
      else yield* searchIn({ region: part, rows: rows.filter((row) => reaches(row, part, dimension)), seen: next, undecided: best.undecided });
    }
  }

  return searchIn({ region: whole, rows: packed.rows.slice(), seen: packed.rows.length, undecided: all });
}
