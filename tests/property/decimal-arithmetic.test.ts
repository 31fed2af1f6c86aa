import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absolute, add, compareDecimals, decimalsEqual, divide, modulo, multiply, negate, plainText, subtract } from '../../src/feel/values/decimal.ts';
import { Exact34, Spacious, numberText, oracle, parsed, spelled } from './decimal-numbers.ts';

const runs = { numRuns: 20_000 };

test('add, subtract, multiply and divide agree with decimal.js at 34 digits, half-even', () => {
  fc.assert(
    fc.property(numberText, numberText, (left, right) => {
      const [a, b, x, y] = [parsed(left), parsed(right), oracle(left), oracle(right)];
      expect(plainText(add(a, b))).toBe(spelled(Exact34.add(x, y)));
      expect(plainText(subtract(a, b))).toBe(spelled(Exact34.sub(x, y)));
      expect(plainText(multiply(a, b))).toBe(spelled(Exact34.mul(x, y)));
      if (!y.isZero()) expect(plainText(divide(a, b))).toBe(spelled(Exact34.div(x, y)));
    }),
    runs,
  );
});

test('comparison agrees with decimal.js, and equal numbers are one normal form', () => {
  fc.assert(
    fc.property(numberText, numberText, (left, right) => {
      const [a, b] = [parsed(left), parsed(right)];
      expect(compareDecimals(a, b)).toBe(oracle(left).cmp(oracle(right)));
      expect(decimalsEqual(a, b)).toBe(oracle(left).eq(oracle(right)));
      expect(compareDecimals(a, parsed(plainText(a)))).toBe(0);
      expect(parsed(plainText(a))).toStrictEqual(a);
    }),
    runs,
  );
});

test('numbers that differ in the last place only are told apart', () => {
  fc.assert(
    fc.property(numberText, fc.integer({ min: -60, max: 60 }), (text, exponent) => {
      const a = parsed(text);
      const near = add(a, parsed(`1e${exponent}`));
      expect(compareDecimals(a, near)).toBe(oracle(text).cmp(Exact34.add(oracle(text), `1e${exponent}`)));
    }),
    runs,
  );
});

test('what is subtracted comes back, and signs are mirror images', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.nat(10), fc.nat(10), (left, right, leftScale, rightScale) => {
      const a = parsed(`${left}e-${leftScale}`);
      const b = parsed(`${right}e-${rightScale}`);
      expect(subtract(add(a, b), b)).toStrictEqual(a);
      expect(multiply(negate(a), b)).toStrictEqual(negate(multiply(a, b)));
      expect(absolute(negate(a))).toStrictEqual(absolute(a));
    }),
    runs,
  );
});

test('modulo takes the sign of the divisor and leaves an exact rest', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.nat(6), fc.nat(6), (left, right, leftScale, rightScale) => {
      fc.pre(right !== 0);
      const [left2, right2] = [`${left}e-${leftScale}`, `${right}e-${rightScale}`];
      const [x, y] = [new Spacious(left2), new Spacious(right2)];
      expect(plainText(modulo(parsed(left2), parsed(right2)))).toBe(spelled(x.sub(y.mul(x.div(y).floor()))));
    }),
    runs,
  );
});

test('modulo of numbers however far apart is exact too, and rounded once', () => {
  const Exact = Spacious.clone({ precision: 1200, modulo: Spacious.ROUND_FLOOR });
  fc.assert(
    fc.property(numberText, numberText, (left, right) => {
      const divisor = oracle(right);
      fc.pre(!divisor.isZero());
      expect(plainText(modulo(parsed(left), parsed(right)))).toBe(spelled(Exact.mod(oracle(left), divisor).toSignificantDigits(34)));
    }),
    runs,
  );
});

test('near the ends of the range a result is rounded once, where its digits or its scale end', () => {
  const tiny = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 3050, max: 3110 })).map(([coefficient, exponent]) => `${coefficient}e-${exponent}`);
  fc.assert(
    fc.property(tiny, tiny, (left, right) => {
      const [a, b] = [parsed(left), parsed(right)];
      expect(plainText(multiply(a, b))).toBe(spelled(onceRounded(Widest.mul(left, right))));
      fc.pre(b.coefficient !== 0);
      const reciprocal = right.replace('e-', 'e');
      expect(plainText(divide(a, parsed(reciprocal)))).toBe(spelled(onceRounded(Widest.div(left, reciprocal))));
    }),
    { numRuns: 2_000 },
  );
});

const Widest = Spacious.clone({ precision: 200 });

/** To 34 digits, or to the 6176th after the point where that is coarser. */
function onceRounded(value: InstanceType<typeof Widest>): InstanceType<typeof Widest> {
  return value.isZero() || value.e - 33 >= -6176 ? value.toSignificantDigits(34) : value.toDecimalPlaces(6176);
}
