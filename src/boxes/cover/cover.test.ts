import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AtomSet } from '../atom-set.ts';
import { contains as holds, run, union } from '../atom-set.ts';
import { contains, difference, intersection, isEmpty, meet } from './box-algebra.ts';
import type { Box } from './box.ts';
import { budgetOf } from './box.ts';
import { overlapping } from './overlapping.ts';
import { uncovered, uncoveredPart } from './uncovered.ts';

/** Small spaces, of which every point can be looked at. */
interface Space {
  readonly sizes: readonly number[];
  /** What of it can occur. */
  readonly space: Box;
  readonly boxes: readonly Box[];
}

const LARGE = 1_000_000;

function atomsOf(size: number): fc.Arbitrary<AtomSet> {
  const interval = fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })).map(([a, b]) => run(Math.min(a, b), Math.max(a, b)));
  return fc.oneof(
    { weight: 3, arbitrary: interval },
    { weight: 2, arbitrary: fc.constant(run(0, size - 1)) },
    { weight: 1, arbitrary: fc.array(interval, { maxLength: 3 }).map(union) },
  );
}

const spaces: fc.Arbitrary<Space> = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }).chain((sizes) => {
  const box = fc.tuple(...sizes.map(atomsOf));
  const whole = sizes.map((size) => run(0, size - 1));
  return fc.record({ sizes: fc.constant(sizes), space: fc.oneof({ weight: 3, arbitrary: fc.constant(whole) }, { weight: 1, arbitrary: box }), boxes: fc.array(box, { maxLength: 30 }) });
});

function pointsOf(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>((points, size) => points.flatMap((point) => Array.from({ length: size }, (_, atom) => [...point, atom])), [[]]);
}

function isIn(box: Box, point: readonly number[]): boolean {
  return box.every((atoms, dimension) => holds(atoms, point[dimension] ?? -1));
}

test('what is uncovered is exactly what no box holds, in boxes that share no point', () => {
  fc.assert(
    fc.property(spaces, ({ sizes, space, boxes }) => {
      const found = [...uncovered(space, boxes, budgetOf(LARGE))];
      expect(found.every(({ kind }) => kind === 'uncovered')).toBe(true);
      for (const point of pointsOf(sizes)) {
        const gap = isIn(space, point) && !boxes.some((box) => isIn(box, point));
        const times = found.filter(({ box }) => isIn(box, point)).length;
        if (times !== (gap ? 1 : 0)) expect.fail(`${point.join()} was told ${times} times`);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a box that is uncovered cannot be made wider in any dimension without leaving what is uncovered', () => {
  fc.assert(
    fc.property(spaces, ({ sizes, space, boxes }) => {
      const found = [...uncovered(space, boxes, budgetOf(LARGE))].map(({ box }) => box);
      const [first] = found;
      if (first === undefined) return;
      for (const [dimension, size] of sizes.entries()) {
        for (let atom = 0; atom < size; atom += 1) {
          const slice = first.with(dimension, run(atom, atom));
          if (holds(first[dimension] ?? [], atom) || !contains(space, slice)) continue;
          expect(boxes.some((box) => meet(box, slice))).toBe(true);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('the pairs that overlap are those that share a point, each told once with what it shares', () => {
  fc.assert(
    fc.property(spaces, ({ space, boxes }) => {
      const found = [...overlapping(space, boxes, budgetOf(LARGE))].map((each) => {
        if (each.kind !== 'overlap') throw new Error('the budget is large');
        expect(each.box).toEqual(intersection(space, intersection(boxes[each.pair[0]] ?? [], boxes[each.pair[1]] ?? [])));
        return each.pair.join();
      });
      const pairs = boxes.flatMap((a, i) => boxes.flatMap((b, j) => (i < j && !isEmpty(intersection(space, intersection(a, b))) ? [`${i},${j}`] : [])));
      expect(found.sort()).toEqual(pairs.sort());
    }),
    { numRuns: 3000 },
  );
});

test('what is cut out while searching is not told any more', () => {
  fc.assert(
    fc.property(spaces, ({ sizes, space, boxes }) => {
      const cut: Box[] = [];
      const kept: Box[] = [];
      // Every second box found is cut out, with all that lies above it in the first dimension.
      for (const { box } of uncovered(space, boxes, budgetOf(LARGE), cut)) {
        expect(cut.some((each) => meet(each, box))).toBe(false);
        if ((cut.length + kept.length) % 2 === 0) kept.push(box);
        else cut.push(box.with(0, run(box[0]?.[0]?.first ?? 0, (sizes[0] ?? 1) - 1)));
      }
      for (const point of pointsOf(sizes)) {
        const gap = isIn(space, point) && !boxes.some((box) => isIn(box, point));
        if (gap && ![...kept, ...cut].some((box) => isIn(box, point))) expect.fail(`${point.join()} was neither told nor cut out`);
      }
    }),
    { numRuns: 1000 },
  );
});

test('with a small budget, what was found and what was not searched together are what no box holds, and perhaps more', () => {
  fc.assert(
    fc.property(spaces, fc.integer({ min: 0, max: 200 }), ({ sizes, space, boxes }, steps) => {
      const budget = budgetOf(steps);
      const found = [...uncovered(space, boxes, budget)];
      expect(found.some(({ kind }) => kind === 'not searched') ? budget.spent() : true).toBe(true);
      for (const point of pointsOf(sizes)) {
        const gap = isIn(space, point) && !boxes.some((box) => isIn(box, point));
        const at = found.filter(({ box }) => isIn(box, point));
        const uncoveredThere = at.filter(({ kind }) => kind === 'uncovered').length;
        if (gap && at.length === 0) expect.fail(`${point.join()} was neither found nor left open`);
        if (uncoveredThere > (gap ? 1 : 0)) expect.fail(`${point.join()} was told ${uncoveredThere} times`);
      }
    }),
    { numRuns: 2000 },
  );
});

test('with a small budget, every pair that overlaps is found, or both of its boxes were not compared', () => {
  fc.assert(
    fc.property(spaces, fc.integer({ min: 0, max: 200 }), ({ space, boxes }, steps) => {
      const budget = budgetOf(steps);
      const found = [...overlapping(space, boxes, budget)];
      const all = [...overlapping(space, boxes, budgetOf(LARGE))];
      expect(found.some(({ kind }) => kind === 'not compared') ? budget.spent() : true).toBe(true);
      for (const each of all) {
        if (each.kind !== 'overlap') throw new Error('the budget is large');
        const { pair } = each;
        expect(found.some((other) => (other.kind === 'overlap' ? other.pair.join() === pair.join() : pair.every((row) => other.boxes.includes(row))))).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('one box less another is what is in the one and not in the other', () => {
  fc.assert(
    fc.property(spaces, ({ sizes, space, boxes }) => {
      const rest = difference(space, boxes);
      for (const point of pointsOf(sizes)) {
        const times = rest.filter((box) => isIn(box, point)).length;
        if (times !== (isIn(space, point) && !boxes.some((box) => isIn(box, point)) ? 1 : 0)) expect.fail(`${point.join()} is in ${times} boxes`);
      }
      expect(rest.some(isEmpty)).toBe(false);
      expect(uncoveredPart(space, boxes, budgetOf(LARGE)) === undefined).toBe(rest.length === 0);
    }),
    { numRuns: 1000 },
  );
});

test('a box contains another, or meets it, as their points say', () => {
  fc.assert(
    fc.property(spaces, ({ sizes, space, boxes }) => {
      for (const box of boxes) {
        const points = pointsOf(sizes).filter((point) => isIn(box, point));
        expect(contains(space, box)).toBe(points.every((point) => isIn(space, point)));
        expect(meet(space, box)).toBe(points.some((point) => isIn(space, point)));
      }
    }),
    { numRuns: 500 },
  );
});
