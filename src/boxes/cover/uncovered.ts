import { difference as withoutAtoms } from '../atom-set.ts';
import type { Box, Budget } from './box.ts';
import { contains, difference, isEmpty } from './box-algebra.ts';
import { cutFinder } from './cuts.ts';
import type { Packed } from './packed.ts';
import { fills, pack, touches } from './packed.ts';
import type { Region } from './region.ts';
import { boxOf, cutBefore, regionAround } from './region.ts';
import { widen } from './widen.ts';

export type Uncovered =
  /** No box has a point of it. */
  | { readonly kind: 'uncovered'; readonly box: Box }
  /** The budget was spent before it was searched. */
  | { readonly kind: 'not searched'; readonly box: Box };

/**
 * The points of a space that no box covers, as disjoint boxes, each as large as it can be beside those before it. One
 * after another is searched for as the caller asks for it. Boxes that the caller adds to `cut` meanwhile count as
 * covered from then on: what may be uncovered, but is known not to matter.
 */
export function* uncovered(space: Box, boxes: readonly Box[], budget: Budget, cut: readonly Box[] = []): Generator<Uncovered, void, undefined> {
  if (isEmpty(space)) return;
  const packed = pack(space, boxes);
  const settled = [...holesOf(space)];
  let cutsSettled = 0;
  const settleCuts = (): void => {
    for (; cutsSettled < cut.length; cutsSettled += 1) settled.push(...cut.slice(cutsSettled, cutsSettled + 1));
  };
  for (const { kind, region } of search(packed, regionAround(space), budget, settled)) {
    settleCuts();
    if (kind === 'not searched') {
      yield* difference(boxOf(region), settled).map((box): Uncovered => ({ kind, box }));
      continue;
    }
    // What was found before, widened, may hold this too; and each piece of it, widened, the next.
    for (let [piece] = difference(boxOf(region), settled); piece !== undefined; [piece] = difference(boxOf(region), settled)) {
      budget.take(packed.rows.length + settled.length);
      const box = widen(piece, space, packed, settled);
      settled.push(box);
      yield { kind, box };
      settleCuts();
    }
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

/** Cuts the region in two again and again until no row is left in it, or one that fills it, or it lies in a settled box. */
function search(packed: Packed, whole: Region, budget: Budget, settled: readonly Box[]): Generator<Found, void, undefined> {
  const { dimensions } = packed;
  const bestCut = cutFinder(packed, (below, above) => below * below + above * above);

  function* searchIn(region: Region, rows: Int32Array, undecided: readonly number[]): Generator<Found, void, undefined> {
    if (rows.length === 0) {
      yield { kind: 'uncovered', region };
      return;
    }
    if (!budget.take(rows.length * (1 + undecided.length))) {
      yield { kind: 'not searched', region };
      return;
    }
    const filled = (row: number) => undecided.every((dimension) => fills(packed, row * dimensions + dimension, region.low[dimension] ?? 0, region.high[dimension] ?? -1));
    if (rows.some(filled) || (settled.length > 0 && isSettled(region))) return;
    const best = bestCut(rows, region, undecided, Infinity);
    if (best.cut === undefined) return;
    const { dimension, atom } = best.cut;
    for (const part of cutBefore(region, dimension, atom)) {
      if (budget.spent()) yield { kind: 'not searched', region: part };
      else yield* searchIn(part, rows.filter((row) => touches(packed, row * dimensions + dimension, part.low[dimension] ?? 0, part.high[dimension] ?? -1)), best.undecided);
    }
  }

  const isSettled = (region: Region): boolean => {
    const box = boxOf(region);
    return settled.some((each) => contains(each, box));
  };
  return searchIn(whole, packed.rows, [...whole.low.keys()]);
}
