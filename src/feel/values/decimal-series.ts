import type { Decimal } from './decimal-number.ts';
import { countDigits, powerOfTen } from './decimal-integers.ts';

/**
 * The exponential and the natural logarithm in fixed point: an integer stands for itself over 10^places. Each result
 * comes with how far it may be off, in units of its last place; `decimal-power.ts` rounds only what is sure.
 */

/** More than either function can be off by: a unit for each term and step, and one for each multiple of ln 10. */
export const SERIES_ERROR = powerOfTen(8);

/** ln of a number above zero, at `places`, off by less than SERIES_ERROR. */
export function logarithmAt(a: Decimal, places: number): bigint {
  const coefficient = BigInt(a.coefficient);
  // a = m * 10^exponent with m from about 0.32 to 3.2, so that a number next to 1 has exponent 0 and loses nothing.
  const digits = countDigits(coefficient);
  const top = powerOfTen(digits);
  const nearTop = coefficient * coefficient * 10n > top * top;
  const unit = nearTop ? top : powerOfTen(digits - 1);
  const exponent = (nearTop ? digits : digits - 1) - a.scale;
  const ratio = ((coefficient - unit) * powerOfTen(places)) / (coefficient + unit);
  return 2n * inverseTangent(ratio, places) + BigInt(exponent) * logarithmOfTen(places);
}

/**
 * e to the power of `exponent`, which is given at `places` and at most 20,000 either way, as `mantissa * 10^shift`
 * with the mantissa at `places` too, from about 0.3 to 3.2 and off by less than SERIES_ERROR.
 */
export function exponentialAt(exponent: bigint, places: number): { readonly mantissa: bigint; readonly shift: number } {
  const one = powerOfTen(places);
  const tenfold = logarithmOfTen(places);
  const shift = (2n * exponent + (exponent < 0n ? -tenfold : tenfold)) / (2n * tenfold);
  // A power series of a small argument, squared back: e^r = (e^(r/256))^256.
  const small = (exponent - shift * tenfold) / 256n;
  let term = one;
  let mantissa = one;
  for (let index = 1n; term !== 0n; index += 1n) {
    term = (term * small) / (one * index);
    mantissa += term;
  }
  for (let squaring = 0; squaring < 8; squaring += 1) mantissa = (mantissa * mantissa) / one;
  return { mantissa, shift: Number(shift) };
}

/** The inverse hyperbolic tangent, x + x^3/3 + x^5/5 + …, of a fixed-point number below 0.6 either way. */
function inverseTangent(ratio: bigint, places: number): bigint {
  const one = powerOfTen(places);
  const square = (ratio * ratio) / one;
  let power = ratio;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) / one;
  }
  return sum;
}

const tens = new Map<number, bigint>();

/** ln 10 at `places`, off by less than one unit: 3 ln 2 + ln 1.25, both by inverse tangents. */
function logarithmOfTen(places: number): bigint {
  let found = tens.get(places);
  if (found === undefined) {
    const spare = 10;
    const one = powerOfTen(places + spare);
    found = (6n * inverseTangent(one / 3n, places + spare) + 2n * inverseTangent(one / 9n, places + spare)) / powerOfTen(spare);
    tens.set(places, found);
  }
  return found;
}
