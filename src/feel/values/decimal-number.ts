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
  if (coefficient >= BEYOND_PRECISION || coefficient <= -BEYOND_PRECISION || scale > LARGEST_SCALE) return rounded(coefficient, scale);
  if (scale > 0) return withoutTrailingZeros(coefficient, scale);
  return scale === 0 ? decimalOfFitting(coefficient, 0) : writtenOut(coefficient, scale);
}

/** A number with too many digits, or digits too fine. */
function rounded(coefficient: bigint, scale: number): Decimal | undefined {
  const digits = countDigits(magnitude(coefficient));
  // One rounding, not two: the coarser of the two limits alone.
  const dropped = Math.max(digits - PRECISION, scale - LARGEST_SCALE);
  if (dropped > digits) return ZERO;
  const quotient = roundedQuotient(coefficient, powerOfTen(dropped), 'half even');
  // 9.99… may round up to a digit more, which is then a zero.
  const overflowing = magnitude(quotient) === BEYOND_PRECISION;
  return decimalInRange(overflowing ? quotient / 10n : quotient, scale - dropped - (overflowing ? 1 : 0));
}

function withoutTrailingZeros(coefficient: bigint, scale: number): Decimal {
  // The low bits tell an odd number at once; only an even one can end in a zero.
  if ((Number(BigInt.asUintN(32, coefficient)) & 1) === 1 || coefficient % 10n !== 0n) return decimalOfFitting(coefficient, scale);
  if (coefficient === 0n) return ZERO;
  for (let step = 32; step >= 1; step /= 2) {
    const divisor = powerOfTen(step);
    while (step <= scale && coefficient % divisor === 0n) {
      coefficient /= divisor;
      scale -= step;
    }
  }
  return decimalOfFitting(coefficient, scale);
}

/** A whole number given with a negative scale: written out if 34 digits are enough, else with all of them. */
function writtenOut(coefficient: bigint, scale: number): Decimal | undefined {
  if (coefficient === 0n) return ZERO;
  const digits = countDigits(magnitude(coefficient));
  if (digits - 1 - scale > LARGEST_EXPONENT) return undefined;
  const padding = Math.min(PRECISION - digits, -scale);
  return decimalOfFitting(coefficient * powerOfTen(padding), scale + padding);
}

function decimalOfFitting(coefficient: bigint, scale: number): Decimal {
  return new Decimal(isSafe(coefficient) ? Number(coefficient) : coefficient, scale);
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
