import type { Phrase } from '../../diagnostics/define.ts';
import type { Decimal } from './decimal-number.ts';
import { ONE, ZERO, decimalFrom, decimalOf, signOf, toSafeInteger } from './decimal-number.ts';
import { countDigits, magnitude, powerOfTen, roundedQuotient } from './decimal-integers.ts';
import { absolute } from './decimal-arithmetic.ts';
import { compareDecimals, decimalsEqual } from './decimal-order.ts';
import { SERIES_ERROR, exponentialAt, logarithmAt } from './decimal-series.ts';
import { plainText } from './decimal-text.ts';
import { feelError } from './error.ts';

/** A result before its rounding: `coefficient / 10^scale`, the coefficient off by at most `error`. */
interface Approximation {
  readonly coefficient: bigint;
  readonly scale: number;
  readonly error: bigint;
}

/** FEEL allows exponents up to this either way (DMN 1.5, clause 10.3.2.14). */
const LARGEST_POWER = decimalOf(999_999_999);

/**
 * `a ** b`, correctly rounded to 34 digits. Throws `division-by-zero` for zero to a negative power, `bad-argument` for a
 * negative number to a power that isn't whole or an exponent beyond 999,999,999, `number-out-of-range`.
 */
export function power(a: Decimal, b: Decimal): Decimal {
  if (compareDecimals(absolute(b), LARGEST_POWER) > 0) throw badExponent(b, { en: 'a number from -999999999 to 999999999', zh: '-999999999 到 999999999 之间的数' });
  if (b.coefficient === 0 || decimalsEqual(a, ONE)) return ONE;
  if (a.coefficient === 0) {
    if (signOf(b) < 0) throw feelError('division-by-zero', {});
    return ZERO;
  }
  const whole = toSafeInteger(b);
  if (whole !== undefined) return sure((digits) => wholePower(a, whole, digits));
  if (signOf(a) < 0) throw badExponent(b, { en: 'a whole number, since the base is negative', zh: '整数（底数为负）' });
  return sure((digits) => fractionalPower(a, b, digits));
}

/** e to the power of `a`, correctly rounded to 34 digits. Throws `number-out-of-range`. */
export function exponential(a: Decimal): Decimal {
  if (a.coefficient === 0) return ONE;
  return sure((digits) => exponentialOf(shifted(a, digits), digits));
}

/** The natural logarithm of a number above zero, correctly rounded to 34 digits. */
export function logarithm(a: Decimal): Decimal {
  if (decimalsEqual(a, ONE)) return ZERO;
  return sure((digits) => ({ coefficient: logarithmAt(a, digits), scale: digits, error: SERIES_ERROR }));
}

const FIRST_ATTEMPT = 56;
const LAST_ATTEMPT = 8 * FIRST_ATTEMPT;

/** Works with more and more digits until the approximation, however far off, rounds to one number (Ziv's strategy). */
function sure(attempt: (digits: number) => Approximation): Decimal {
  for (let digits = FIRST_ATTEMPT; ; digits *= 2) {
    const { coefficient, scale, error } = attempt(digits);
    const low = decimalFrom(coefficient - error, scale);
    if (decimalsEqual(low, decimalFrom(coefficient + error, scale))) return low;
    // So near to the middle of two numbers after all these digits, it is exactly there: a root that comes out even,
    // raised to just 35 digits. Dropping the doubtful half leaves it, and half-even decides.
    if (digits === LAST_ATTEMPT) {
      const doubtful = digits / 2;
      return decimalFrom(roundedQuotient(coefficient, powerOfTen(doubtful), 'half even'), scale - doubtful);
    }
  }
}

/** By squaring, from the exponent's highest bit down, keeping enough digits for `digits` to be right at the end. */
function wholePower(a: Decimal, exponent: number, digits: number): Approximation {
  const kept = digits + 24;
  const base = BigInt(a.coefficient);
  let coefficient = base;
  let scale = a.scale;
  let exact = true;
  const keep = (product: bigint, productScale: number): void => {
    const excess = countDigits(magnitude(product)) - kept;
    exact &&= excess <= 0;
    coefficient = excess > 0 ? product / powerOfTen(excess) : product;
    scale = excess > 0 ? productScale - excess : productScale;
  };
  for (const bit of Math.abs(exponent).toString(2).slice(1)) {
    keep(coefficient * coefficient, 2 * scale);
    if (bit === '1') keep(coefficient * base, scale + a.scale);
  }
  if (exponent < 0) {
    const spread = kept + countDigits(magnitude(coefficient));
    const quotient = powerOfTen(spread) / coefficient;
    exact &&= quotient * coefficient === powerOfTen(spread);
    coefficient = quotient;
    scale = spread - scale;
  }
  // Each cut is off by one in the last of `kept` digits; powers up to 10^9 multiply that by less than 10^10.
  const error = exact ? 0n : powerOfTen(Math.max(0, countDigits(magnitude(coefficient)) - digits - 10));
  return { coefficient, scale, error };
}

/** a ** b as e ** (b ln a). The exponent's up to nine digits before the point cost the logarithm as many. */
function fractionalPower(a: Decimal, b: Decimal, digits: number): Approximation {
  const places = digits + 20;
  const product = (logarithmAt(a, places) * BigInt(b.coefficient)) / powerOfTen(b.scale);
  return exponentialOf(product / powerOfTen(places - digits), digits);
}

/** Beyond this either way, e ** a has left the range of numbers. */
const LARGEST_EXPONENT = 20_000n;

function exponentialOf(exponent: bigint, digits: number): Approximation {
  const limit = LARGEST_EXPONENT * powerOfTen(digits);
  const clamped = exponent > limit ? limit : exponent < -limit ? -limit : exponent;
  const { mantissa, shift } = exponentialAt(clamped, digits);
  return { coefficient: mantissa, scale: digits - shift, error: SERIES_ERROR };
}

/** The number in fixed point with `places` digits, cut off. */
function shifted(a: Decimal, places: number): bigint {
  const distance = places - a.scale;
  const coefficient = BigInt(a.coefficient);
  return distance >= 0 ? coefficient * powerOfTen(distance) : coefficient / powerOfTen(-distance);
}

function badExponent(b: Decimal, expected: Phrase): Error {
  return feelError('bad-argument', { function: '**', parameter: 'exponent', expected, found: plainText(b) });
}
