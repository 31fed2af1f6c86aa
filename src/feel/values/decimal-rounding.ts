import type { RoundingMethod } from '../../read/tree/statement.ts';
import type { Decimal } from './decimal-number.ts';
import { PRECISION, ZERO, decimalFrom, decimalFromSafe } from './decimal-number.ts';
import { SMALL_POWERS, powerOfTen, roundedQuotient, roundedSafeQuotient } from './decimal-integers.ts';
import { absolute } from './decimal-arithmetic.ts';
import { feelError } from './error.ts';

/**
 * The multiple of `step` next to `a`: `round half up to 0.01`, `round up to 1000`. The sign of the step does not matter.
 * `up` is away from zero, `down` towards it. Throws `division-by-zero` for a step of zero.
 */
export function roundToMultiple(a: Decimal, step: Decimal, method: RoundingMethod): Decimal {
  if (step.coefficient === 1 && step.scale >= 0) return roundToScale(a, step.scale, method);
  if (step.coefficient === 0) throw feelError('division-by-zero', {});
  const { coefficient, scale } = absolute(step);
  const finest = Math.max(a.scale, scale);
  const size = BigInt(coefficient);
  const multiple = roundedQuotient(BigInt(a.coefficient) * powerOfTen(finest - a.scale), size * powerOfTen(finest - scale), method);
  return decimalFrom(multiple * size, scale);
}

/**
 * `a` with at most `digits` digits after the point; a negative count rounds to tens, hundreds and so on.
 * FEEL's `decimal`, `round half up` and their kin.
 */
export function roundToScale(a: Decimal, digits: number, method: RoundingMethod): Decimal {
  const dropped = a.scale - digits;
  if (dropped <= 0) return a;
  const power = SMALL_POWERS[dropped];
  if (typeof a.coefficient === 'number' && digits >= 0 && power !== undefined && power <= Number.MAX_SAFE_INTEGER) {
    return decimalFromSafe(roundedSafeQuotient(a.coefficient, power, method), digits);
  }
  const coefficient = BigInt(a.coefficient);
  // A power of ten with more than a digit beyond the number's own says no more than the next one.
  const enough = Math.min(dropped, PRECISION + 1);
  const rounded = roundedQuotient(coefficient, powerOfTen(enough), method);
  return rounded === 0n ? ZERO : decimalFrom(rounded, digits);
}

/** Whether `a` is a whole number of `step`s, exactly. Of zero, only zero is a multiple. */
export function isMultipleOf(a: Decimal, step: Decimal): boolean {
  // Without trailing zeros, a number with more digits after the point cannot be a multiple.
  if (a.scale > step.scale && a.scale > 0) return false;
  if (step.coefficient === 1 || a.coefficient === 0) return true;
  if (step.coefficient === 0) return false;
  const finest = Math.max(a.scale, step.scale);
  const dividend = BigInt(a.coefficient) * powerOfTen(finest - a.scale);
  return dividend % (BigInt(step.coefficient) * powerOfTen(finest - step.scale)) === 0n;
}
