import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, fixedText, isMultipleOf, multiply, plainText, roundToMultiple, roundToScale, toSafeInteger, decimalOf } from '../../src/feel/values/decimal.ts';
import { Exact34, Spacious, methods, modes, numberText, oracle, parsed, spelled } from './decimal-numbers.ts';

const runs = { numRuns: 10_000 };

/** Whole, half and near-half multiples of 10^-scale, where the methods part ways. */
const halves = fc
  .tuple(fc.integer({ min: -400, max: 400 }), fc.constantFrom('', '0', '5', '50', '49', '51', '500000000000000000000001'), fc.nat(4))
  .map(([whole, rest, scale]) => `${whole}${rest}e-${scale + rest.length}`);

test.each(methods)('rounding %s to a number of digits agrees with decimal.js', (method) => {
  fc.assert(
    fc.property(fc.oneof(numberText, halves), fc.integer({ min: -8, max: 40 }), (text, digits) => {
      const expected = digits >= 0 ? oracle(text).toDecimalPlaces(digits, modes[method]) : new Spacious(oracle(text)).toNearest(`1e${-digits}`, modes[method]);
      expect(plainText(roundToScale(parsed(text), digits, method))).toBe(spelled(expected.toSignificantDigits(34)));
    }),
    runs,
  );
});

test.each(methods)('rounding %s to a multiple agrees with decimal.js', (method) => {
  fc.assert(
    fc.property(fc.oneof(numberText, halves), fc.constantFrom('1', '0.01', '1000', '0.05', '0.25', '7', '2.5', '0.003', '1e-20', '12345678901234567890'), (text, step) => {
      const expected = new Spacious(oracle(text)).toNearest(step, modes[method]).toSignificantDigits(34);
      const rounded = roundToMultiple(parsed(text), parsed(step), method);
      expect(plainText(rounded)).toBe(spelled(expected));
    }),
    runs,
  );
});

test('a multiple is recognised exactly, and its neighbours are not', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.oneof(fc.integer({ min: 1, max: 9999 }).map((n) => `${n}e-3`), fc.constantFrom('0.01', '1', '250', '1e-20')), (count, step) => {
      const multiple = multiply(decimalOf(count), parsed(step));
      expect(isMultipleOf(multiple, parsed(step))).toBe(true);
      expect(isMultipleOf(add(multiple, parsed('1e-21')), parsed(step))).toBe(false);
    }),
    runs,
  );
});

test('being a multiple agrees with the remainder of decimal.js', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), fc.nat(4), fc.integer({ min: 1, max: 500 }), fc.nat(4), (value, valueScale, step, stepScale) => {
      const [a, b] = [`${value}e-${valueScale}`, `${step}e-${stepScale}`];
      expect(isMultipleOf(parsed(a), parsed(b))).toBe(new Exact34(a).mod(b).isZero());
    }),
    runs,
  );
});

test('fixed text has just the digits asked for', () => {
  fc.assert(
    fc.property(fc.oneof(numberText, halves), fc.nat(12), (text, digits) => {
      const expected = oracle(text).toDecimalPlaces(digits, modes['half even']);
      expect(fixedText(parsed(text), digits)).toBe(expected.isZero() ? new Exact34(0).toFixed(digits) : expected.toFixed(digits));
    }),
    runs,
  );
});

test('a safe integer comes back as itself, and nothing else does', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (integer) => {
      expect(toSafeInteger(decimalOf(integer))).toBe(integer + 0);
    }),
    runs,
  );
  expect(toSafeInteger(parsed('9007199254740992'))).toBeUndefined();
  expect(toSafeInteger(parsed('0.5'))).toBeUndefined();
});
