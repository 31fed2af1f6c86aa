import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal as Oracle } from 'decimal.js';
import { Decimal, compareDecimals, plainText } from '../../src/feel/values/decimal.ts';
import { FeelFunction } from '../../src/feel/values/function.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { isList } from '../../src/feel/functions/shapes.ts';
import { call, decimal, feel } from '../feel-calls.ts';

const number = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(3)).map(([digits, scale]) => `${digits}e-${scale}`);
const numbers = fc.array(number, { maxLength: 30 });
const item: fc.Arbitrary<Value> = fc.oneof(number.map(decimal), fc.constantFrom('a', 'b', '1'), fc.boolean(), fc.constant(null), fc.array(fc.constantFrom('a', true, null), { maxLength: 2 }));
const list = fc.array(item, { maxLength: 12 });

const Spacious = Oracle.clone({ precision: 100, rounding: Oracle.ROUND_HALF_EVEN });

function listed(value: Value): readonly Value[] {
  if (!isList(value)) throw new Error('not a list');
  return value;
}

test('reversing twice gives the list back, and the last item comes first', () => {
  fc.assert(
    fc.property(list, (items) => {
      expect(call('reverse', call('reverse', items))).toEqual(items);
      if (items.length > 0) expect(listed(call('reverse', items))[0]).toEqual(items.at(-1));
    }),
  );
});

test('sorting agrees with JavaScript, and is stable', () => {
  const byNumber = new FeelFunction(['a', 'b'], ([a, b]) => numberOf(a) < numberOf(b));
  const pair = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat());
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 60 }), (pairs) => {
      const expected = [...pairs].sort(([a], [b]) => a - b);
      expect(call('sort', pairs, byNumber)).toEqual(feel(expected));
    }),
  );
  function numberOf(value: Value | undefined): number {
    const [first] = listed(value ?? null);
    return first instanceof Decimal ? Number(first.coefficient) : NaN;
  }
});

test('a part taken out and put back makes the list again', () => {
  fc.assert(
    fc.property(list, fc.nat(11), (items, at) => {
      fc.pre(at < items.length - 1);
      const removed = call('remove', items, at + 1);
      expect(call('insert before', removed, at + 1, items[at] ?? null)).toEqual(items);
      expect(call('concatenate', call('sublist', items, 1, at + 1), call('sublist', items, at + 2))).toEqual(items);
    }),
  );
});

test('distinct values has each value once, in the order of its first position', () => {
  fc.assert(
    fc.property(list, (items) => {
      const once = listed(call('distinct values', items));
      expect(call('distinct values', once)).toEqual(once);
      const positions = once.map((value) => listed(call('index of', items, value))[0]);
      expect(positions.every((position) => position !== undefined)).toBe(true);
      expect(positions).toEqual([...positions].sort((a, b) => (a instanceof Decimal && b instanceof Decimal ? compareDecimals(a, b) : 0)));
      expect(items.every((value) => call('list contains', once, value) === true)).toBe(true);
      expect(call('union', items, items)).toEqual(once);
    }),
  );
});

test('sums, means, medians and extremes agree with decimal.js', () => {
  fc.assert(
    fc.property(numbers, (texts) => {
      fc.pre(texts.length > 0);
      const items = texts.map(decimal);
      const sorted = texts.map((text) => new Spacious(text)).sort((a, b) => a.cmp(b));
      const total = Spacious.sum(...texts);
      expect(text(call('sum', items))).toBe(written(total));
      expect(text(call('mean', items))).toBe(written(total.div(texts.length)));
      expect(text(call('min', items))).toBe(written(sorted[0]));
      expect(text(call('max', items))).toBe(written(sorted.at(-1)));
      const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
      expect(text(call('median', items))).toBe(written(Spacious.sum(...middle).div(middle.length)));
    }),
  );
});

test('the standard deviation is correctly rounded', () => {
  fc.assert(
    fc.property(numbers, (texts) => {
      fc.pre(texts.length > 1);
      const mean = Spacious.sum(...texts).div(texts.length);
      const squares = texts.map((one) => new Spacious(one).sub(mean).pow(2));
      expect(text(call('stddev', texts.map(decimal)))).toBe(written(Spacious.sum(...squares).div(texts.length - 1).sqrt()));
    }),
  );
});

function text(value: Value): string {
  return value instanceof Decimal ? plainText(value) : 'not a number';
}

function written(value: Oracle | undefined): string {
  const rounded = value?.toSignificantDigits(34);
  return rounded === undefined ? 'nothing' : rounded.isZero() ? '0' : rounded.toFixed();
}
