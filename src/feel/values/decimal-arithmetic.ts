import { Decimal, PRECISION, ZERO, decimalFrom, decimalFromSafe } from './decimal-number.ts';
import { SMALL_POWERS, powerOfTen } from './decimal-integers.ts';

/** Beyond this distance between the last digits of two numbers, the smaller can only tip a rounding. */
const FAR_APART = 2 * PRECISION;

/** `a + b`. Throws `number-out-of-range`, as every operation here. */
export function add(a: Decimal, b: Decimal): Decimal {
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number') {
    const difference = a.scale - b.scale;
    // A product or sum beyond the safe integers, even rounded, still shows as one beyond them.
    if (difference === 0) {
      const sum = a.coefficient + b.coefficient;
      if (Number.isSafeInteger(sum)) return decimalFromSafe(sum, a.scale);
    } else if (difference > 0) {
      const aligned = b.coefficient * (SMALL_POWERS[difference] ?? Infinity);
      const sum = a.coefficient + aligned;
      if (Number.isSafeInteger(aligned) && Number.isSafeInteger(sum)) return decimalFromSafe(sum, a.scale);
    } else {
      const aligned = a.coefficient * (SMALL_POWERS[-difference] ?? Infinity);
      const sum = aligned + b.coefficient;
      if (Number.isSafeInteger(aligned) && Number.isSafeInteger(sum)) return decimalFromSafe(sum, b.scale);
    }
  }
  return a.scale < b.scale ? addFiner(a, b) : addFiner(b, a);
}

/** `coarse + fine`, where the scale of `fine` is at least that of `coarse`. */
function addFiner(coarse: Decimal, fine: Decimal): Decimal {
  if (coarse.coefficient === 0) return fine;
  if (fine.coefficient === 0) return coarse;
  const distance = fine.scale - coarse.scale;
  if (distance === 0) return decimalFrom(BigInt(coarse.coefficient) + BigInt(fine.coefficient), fine.scale);
  if (distance <= FAR_APART) {
    return decimalFrom(BigInt(coarse.coefficient) * powerOfTen(distance) + BigInt(fine.coefficient), fine.scale);
  }
  const tip = fine.coefficient > 0 ? 1n : -1n;
  return decimalFrom(BigInt(coarse.coefficient) * powerOfTen(PRECISION + 2) + tip, coarse.scale + PRECISION + 2);
}

/** `a - b`. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** `a * b`. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number') {
    const product = a.coefficient * b.coefficient;
    if (Number.isSafeInteger(product)) return decimalFromSafe(product, a.scale + b.scale);
  }
  return decimalFrom(BigInt(a.coefficient) * BigInt(b.coefficient), a.scale + b.scale);
}

/** `-a`. */
export function negate(a: Decimal): Decimal {
  return a.coefficient === 0 ? ZERO : new Decimal(-a.coefficient, a.scale);
}

/** The distance of `a` from zero. */
export function absolute(a: Decimal): Decimal {
  return a.coefficient < 0 ? negate(a) : a;
}
