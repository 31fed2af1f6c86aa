import type { Decimal } from './decimal-number.ts';
import { PRECISION } from './decimal-number.ts';
import { SMALL_POWERS, powerOfTen } from './decimal-integers.ts';

/** Which of two numbers is greater: -1 for `b`, 1 for `a`, 0 for neither. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const difference = a.scale - b.scale;
  if (difference === 0) return order(a.coefficient, b.coefficient);
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number') {
    // Rounding a product keeps its order against any safe integer, so this is exact.
    const power = SMALL_POWERS[difference < 0 ? -difference : difference];
    if (power !== undefined) {
      return difference < 0 ? order(a.coefficient * power, b.coefficient) : order(a.coefficient, b.coefficient * power);
    }
  }
  return difference < 0 ? compareFiner(a, b, -difference) : opposite(compareFiner(b, a, difference));
}

/** Whether two numbers are equal: normalised as they are, they must be the same. */
export function decimalsEqual(a: Decimal, b: Decimal): boolean {
  return a.coefficient === b.coefficient && a.scale === b.scale;
}

/** Compares numbers of which the second has `distance` more digits after the point. */
function compareFiner(coarse: Decimal, fine: Decimal, distance: number): -1 | 0 | 1 {
  if (coarse.coefficient === 0) return order(0, fine.coefficient);
  // So far apart, a coarse number that isn't zero exceeds any coefficient of the other.
  if (distance > PRECISION) return coarse.coefficient > 0 ? 1 : -1;
  return order(BigInt(coarse.coefficient) * powerOfTen(distance), fine.coefficient);
}

function order(a: number | bigint, b: number | bigint): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

function opposite(order: -1 | 0 | 1): -1 | 0 | 1 {
  return order === 0 ? 0 : order === 1 ? -1 : 1;
}
