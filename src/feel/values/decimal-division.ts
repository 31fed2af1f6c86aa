import type { Decimal } from './decimal-number.ts';
import { LARGEST_SCALE, PRECISION, ZERO, decimalFrom, decimalFromSafe, signOf } from './decimal-number.ts';
import { SMALL_POWERS, countDigits, countSafeDigits, magnitude, powerOfTen, powerOfTenModulo, roundedQuotient } from './decimal-integers.ts';
import { absolute, add } from './decimal-arithmetic.ts';
import { compareDecimals } from './decimal-order.ts';
import { feelError } from './error.ts';

/** `a / b`, correctly rounded to 34 digits. Throws `division-by-zero`. */
export function divide(a: Decimal, b: Decimal): Decimal {
  if (b.coefficient === 0) throw feelError('division-by-zero', {});
  if (a.coefficient === 0) return ZERO;
  return divideSafe(a, b) ?? divideWide(a, b);
}

/** The quotients that come out even within the safe integers: amounts by 100, by 8, by 0.25. */
function divideSafe(a: Decimal, b: Decimal): Decimal | undefined {
  if (typeof a.coefficient !== 'number' || typeof b.coefficient !== 'number') return undefined;
  const size = Math.abs(a.coefficient);
  // The highest power of ten that keeps the numerator a safe integer.
  let shift = 0;
  while (size * (SMALL_POWERS[shift + 1] ?? Infinity) <= Number.MAX_SAFE_INTEGER) shift += 1;
  const numerator = a.coefficient * (SMALL_POWERS[shift] ?? 1);
  const quotient = numerator / b.coefficient;
  const scale = a.scale - b.scale + shift;
  // A whole quotient might be one rounded to a whole number; multiplying back tells.
  if (scale < 0 || !Number.isInteger(quotient) || quotient * b.coefficient !== numerator) return undefined;
  return decimalFromSafe(quotient, scale);
}

/** Scales the numerator so that the quotient has just the digits that are kept: it is rounded once, from the exact rest. */
function divideWide(a: Decimal, b: Decimal): Decimal {
  const numerator = signOf(b) < 0 ? -BigInt(a.coefficient) : BigInt(a.coefficient);
  const divisor = magnitude(BigInt(b.coefficient));
  let shift = PRECISION + digitsOf(b) - digitsOf(a);
  // With 34 digits more than the divisor, the quotient has 34 or 35.
  if (magnitude(numerator) * powerOfTen(shift) >= divisor * powerOfTen(PRECISION)) shift -= 1;
  shift = Math.min(shift, LARGEST_SCALE - a.scale + b.scale);
  const quotient = shift >= 0 ? roundedQuotient(numerator * powerOfTen(shift), divisor, 'half even') : roundedQuotient(numerator, divisor * powerOfTen(-shift), 'half even');
  return decimalFrom(quotient, a.scale - b.scale + shift);
}

function digitsOf({ coefficient }: Decimal): number {
  return typeof coefficient === 'number' ? countSafeDigits(Math.abs(coefficient)) : countDigits(magnitude(coefficient));
}

/**
 * FEEL's `modulo(a, b)`: `a - b * floor(a / b)`, which takes the sign of `b`. The quotient here is exact, not one
 * rounded to 34 digits. Throws `division-by-zero`.
 */
export function modulo(a: Decimal, b: Decimal): Decimal {
  if (b.coefficient === 0) throw feelError('division-by-zero', {});
  // A dividend nearer to zero than the divisor is its own rest. So none is cut into ever smaller units, below.
  if (compareDecimals(absolute(a), absolute(b)) < 0) return signOf(a) * signOf(b) < 0 ? add(a, b) : a;
  const scale = Math.max(a.scale, b.scale);
  const divisor = BigInt(b.coefficient) * powerOfTen(scale - b.scale);
  const rest = (BigInt(a.coefficient) * powerOfTenModulo(scale - a.scale, magnitude(divisor))) % divisor;
  return decimalFrom(rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest, scale);
}
