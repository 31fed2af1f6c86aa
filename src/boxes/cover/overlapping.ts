import { meet } from '../atom-set.ts';
import type { Box, Budget } from './box.ts';
import { intersection } from './box-algebra.ts';
import type { ClippedDimension } from './clipped.ts';
import { clip } from './clipped.ts';
import { divide, judge } from './parts.ts';

export type Overlapping =
  /** Two boxes, by number, the lower first, and the points of the space that both hold. */
  | { readonly kind: 'overlap'; readonly pair: readonly [number, number]; readonly box: Box }
  /** The budget was spent before these boxes had all been compared with each other. */
  | { readonly kind: 'not compared'; readonly boxes: readonly number[] };

/** Every two boxes that share a point of the space, each pair once, in no order that means anything. Pairs are looked for as the caller asks for them. */
export function* overlapping(space: Box, boxes: readonly Box[], budget: Budget): Generator<Overlapping, void, undefined> {
  const { rows, dimensions } = clip(space, boxes);
  for (const found of search({ rows: rows.map((row) => ({ row, begun: 0 })), undecided: dimensions, decided: [] }, budget)) {
    if (found.kind === 'not compared') {
      yield found;
      continue;
    }
    const [a, b] = found.pair.map((row) => dimensions.map(({ cells }) => cells[row] ?? []));
    if (a !== undefined && b !== undefined) yield { kind: 'overlap', pair: found.pair, box: intersection(a, b) };
  }
}

/**
 * A row in a node. Bit `n` of `begun` says that a run of it begins in the part taken of the n-th dimension divided. Two
 * rows that both hold several parts are compared where they first meet, and there at least one of them begins.
 */
interface Entry {
  readonly row: number;
  readonly begun: number;
}

interface Node {
  readonly rows: readonly Entry[];
  readonly undecided: readonly ClippedDimension[];
  /** The dimensions divided, with the first atom of the part taken. */
  readonly decided: readonly { readonly dimension: ClippedDimension; readonly first: number }[];
}

type Found = { readonly kind: 'pair'; readonly pair: readonly [number, number] } | Extract<Overlapping, { readonly kind: 'not compared' }>;

/** Up to so many rows are compared each with each. */
const FEW = 8;

/** As many dimensions as `begun` has bits for. */
const MOST_DIVIDED = 30;

function* search(node: Node, budget: Budget): Generator<Found, void, undefined> {
  const numbers = node.rows.map(({ row }) => row);
  if (numbers.length < 2) return;
  if (!budget.take(numbers.length * (1 + node.undecided.length))) {
    yield { kind: 'not compared', boxes: numbers };
    return;
  }
  const undecided = node.undecided.filter(({ full }) => numbers.some((row) => full[row] !== true));
  const dividing = numbers.length <= FEW || node.decided.length === MOST_DIVIDED ? undefined : bestOf(undecided, numbers);
  if (dividing === undefined) yield* compareAll({ ...node, undecided }, budget);
  else yield* searchParts({ ...node, undecided }, dividing, budget);
}

/** The dimension that leaves the fewest pairs to compare; undefined where comparing all now is less work. */
function bestOf(dimensions: readonly ClippedDimension[], rows: readonly number[]): ClippedDimension | undefined {
  let best: ClippedDimension | undefined;
  let least = (rows.length * rows.length) / 2;
  for (const dimension of dimensions) {
    const { meetings } = judge(dimension, rows);
    if (meetings < least) [best, least] = [dimension, meetings];
  }
  return best;
}

function* searchParts({ rows, undecided, decided }: Node, dividing: ClippedDimension, budget: Budget): Generator<Found, void, undefined> {
  const begun = new Map(rows.map((entry) => [entry.row, entry.begun]));
  const bit = 1 << decided.length;
  const others = undecided.filter((each) => each !== dividing);
  const parts = divide(dividing, [...begun.keys()]);
  for (const [index, { atoms, rows: inPart }] of parts.entries()) {
    if (budget.spent()) {
      yield { kind: 'not compared', boxes: [...new Set(parts.slice(index).flatMap((part) => part.rows))] };
      return;
    }
    const entries = inPart.map((row): Entry => {
      const begins = dividing.cells[row]?.some(({ first }) => first === atoms.first) === true;
      return { row, begun: (begun.get(row) ?? 0) | (begins ? bit : 0) };
    });
    if (!entries.some((entry) => (entry.begun & bit) !== 0)) continue;
    yield* search({ rows: entries, undecided: others, decided: [...decided, { dimension: dividing, first: atoms.first }] }, budget);
  }
}

function* compareAll({ rows, undecided, decided }: Node, budget: Budget): Generator<Found, void, undefined> {
  const all = (1 << decided.length) - 1;
  for (const [ours, theirs] of groupsToCompare(rows, all)) {
    for (const [index, row] of ours.entries()) {
      const from = ours === theirs ? index + 1 : 0;
      if (!budget.take(1 + theirs.length - from)) {
        yield { kind: 'not compared', boxes: [...new Set([...ours.slice(index), ...theirs])] };
        return;
      }
      for (let at = from; at < theirs.length; at += 1) {
        const other = theirs[at] ?? row;
        if (!undecided.every(({ cells }) => meet(cells[row] ?? [], cells[other] ?? []))) continue;
        if (decided.every(({ dimension, first }) => firstShared(dimension, row, other) === first)) {
          yield { kind: 'pair', pair: [Math.min(row, other), Math.max(row, other)] };
        }
      }
    }
  }
}

/** The rows by what has begun in them, and of these groups each two in which together everything has. */
function groupsToCompare(rows: readonly Entry[], all: number): readonly (readonly [readonly number[], readonly number[]])[] {
  const groups = new Map<number, number[]>();
  for (const { row, begun } of rows) {
    const group = groups.get(begun);
    if (group === undefined) groups.set(begun, [row]);
    else group.push(row);
  }
  const list = [...groups];
  return list.flatMap(([begun, group], index) => list.slice(index).flatMap(([other, others]): [number[], number[]][] => ((begun | other) === all ? [[group, others]] : [])));
}

/** The first atom that both rows accept; they have one in common. */
function firstShared({ cells }: ClippedDimension, row: number, other: number): number {
  let least = Infinity;
  for (const a of cells[row] ?? []) {
    for (const b of cells[other] ?? []) {
      const first = Math.max(a.first, b.first);
      if (first <= Math.min(a.last, b.last)) least = Math.min(least, first);
    }
  }
  return least;
}
