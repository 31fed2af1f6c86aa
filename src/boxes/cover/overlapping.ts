import type { Box, Budget } from './box.ts';
import { intersection, isEmpty } from './box-algebra.ts';
import { cutFinder } from './cuts.ts';
import { groupsToCompare } from './groups-to-compare.ts';
import type { Packed } from './packed.ts';
import { firstShared, pack, touches } from './packed.ts';
import type { Region } from './region.ts';
import { cutBefore, regionAround } from './region.ts';

export type Overlapping =
  /** Two boxes, by number, the lower first, and the points of the space that both hold. */
  | { readonly kind: 'overlap'; readonly pair: readonly [number, number]; readonly box: Box }
  /** The budget was spent before these boxes had all been compared with each other. */
  | { readonly kind: 'not compared'; readonly boxes: readonly number[] };

/** Every two boxes that share a point of the space, each pair once, in no order that means anything. Pairs are looked for as the caller asks for them. */
export function* overlapping(space: Box, boxes: readonly Box[], budget: Budget): Generator<Overlapping, void, undefined> {
  if (isEmpty(space)) return;
  for (const found of search(pack(space, boxes), regionAround(space), budget)) {
    if (found.kind === 'not compared') yield found;
    else yield { kind: 'overlap', pair: found.pair, box: found.pair.map((row) => boxes[row] ?? []).reduce(intersection, space) };
  }
}

/** A part of the space with the rows that reach into it. */
interface Node {
  readonly region: Region;
  readonly rows: readonly number[];
  /** By place in `rows`: bit `n` says that the row begins above the n-th cut that the region lies above. */
  readonly begun: readonly number[];
  /** How many such cuts there are. */
  readonly cuts: number;
  readonly undecided: readonly number[];
}

type Found = { readonly kind: 'pair'; readonly pair: readonly [number, number] } | Extract<Overlapping, { readonly kind: 'not compared' }>;

/** Up to so many rows are compared each with each. */
const FEW = 8;

/** As many cuts as `begun` has bits for; beyond them a pair may be looked at more than once, but is told once. */
const MOST_CUTS = 30;

/**
 * Cuts the space in two again and again until few rows are left in a part, or cutting no longer helps. Rows on both
 * sides of cuts would be compared again and again: two of them are compared where they first meet, and there one of
 * them at least begins, in every dimension.
 */
function search(packed: Packed, whole: Region, budget: Budget): Generator<Found, void, undefined> {
  const { dimensions } = packed;
  const bestCut = cutFinder(packed, pairsLeft);

  function* searchIn(node: Node): Generator<Found, void, undefined> {
    const { region, rows } = node;
    if (rows.length < 2) return;
    if (!budget.take(rows.length * (1 + node.undecided.length))) {
      yield { kind: 'not compared', boxes: rows };
      return;
    }
    const { cut, undecided } = rows.length <= FEW ? { ...node, cut: undefined } : bestCut(rows, region, node.undecided, pairs(rows.length));
    if (cut === undefined) {
      yield* compareAll(node);
      return;
    }
    const [below, above] = cutBefore(region, cut.dimension, cut.atom);
    yield* searchIn(part({ ...node, undecided, region: below }, cut.dimension, undefined));
    const next = part({ ...node, undecided, region: above }, cut.dimension, node.cuts < MOST_CUTS ? 1 << node.cuts : undefined);
    if (budget.spent()) yield { kind: 'not compared', boxes: next.rows };
    else yield* searchIn(next);
  }

  /** What of a node reaches into its region, which is new in a dimension; `bit` marks the rows that begin in it. */
  function part(node: Node, dimension: number, bit: number | undefined): Node {
    const low = node.region.low[dimension] ?? 0;
    const high = node.region.high[dimension] ?? -1;
    const rows: number[] = [];
    const begun: number[] = [];
    let anyBegins = bit === undefined;
    for (const [index, row] of node.rows.entries()) {
      const cell = row * dimensions + dimension;
      if (!touches(packed, cell, low, high)) continue;
      const begins = bit !== undefined && beginsIn(packed, cell, low, high);
      anyBegins ||= begins;
      rows.push(row);
      begun.push((node.begun[index] ?? 0) | (begins ? bit : 0));
    }
    if (!anyBegins) return { ...node, rows: [], begun: [] };
    return { ...node, rows, begun, cuts: bit === undefined ? node.cuts : node.cuts + 1 };
  }

  function* compareAll({ region, rows, begun, cuts }: Node): Generator<Found, void, undefined> {
    for (const [ours, theirs] of groupsToCompare(rows, begun, (1 << cuts) - 1)) {
      for (const [index, row] of ours.entries()) {
        const from = ours === theirs ? index + 1 : 0;
        if (!budget.take(1 + theirs.length - from)) {
          yield { kind: 'not compared', boxes: rows };
          return;
        }
        for (let at = from; at < theirs.length; at += 1) {
          const other = theirs[at] ?? row;
          if (meetFirstIn(packed, row, other, region)) yield { kind: 'pair', pair: [Math.min(row, other), Math.max(row, other)] };
        }
      }
    }
  }

  return searchIn({ region: whole, rows: packed.rows, begun: packed.rows.map(() => 0), cuts: 0, undecided: [...whole.low.keys()] });
}

/** Pairs to compare on both sides of a cut: above it only those of which one begins there. */
function pairsLeft(below: number, above: number, all: number): number {
  const beginning = all - below;
  return pairs(below) + beginning * above - pairs(beginning);
}

function pairs(count: number): number {
  return (count * count) / 2;
}

function beginsIn({ first, runs }: Packed, cell: number, low: number, high: number): boolean {
  return runs[cell]?.some((run) => run.first >= low && run.first <= high) ?? (first[cell] ?? 0) >= low;
}

/** Whether two rows share a point, and the first one that they share lies in the region. */
function meetFirstIn(packed: Packed, row: number, other: number, { low, high }: Region): boolean {
  const { dimensions } = packed;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const first = firstShared(packed, row * dimensions + dimension, other * dimensions + dimension);
    if (first < (low[dimension] ?? 0) || first > (high[dimension] ?? -1)) return false;
  }
  return true;
}
