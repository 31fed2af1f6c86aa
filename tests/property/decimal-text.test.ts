import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalsEqual, parseDecimal, parseExactDecimal, plainText } from '../../src/feel/values/decimal.ts';
import { numberText, oracle, parsed, spelled } from './decimal-numbers.ts';

const runs = { numRuns: 20_000 };

test('a number is read as decimal.js reads it, rounded half-even to 34 digits', () => {
  fc.assert(
    fc.property(numberText, (text) => {
      expect(plainText(parsed(text))).toBe(spelled(oracle(text)));
    }),
    runs,
  );
});

test('printing and reading give the number back', () => {
  fc.assert(
    fc.property(numberText, (text) => {
      const printed = plainText(parsed(text));
      expect(decimalsEqual(parsed(printed), parsed(text))).toBe(true);
      expect(plainText(parsed(printed))).toBe(printed);
      expect(printed).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
    }),
    runs,
  );
});

test('exact reading takes a number only with every digit it has', () => {
  fc.assert(
    fc.property(numberText, (text) => {
      const exact = parseExactDecimal(text);
      expect(exact === undefined ? undefined : plainText(exact)).toBe(oracle(text).eq(text) ? spelled(oracle(text)) : undefined);
    }),
    runs,
  );
});

test('zeros around a number change nothing', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.nat(30), fc.nat(30), (integer, before, after) => {
      const [sign, digits] = integer < 0 ? ['-', String(-integer)] : ['', String(integer)];
      expect(parsed(`${sign}${'0'.repeat(before)}${digits}.5${'0'.repeat(after)}`)).toStrictEqual(parsed(`${sign}${digits}.5`));
      expect(parsed(`${sign}${'0'.repeat(before)}${digits}.${'0'.repeat(after + 1)}`)).toStrictEqual(parsed(`${sign}${digits}`));
    }),
    runs,
  );
});

test('nothing but a number is read as one', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', '+', 'e', 'E', ' ', '_', 'x', '٣', '１') }), (text) => {
      expect(parseDecimal(text) !== undefined).toBe(/^[+-]?([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text) && inRange(text));
    }),
    runs,
  );
});

const inRange = (text: string): boolean => oracle(text).isZero() || oracle(text).e <= 6144;
