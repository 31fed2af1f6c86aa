import type { Decimal } from './decimal-number.ts';
import { PRECISION, ZERO, decimalFrom, signOf } from './decimal-number.ts';
import { countDigits, integerRoot, powerOfTen } from './decimal-integers.ts';

/** The square root, correctly rounded to 34 digits; undefined below zero. */
export function squareRoot(a: Decimal): Decimal | undefined {
  if (signOf(a) < 0) return undefined;
  // An even power of ten comes out of the root as it is, so that the root of 1E-6175 takes no thousands of digits.
  const half = Math.ceil(a.scale / 2);
  const root = rationalRoot(BigInt(a.coefficient) * powerOfTen(2 * half - a.scale), 1n);
  return decimalFrom(BigInt(root.coefficient), root.scale + half);
}

/** The square root of `numerator / divisor` (from 0 up, divisor above it), correctly rounded to 34 digits. */
export function rationalRoot(numerator: bigint, divisor: bigint): Decimal {
  if (numerator === 0n) return ZERO;
  // Scaled so that the root has at least 35 digits before its point.
  const shift = Math.max(0, PRECISION + 2 - ((countDigits(numerator) - countDigits(divisor)) >> 1));
  const scaled = numerator * powerOfTen(2 * shift);
  const quotient = scaled / divisor;
  const root = integerRoot(quotient);
  if (quotient * divisor === scaled && root * root === quotient) return decimalFrom(root, shift);
  // One digit more stands for all that follow.
  return decimalFrom(root * 10n + 1n, shift + 1);
}
