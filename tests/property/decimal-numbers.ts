import fc from 'fast-check';
import { Decimal as Oracle } from 'decimal.js';
import type { Decimal } from '../../src/feel/values/decimal.ts';
import type { RoundingMethod } from '../../src/read/tree/statement.ts';
import { parseDecimal } from '../../src/feel/values/decimal.ts';

/** decimal.js as FEEL's arithmetic would have it. */
export const Exact34 = Oracle.clone({ precision: 34, rounding: Oracle.ROUND_HALF_EVEN });
/** decimal.js with digits to spare, for functions whose last digit it does not promise. */
export const Spacious = Oracle.clone({ precision: 120, rounding: Oracle.ROUND_HALF_EVEN });

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));

const signed = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.tuple(fc.boolean(), text).map(([negative, rest]) => (negative ? `-${rest}` : rest));

const small = fc.integer({ min: -1000, max: 1000 }).map(String);
const money = fc.tuple(fc.maxSafeInteger(), fc.constant('e-2')).map((parts) => parts.join(''));
/** Fills all 34 digits, or more than fit. */
const long = signed(fc.tuple(digits(33, 36), fc.integer({ min: -40, max: 8 })).map(([all, exponent]) => `${all}e${exponent}`));
/** Ends in a 5 at or near the 35th digit: half-way between two numbers, or a hair off. */
const tie = signed(fc.tuple(digits(33, 34), fc.constantFrom('5', '50', '51', '49', '500000000000000001'), fc.integer({ min: -40, max: 8 })).map(([all, end, exponent]) => `1${all}${end}e${exponent}`));
const nines = signed(fc.tuple(fc.integer({ min: 1, max: 36 }), fc.integer({ min: -40, max: 8 })).map(([count, exponent]) => `${'9'.repeat(count)}e${exponent}`));
const mixed = signed(fc.tuple(digits(1, 20), digits(1, 20)).map(([whole, fraction]) => `${whole}.${fraction}`));
const farApart = signed(fc.tuple(digits(1, 34), fc.integer({ min: -300, max: 300 })).map(([all, exponent]) => `${all}e${exponent}`));
const aroundSafe = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'e-2', 'e-15', 'e-20')).map(([off, exponent]) => `${BigInt(Number.MAX_SAFE_INTEGER) + BigInt(off)}${exponent}`);

/** Numbers as text, of every kind that takes another path through the arithmetic. */
export const numberText = fc.oneof(small, money, long, tie, nines, mixed, farApart, aroundSafe);

export const modes: Readonly<Record<RoundingMethod, Oracle.Rounding>> = {
  up: Oracle.ROUND_UP,
  down: Oracle.ROUND_DOWN,
  ceiling: Oracle.ROUND_CEIL,
  floor: Oracle.ROUND_FLOOR,
  'half up': Oracle.ROUND_HALF_UP,
  'half down': Oracle.ROUND_HALF_DOWN,
  'half even': Oracle.ROUND_HALF_EVEN,
};
export const methods = Object.keys(modes) as readonly RoundingMethod[];

export function parsed(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}

/** The oracle's number after FEEL's own reading of it: at most 34 digits. */
export function oracle(text: string): Oracle {
  return new Exact34(text).toSignificantDigits(34);
}

/** The same number in both, in the same spelling. decimal.js knows -0; FEEL does not. */
export function spelled(value: Oracle): string {
  return value.isZero() ? '0' : value.toFixed();
}
