import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FeelDate } from '../../feel/values/temporal.ts';
import type { Period } from '../../model/policy.ts';
import { overlaps } from './overlaps.ts';
import { commonPeriod } from './periods.ts';

const day = fc.option(fc.integer({ min: 0, max: 20 }));
const period: fc.Arbitrary<Period> = fc.tuple(day, day).map(([a, b]) => {
  const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
  return { from: from === null ? undefined : new FeelDate(from), to: to === null ? undefined : new FeelDate(to) };
});

test('an overlap is found if and only if two of the periods share a day, and names two that do', () => {
  fc.assert(
    fc.property(fc.array(period, { maxLength: 6 }), (periods) => {
      const things = periods.map((inForce) => ({ inForce }));
      const found = overlaps(things);
      const some = things.some((a, place) => things.slice(place + 1).some((b) => commonPeriod(a.inForce, b.inForce) !== undefined));
      expect(found.length > 0).toBe(some);
      for (const { earlier, later, common } of found) {
        expect(common).toEqual(commonPeriod(earlier.inForce, later.inForce));
        expect(things.indexOf(earlier)).toBeLessThan(things.indexOf(later));
      }
    }),
  );
});
