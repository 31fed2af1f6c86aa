import { describe, expect, test } from 'vitest';
import { FeelRange, rangeIncludes } from '../../src/feel/values/range.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { decimalOf } from '../../src/feel/values/decimal.ts';
import { rangeBuiltins } from '../../src/feel/functions/range.ts';

/** A range over small integers, or one of them, as plain numbers. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
}

const POINTS = [0, 1, 2, 3];
// Ranges that hold something: DMN says nothing of `[3..1]` or `(1..1)`.
const RANGES: Span[] = POINTS.flatMap((start) =>
  POINTS.flatMap((end) => [true, false].flatMap((startIncluded) => [true, false].map((endIncluded) => ({ start, end, startIncluded, endIncluded })))),
).filter(({ start, end, startIncluded, endIncluded }) => start < end || (start === end && startIncluded && endIncluded));

// DMN 1.5, table 78, as it stands there.
const pointPoint: Record<string, (p: number, q: number) => boolean> = {
  before: (p, q) => p < q,
  after: (p, q) => p > q,
  coincides: (p, q) => p === q,
};

const pointRange: Record<string, (p: number, r: Span) => boolean> = {
  before: (p, r) => p < r.start || (p === r.start && !r.startIncluded),
  after: (p, r) => p > r.end || (p === r.end && !r.endIncluded),
  finishes: (p, r) => r.endIncluded && r.end === p,
  during: (p, r) => (r.start < p && r.end > p) || (r.start === p && r.startIncluded) || (r.end === p && r.endIncluded),
  starts: (p, r) => r.start === p && r.startIncluded,
};

const rangePoint: Record<string, (r: Span, p: number) => boolean> = {
  before: (r, p) => r.end < p || (r.end === p && !r.endIncluded),
  after: (r, p) => r.start > p || (r.start === p && !r.startIncluded),
  'finished by': (r, p) => r.endIncluded && r.end === p,
  includes: (r, p) => (r.start < p && r.end > p) || (r.start === p && r.startIncluded) || (r.end === p && r.endIncluded),
  'started by': (r, p) => r.start === p && r.startIncluded,
};

const rangeRange: Record<string, (a: Span, b: Span) => boolean> = {
  before: (a, b) => a.end < b.start || ((!a.endIncluded || !b.startIncluded) && a.end === b.start),
  after: (a, b) => a.start > b.end || ((!a.startIncluded || !b.endIncluded) && a.start === b.end),
  meets: (a, b) => a.endIncluded && b.startIncluded && a.end === b.start,
  'met by': (a, b) => a.startIncluded && b.endIncluded && a.start === b.end,
  overlaps: (a, b) =>
    (a.end > b.start || (a.end === b.start && a.endIncluded && b.startIncluded)) && (a.start < b.end || (a.start === b.end && a.startIncluded && b.endIncluded)),
  'overlaps before': (a, b) =>
    (a.start < b.start || (a.start === b.start && a.startIncluded && !b.startIncluded)) &&
    (a.end > b.start || (a.end === b.start && a.endIncluded && b.startIncluded)) &&
    (a.end < b.end || (a.end === b.end && (!a.endIncluded || b.endIncluded))),
  'overlaps after': (a, b) =>
    (b.start < a.start || (b.start === a.start && b.startIncluded && !a.startIncluded)) &&
    (b.end > a.start || (b.end === a.start && b.endIncluded && a.startIncluded)) &&
    (b.end < a.end || (b.end === a.end && (!b.endIncluded || a.endIncluded))),
  finishes: (a, b) => a.endIncluded === b.endIncluded && a.end === b.end && (a.start > b.start || (a.start === b.start && (!a.startIncluded || b.startIncluded))),
  'finished by': (a, b) => a.endIncluded === b.endIncluded && a.end === b.end && (a.start < b.start || (a.start === b.start && (a.startIncluded || !b.startIncluded))),
  includes: (a, b) =>
    (a.start < b.start || (a.start === b.start && (a.startIncluded || !b.startIncluded))) && (a.end > b.end || (a.end === b.end && (a.endIncluded || !b.endIncluded))),
  during: (a, b) =>
    (b.start < a.start || (b.start === a.start && (b.startIncluded || !a.startIncluded))) && (b.end > a.end || (b.end === a.end && (b.endIncluded || !a.endIncluded))),
  starts: (a, b) => a.start === b.start && a.startIncluded === b.startIncluded && (a.end < b.end || (a.end === b.end && (!a.endIncluded || b.endIncluded))),
  'started by': (a, b) => a.start === b.start && a.startIncluded === b.startIncluded && (b.end < a.end || (b.end === a.end && (!b.endIncluded || a.endIncluded))),
  coincides: (a, b) => a.start === b.start && a.startIncluded === b.startIncluded && a.end === b.end && a.endIncluded === b.endIncluded,
};

describe('every relation is what DMN defines, for all small', () => {
  test.each(Object.entries(pointPoint))('points: %s', (name, definition) => {
    expectSame(name, definition, POINTS, POINTS);
  });
  test.each(Object.entries(pointRange))('points and ranges: %s', (name, definition) => {
    expectSame(name, definition, POINTS, RANGES);
  });
  test.each(Object.entries(rangePoint))('ranges and points: %s', (name, definition) => {
    expectSame(name, definition, RANGES, POINTS);
  });
  test.each(Object.entries(rangeRange))('ranges: %s', (name, definition) => {
    expectSame(name, definition, RANGES, RANGES);
  });
});

test('a point is included in a range exactly if it lies in it', () => {
  for (const range of RANGES) {
    for (const point of POINTS) {
      expect(call('includes', range, point)).toBe(rangeIncludes(rangeOf(range), decimalOf(point)));
    }
  }
});

test('every relation of two ranges is tried', () => {
  expect(Object.keys(rangeRange).sort()).toEqual(rangeBuiltins.map(({ name }) => name).filter((name) => name !== 'range').sort());
});

function expectSame<A extends number | Span, B extends number | Span>(name: string, definition: (a: A, b: B) => boolean, as: readonly A[], bs: readonly B[]): void {
  const pairs = as.flatMap((a) => bs.map((b) => [a, b] as const));
  const differing = pairs.filter(([a, b]) => call(name, a, b) !== definition(a, b));
  expect(differing).toEqual([]);
  // A definition that never or always holds would prove nothing.
  expect(new Set(pairs.map(([a, b]) => definition(a, b))).size).toBe(2);
}

function call(name: string, a: number | Span, b: number | Span): Value | undefined {
  return rangeBuiltins.find((one) => one.name === name)?.signatures[0]?.call([valueOf(a), valueOf(b)]);
}

function valueOf(one: number | Span): Value {
  return typeof one === 'number' ? decimalOf(one) : rangeOf(one);
}

function rangeOf({ start, end, startIncluded, endIncluded }: Span): FeelRange {
  return new FeelRange(decimalOf(start), decimalOf(end), startIncluded, endIncluded);
}
