import type { RoundingMethod } from '../../read/tree/statement.ts';

/** Integer arithmetic under the decimals: powers of ten, digit counts, and the one division that rounds. */

/** 10^0 to 10^22, each of them exact as a JavaScript number. */
export const SMALL_POWERS: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(10n ** BigInt(exponent)));

const POWERS: readonly bigint[] = Array.from({ length: 129 }, (_, exponent) => 10n ** BigInt(exponent));

/** 10^exponent, for a whole exponent from 0 up. */
export function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/** What dividing 10^exponent by a divisor above zero leaves: by squaring, since the power itself may have thousands of digits. */
export function powerOfTenModulo(exponent: number, divisor: bigint): bigint {
  if (exponent < POWERS.length) return powerOfTen(exponent) % divisor;
  const half = powerOfTenModulo(exponent >> 1, divisor);
  const whole = (half * half) % divisor;
  return exponent % 2 === 0 ? whole : (whole * 10n) % divisor;
}

export function magnitude(a: bigint): bigint {
  return a < 0n ? -a : a;
}

/** How many decimal digits an integer from 0 up has; 0 has one. */
export function countDigits(a: bigint): number {
  if (a < powerOfTen(POWERS.length - 1)) {
    // The least exponent whose power is above the number, by halving: comparing is far cheaper than writing digits.
    let low = 1;
    let high = POWERS.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (a < powerOfTen(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  // A hexadecimal digit is 1.204 decimal ones; the estimate is low by at most two, which comparing then settles.
  let digits = Math.floor((a.toString(16).length - 1) * Math.log10(16));
  while (a >= powerOfTen(digits)) digits += 1;
  return digits;
}

/** The same for a safe integer. */
export function countSafeDigits(a: number): number {
  let digits = 1;
  while (a >= (SMALL_POWERS[digits] ?? Infinity)) digits += 1;
  return digits;
}

/** `numerator / divisor` as a whole number, rounded by a method. The divisor is above zero. */
export function roundedQuotient(numerator: bigint, divisor: bigint, method: RoundingMethod): bigint {
  const quotient = numerator / divisor;
  const rest = numerator - quotient * divisor;
  if (rest === 0n) return quotient;
  const negative = numerator < 0n;
  const half = compareIntegers(2n * magnitude(rest), divisor);
  if (!movesAway(method, negative, half, (quotient & 1n) === 1n)) return quotient;
  return negative ? quotient - 1n : quotient + 1n;
}

/** The same for JavaScript numbers that are safe integers. The divisor is above zero and at most 2^52. */
export function roundedSafeQuotient(numerator: number, divisor: number, method: RoundingMethod): number {
  const rest = numerator % divisor;
  const quotient = (numerator - rest) / divisor;
  if (rest === 0) return quotient;
  const negative = numerator < 0;
  const half = compareIntegers(2 * Math.abs(rest), divisor);
  if (!movesAway(method, negative, half, quotient % 2 !== 0)) return quotient;
  return negative ? quotient - 1 : quotient + 1;
}

function compareIntegers<N extends number | bigint>(a: N, b: N): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a quotient cut off towards zero, with a rest that is not zero, moves one further from zero. */
function movesAway(method: RoundingMethod, negative: boolean, half: -1 | 0 | 1, odd: boolean): boolean {
  switch (method) {
    case 'up':
      return true;
    case 'down':
      return false;
    case 'floor':
      return negative;
    case 'ceiling':
      return !negative;
    case 'half up':
      return half >= 0;
    case 'half down':
      return half > 0;
    case 'half even':
      return half > 0 || (half === 0 && odd);
  }
}

/** The whole part of the square root of an integer from 0 up, by Newton's method from above. */
export function integerRoot(a: bigint): bigint {
  if (a < 2n) return a;
  let root = powerOfTen((countDigits(a) + 1) >> 1);
  for (;;) {
    const next = (root + a / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
