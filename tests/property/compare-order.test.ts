import * as fc from 'fast-check';
import { compare, equal, holds, identical } from '../../src/feel/values/compare.ts';
import { dates, daysDurations, localDateTimes, localTimes, monthsDurations, offsetDateTimes, offsetTimes, regionDateTimes } from './temporal-values.ts';
import { expect, test } from 'vitest';
import { EnumMember } from '../../src/feel/values/enum.ts';
import type { Value } from '../../src/feel/values/value.ts';
import type { Vocabulary } from '../../src/feel/values/enum.ts';
import { decimalOf } from '../../src/feel/values/decimal.ts';
import { parseDecimal } from '../../src/feel/values/decimal.ts';

const members: EnumMember[] = [];
const classes: Vocabulary = { name: 'Class', members, order: 'worst last' };
['normal', 'special_mention', 'substandard', 'doubtful', 'loss'].forEach((name, rank) => members.push(new EnumMember(classes, name, rank)));

const numbers = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: -3, max: 20 }))
  .map(([coefficient, scale]) => parseDecimal(`${coefficient}e${-scale}`) ?? decimalOf(0));

const zoned = fc.oneof(offsetDateTimes, regionDateTimes);

test.each<[string, fc.Arbitrary<Value>]>([
  ['numbers', numbers],
  ['texts', fc.string({ unit: 'binary', maxLength: 4 })],
  ['enum members', fc.constantFrom(...members)],
  ['dates', dates],
  ['local times', localTimes],
  ['times with offsets', offsetTimes],
  ['local date and times', localDateTimes],
  ['date and times with zones', zoned],
  ['days and time durations', daysDurations],
  ['years and months durations', monthsDurations],
])('the order of %s is total and agrees with equality', (_, values) => {
  fc.assert(
    fc.property(values, values, values, (a, b, c) => {
      expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      expect(compare(a, b) === 0).toBe(equal(a, b));
      expect(equal(a, b)).toBe(equal(b, a));
      const [low = a, middle = b, high = c] = [a, b, c].sort(compare);
      expect([compare(low, middle), compare(middle, high), compare(low, high)].every((order) => order <= 0)).toBe(true);
      expect([holds('<', a, b), holds('=', a, b), holds('>', a, b)].filter(Boolean)).toHaveLength(1);
      expect(holds('<=', a, b)).toBe(!holds('>', a, b));
      expect(holds('>=', a, b)).toBe(!holds('<', a, b));
      expect(holds('!=', a, b)).toBe(!holds('=', a, b));
    }),
    { numRuns: 500 },
  );
});

test('texts are ordered as their lists of code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compare(a, b))).toBe(compareLists(codePoints(a), codePoints(b)));
    }),
    { numRuns: 1000 },
  );
});

test('a value built twice is equal to and identical with itself, however deep', () => {
  const { value } = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      numbers,
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      dates,
      zoned,
      daysDurations,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')), tie('value')), { maxLength: 3 }).map((entries) => new Map(entries)),
    ),
  }));
  fc.assert(
    fc.property(fc.clone(value, 2), ([one, other]) => {
      expect(equal(one, other)).toBe(true);
      expect(identical(one, other)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length < b.length ? -1 : 0;
}
