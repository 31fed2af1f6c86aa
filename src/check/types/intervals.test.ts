import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds as compare } from '../../feel/values/compare.ts';
import { decimalOf } from '../../feel/values/decimal.ts';
import type { Comparison } from '../../feel/values/value.ts';
import { liesIn } from '../../model/allowed.ts';
import type { CellTest, Constant } from '../../model/expression.ts';
import type { Interval } from '../../model/type.ts';
import { intersection, intervalsOf } from './intervals.ts';
import { plainNumber } from './number-types.ts';

const span = { file: { path: '', text: '' }, start: 0, end: 0 };
/** Bounds are even numbers, so that odd ones lie between them. */
const bound = fc.integer({ min: -3, max: 3 }).map((half) => half * 2);
const samples = Array.from({ length: 17 }, (_, index) => index - 8);

const interval: fc.Arbitrary<Interval> = fc.tuple(fc.option(bound), fc.option(bound), fc.boolean(), fc.boolean()).map(([a, b, lowClosed, highClosed]) => {
  const [low, high] = a !== null && b !== null && a > b ? [b, a] : [a, b];
  const single = low !== null && low === high;
  return { low: low === null ? undefined : decimalOf(low), high: high === null ? undefined : decimalOf(high), lowClosed: lowClosed || single, highClosed: highClosed || single };
});

function holds(intervals: readonly Interval[], value: number): boolean {
  return intervals.some((one) => liesIn(one, decimalOf(value)));
}

test('a value lies in the intersection if it lies in both', () => {
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 4 }), fc.array(interval, { maxLength: 4 }), (a, b) => {
      for (const value of samples) expect(holds(intersection(a, b), value)).toBe(holds(a, value) && holds(b, value));
    }),
  );
});

interface Claim {
  readonly operator: Comparison;
  readonly bound: number;
  readonly denied: boolean;
}

const claim: fc.Arbitrary<Claim> = fc.record({ operator: fc.constantFrom<Comparison>('=', '!=', '<', '<=', '>', '>='), bound, denied: fc.boolean() });

function cellOf({ operator, bound: value, denied }: Claim): CellTest {
  const operand: Constant = { kind: 'constant', value: decimalOf(value), type: plainNumber, span };
  const compared: CellTest = { kind: 'compare', operator, operand, span };
  return denied ? { kind: 'not', test: compared, span } : compared;
}

function isTrue({ operator, bound: at, denied }: Claim, value: number): boolean {
  return denied !== compare(operator, decimalOf(value), decimalOf(at));
}

test('the intervals of comparisons, choices and denials hold what they say', () => {
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 4 }), (claims) => {
      const intervals = intervalsOf({ kind: 'one of', tests: claims.map(cellOf), span }, plainNumber) ?? [];
      for (const value of samples) expect(holds(intervals, value)).toBe(claims.some((one) => isTrue(one, value)));
    }),
  );
});
