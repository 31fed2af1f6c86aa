import type { AtomSet } from '../atom-set.ts';
import { difference as withoutAtoms, union } from '../atom-set.ts';
import type { Box, Budget } from './box.ts';
import { difference, isEmpty } from './box-algebra.ts';
import type { ClippedDimension } from './clipped.ts';
import { clip } from './clipped.ts';
import type { Part } from './parts.ts';
import { divide, judge } from './parts.ts';
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
  const found: Box[] = [];
  const clipped = clip(space, boxes);
  for (const region of search(space, clipped.rows, clipped.dimensions, budget)) {
    if (region.kind === 'not searched') {
      yield* difference(region.box, [...found, ...cut]).map((box): Uncovered => ({ kind: 'not searched', box }));
      continue;
    }
    // What was found before, widened, may hold this too; and each piece of it, widened, the next.
    for (let rest = difference(region.box, [...found, ...cut]); rest[0] !== undefined; rest = difference(region.box, [...found, ...cut])) {
      budget.take(clipped.rows.length + found.length + cut.length);
      const box = widen(rest[0], clipped, [...found, ...cut]);
      found.push(box);
      yield { kind: 'uncovered', box };
    }
  }
}

/** A part of `box` that the others do not cover; undefined if there is none, or none was found within the budget. */
export function uncoveredPart(box: Box, by: readonly Box[], budget: Budget): Box | undefined {
  for (const region of uncovered(box, by, budget)) return region.kind === 'uncovered' ? region.box : undefined;
  return undefined;
}

/** Divides the region by one dimension after another until no row is left in it, or one that accepts all of it. */
function* search(region: Box, rows: readonly number[], dimensions: readonly ClippedDimension[], budget: Budget): Generator<Uncovered, void, undefined> {
  if (rows.length === 0) {
    yield { kind: 'uncovered', box: region };
    return;
  }
  if (!budget.take(rows.length * (1 + dimensions.length))) {
    yield { kind: 'not searched', box: region };
    return;
  }
  const undecided = dimensions.filter(({ full }) => rows.some((row) => full[row] !== true));
  if (rows.some((row) => undecided.every(({ full }) => full[row] === true))) return;
  const dividing = bestOf(undecided, rows);
  if (dividing === undefined) return;
  const others = undecided.filter((each) => each !== dividing);
  const { dimension } = dividing;
  const groups = groupsOf(divide(dividing, rows));
  const outside = withoutAtoms(region[dimension] ?? [], union(groups.map(({ atoms }) => atoms)));
  if (outside.length > 0) yield { kind: 'uncovered', box: region.with(dimension, outside) };
  for (const [index, group] of groups.entries()) {
    if (budget.spent()) {
      yield { kind: 'not searched', box: region.with(dimension, union(groups.slice(index).map(({ atoms }) => atoms))) };
      return;
    }
    yield* search(region.with(dimension, group.atoms), group.rows, others, budget);
  }
}

function bestOf(dimensions: readonly ClippedDimension[], rows: readonly number[]): ClippedDimension | undefined {
  if (dimensions.length <= 1) return dimensions[0];
  return dimensions.map((dimension) => ({ dimension, ...judge(dimension, rows) })).reduce((best, next) => (next.squares < best.squares ? next : best)).dimension;
}

interface Group {
  readonly atoms: AtomSet;
  readonly rows: readonly number[];
}

/** Parts that the same rows accept are searched as one. */
function groupsOf(parts: readonly Part[]): readonly Group[] {
  const groups = new Map<string, { readonly atoms: AtomSet[]; readonly rows: readonly number[] }>();
  for (const { atoms, rows } of parts) {
    const key = rows.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { atoms: [[atoms]], rows });
    else group.atoms.push([atoms]);
  }
  return [...groups.values()].map(({ atoms, rows }) => ({ atoms: union(atoms), rows }));
}

