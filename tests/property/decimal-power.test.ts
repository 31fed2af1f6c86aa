import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, decimalOf, exponential, logarithm, multiply, plainText, power, squareRoot } from '../../src/feel/values/decimal.ts';
import { Spacious, numberText, oracle, parsed, spelled } from './decimal-numbers.ts';

const runs = { numRuns: 2_000 };
const correctly = (value: InstanceType<typeof Spacious>): string => spelled(value.toSignificantDigits(34));

test('whole powers are correctly rounded', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: -999, max: 999 }).map((n) => `${n}e-2`), fc.integer({ min: 1, max: 99_999 }).map((n) => `1.0${n}`), numberText.filter((text) => text.length < 24 && !text.includes('e'))), fc.integer({ min: -60, max: 60 }), (base, exponent) => {
      fc.pre(!(oracle(base).isZero() && exponent <= 0));
      expect(plainText(power(parsed(base), decimalOf(exponent)))).toBe(correctly(new Spacious(oracle(base)).pow(exponent)));
    }),
    runs,
  );
});

test('a whole power is repeated multiplication while that is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 11 }), (base, exponent) => {
      const product = Array.from({ length: exponent }, () => decimalOf(base)).reduce(multiply);
      expect(power(decimalOf(base), decimalOf(exponent))).toStrictEqual(product);
    }),
    runs,
  );
});

test('fractional powers are correctly rounded', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: -800, max: 800 }), (base, exponent) => {
      expect(plainText(power(parsed(`${base}e-3`), parsed(`${exponent}e-2`)))).toBe(correctly(new Spacious(`${base}e-3`).pow(`${exponent}e-2`)));
    }),
    { numRuns: 300 },
  );
});

test('square roots are correctly rounded, and exact for squares', () => {
  fc.assert(
    fc.property(numberText.map((text) => text.replace('-', '')).filter((text) => oracle(text).gte(0)), (text) => {
      const root = squareRoot(parsed(text));
      expect(root && plainText(root)).toBe(correctly(new Spacious(oracle(text)).sqrt()));
    }),
    runs,
  );
  fc.assert(
    fc.property(fc.nat(), fc.nat(8), (n, scale) => {
      const side = parsed(`${n}e-${scale}`);
      expect(squareRoot(multiply(side, side))).toStrictEqual(side);
    }),
    runs,
  );
});

test('exponentials are correctly rounded', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.integer({ min: 3, max: 9 }), (n, scale) => {
      expect(plainText(exponential(parsed(`${n}e-${scale}`)))).toBe(correctly(new Spacious(`${n}e-${scale}`).exp()));
    }),
    { numRuns: 500 },
  );
});

test('logarithms are correctly rounded', () => {
  fc.assert(
    fc.property(
      numberText.filter((text) => oracle(text).gt(0)),
      (text) => {
        expect(plainText(logarithm(parsed(text)))).toBe(correctly(new Spacious(oracle(text)).ln()));
      },
    ),
    { numRuns: 500 },
  );
});

test('the logarithm next to one keeps 34 digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 33 }), fc.boolean(), (exponent, below) => {
      const text = plainText(add(decimalOf(1), parsed(`${below ? '-' : ''}1e-${exponent}`)));
      expect(plainText(logarithm(parsed(text)))).toBe(correctly(Spacious.clone({ precision: 200 }).ln(text)));
    }),
    { numRuns: 100 },
  );
});
