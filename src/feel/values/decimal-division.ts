import type { Decimal } from './decimal-number.ts';
import { PRECISION, ZERO, decimalFrom, decimalFromSafe, signOf } from './decimal-number.ts';
import { SMALL_POWERS, countDigits, magnitude, powerOfTen } from './decimal-integers.ts';
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

function divideWide(a: Decimal, b: Decimal): Decimal {
  const numerator = BigInt(a.coefficient);
  const divisor = BigInt(b.coefficient);
  // Enough digits for 35 or 36 in the quotient.
  const shift = Math.max(0, PRECISION + 1 + countDigits(magnitude(divisor)) - countDigits(magnitude(numerator)));
  const scaled = numerator * powerOfTen(shift);
  const quotient = scaled / divisor;
  if (quotient * divisor === scaled) return decimalFrom(quotient, a.scale - b.scale + shift);
  // One digit more stands for all that follow: not a tie, wherever the rounding falls.
  const tip = signOf(a) === signOf(b) ? 1n : -1n;
  return decimalFrom(quotient * 10n + tip, a.scale - b.scale + shift + 1);
}

/**
 * FEEL's `modulo(a, b)`: `a - b * floor(a / b)`, which takes the sign of `b`. The quotient here is exact, not one
 * rounded to 34 digits. Throws `division-by-zero`.
 */
export function modulo(a: Decimal, b: Decimal): Decimal {
  if (b.coefficient === 0) throw feelError('division-by-zero', {});
  const scale = Math.max(a.scale, b.scale);
  const dividend = BigInt(a.coefficient) * powerOfTen(scale - a.scale);
  const divisor = BigInt(b.coefficient) * powerOfTen(scale - b.scale);
  const rest = dividend % divisor;
  return decimalFrom(rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest, scale);
}
