import { feelError } from './error.ts';
import { countDigits, magnitude, powerOfTen, roundedQuotient } from './decimal-integers.ts';

/** How many significant digits a number keeps: decimal128's. */
export const PRECISION = 34;
/** The largest power of ten in a number: the greatest is 9.99…E6144. */
const LARGEST_EXPONENT = 6144;
/** The most digits after the point: the least number above zero is 1E-6176. Anything finer is rounded, half-even. */
export const LARGEST_SCALE = 6176;

const BEYOND_PRECISION = powerOfTen(PRECISION);

/**
 * The number `coefficient / 10^scale`. Made only by the functions of the `decimal` files, which keep it normalised:
 * - the coefficient is a JavaScript number if it is a safe integer (and never -0), and a bigint if it is not: nearly
 *   every amount of money fits the first, and is ten times as fast;
 * - a scale above zero has no trailing zero in the coefficient;
 * - a scale below zero comes only with a coefficient of 34 digits, for numbers too large to be written out in them.
 */
export class Decimal {
  constructor(
    readonly coefficient: number | bigint,
    readonly scale: number,
  ) {}

  /** `a < b` on two decimals compiles but must never be believed: it fails at once. Use `compareDecimals`. */
  valueOf(): never {
    throw new TypeError('compare decimals with compareDecimals');
  }
}

export const ZERO = new Decimal(0, 0);
export const ONE = new Decimal(1, 0);

/** A whole number as a decimal. `integer` is a safe integer, or a bigint (rounded half-even to 34 digits). */
export function decimalOf(integer: number | bigint): Decimal {
  return typeof integer === 'number' ? new Decimal(integer + 0, 0) : decimalFrom(integer, 0);
}

/** `coefficient / 10^scale` for a safe integer and a scale from 0 up: the quick way to a normalised result. */
export function decimalFromSafe(coefficient: number, scale: number): Decimal {
  if (scale === 0) return new Decimal(coefficient + 0, 0);
  if (scale > LARGEST_SCALE) return decimalFrom(BigInt(coefficient), scale);
  if (coefficient === 0) return ZERO;
  let shorter = coefficient / 10;
  // Multiplying back is the exact test: a multiple of ten divides without rounding, and nothing else comes back.
  while (Math.trunc(shorter) * 10 === coefficient) {
    coefficient = shorter;
    scale -= 1;
    if (scale === 0) break;
    shorter = coefficient / 10;
  }
  return new Decimal(coefficient, scale);
}

/** `coefficient / 10^scale`, rounded half-even to 34 digits. Throws `number-out-of-range` beyond 9.99…E6144. */
export function decimalFrom(coefficient: bigint, scale: number): Decimal {
  const result = decimalInRange(coefficient, scale);
  if (result === undefined) throw feelError('number-out-of-range', {});
  return result;
}

/** Like `decimalFrom`, but undefined where the number is out of range. */
export function decimalInRange(coefficient: bigint, scale: number): Decimal | undefined {
  [coefficient, scale] = fitted(coefficient, scale);
  if (coefficient === 0n) return ZERO;
  if (scale > 0) [coefficient, scale] = withoutTrailingZeros(coefficient, scale);
  if (scale < 0) {
    const digits = countDigits(magnitude(coefficient));
    if (digits - 1 - scale > LARGEST_EXPONENT) return undefined;
    const padding = Math.min(PRECISION - digits, -scale);
    coefficient *= powerOfTen(padding);
    scale += padding;
  }
  return new Decimal(isSafe(coefficient) ? Number(coefficient) : coefficient, scale);
}

/** The coefficient with at most 34 digits and the scale within range. */
function fitted(coefficient: bigint, scale: number): [bigint, number] {
  const size = magnitude(coefficient);
  if (size < BEYOND_PRECISION && scale <= LARGEST_SCALE) return [coefficient, scale];
  const digits = countDigits(size);
  // One rounding, not two: the coarser of the two limits alone.
  const dropped = Math.max(digits - PRECISION, scale - LARGEST_SCALE);
  if (dropped > digits) return [0n, 0];
  const rounded = roundedQuotient(coefficient, powerOfTen(dropped), 'half even');
  // 9.99… may round up to a digit more, which is then a zero.
  return magnitude(rounded) === BEYOND_PRECISION ? [rounded / 10n, scale - dropped - 1] : [rounded, scale - dropped];
}

function withoutTrailingZeros(coefficient: bigint, scale: number): [bigint, number] {
  if (coefficient % 10n !== 0n) return [coefficient, scale];
  for (let step = 32; step >= 1; step /= 2) {
    const divisor = powerOfTen(step);
    while (step <= scale && coefficient % divisor === 0n) {
      coefficient /= divisor;
      scale -= step;
    }
  }
  return [coefficient, scale];
}

function isSafe(coefficient: bigint): boolean {
  return coefficient <= MOST_SAFE && coefficient >= -MOST_SAFE;
}
const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Whether nothing stands after the point. */
export function isInteger(a: Decimal): boolean {
  return a.scale <= 0;
}

/** The number as a JavaScript number, if it is a safe integer. */
export function toSafeInteger(a: Decimal): number | undefined {
  return a.scale === 0 && typeof a.coefficient === 'number' ? a.coefficient : undefined;
}

/** -1, 0 or 1. */
export function signOf(a: Decimal): -1 | 0 | 1 {
  return a.coefficient > 0 ? 1 : a.coefficient < 0 ? -1 : 0;
}
