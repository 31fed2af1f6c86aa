import type { Decimal } from './decimal-number.ts';
import { LARGEST_SCALE, PRECISION, ZERO, decimalFromSafe, decimalInRange } from './decimal-number.ts';

const NUMBER = /^([+-]?)([0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;

/**
 * Reads `12`, `-0.5`, `.5`, `1e3`: digits, perhaps with a sign, a point and an exponent, and nothing else around them.
 * More than 34 significant digits are rounded half-even. Undefined if the text isn't a number, or is one beyond 9.99…E6144.
 */
export function parseDecimal(text: string): Decimal | undefined {
  return parseShort(text) ?? parseLong(text)?.value;
}

/** Like `parseDecimal`, but undefined also where the number would lose a digit to rounding: for data, which is kept as sent. */
export function parseExactDecimal(text: string): Decimal | undefined {
  const short = parseShort(text);
  if (short !== undefined) return short;
  const long = parseLong(text);
  return long?.exact === true ? long.value : undefined;
}

const SHORT = 16;
const ZERO_CODE = 48;
const POINT = 46;
const MINUS = 45;

/** Numbers of up to 15 digits without an exponent, read in one pass: nearly all there are. */
function parseShort(text: string): Decimal | undefined {
  const length = text.length;
  if (length === 0 || length > SHORT) return undefined;
  const negative = text.charCodeAt(0) === MINUS;
  let point = -1;
  let coefficient = 0;
  const start = negative ? 1 : 0;
  for (let index = start; index < length; index += 1) {
    const code = text.charCodeAt(index);
    const digit = code - ZERO_CODE;
    if (digit >= 0 && digit <= 9) coefficient = coefficient * 10 + digit;
    else if (code === POINT && point < 0 && index + 1 < length) point = index;
    else return undefined;
  }
  if (start === length || coefficient > Number.MAX_SAFE_INTEGER) return undefined;
  return decimalFromSafe(negative ? -coefficient : coefficient, point < 0 ? 0 : length - 1 - point);
}

function parseLong(text: string): { readonly value: Decimal; readonly exact: boolean } | undefined {
  const parts = NUMBER.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const written = whole + fraction;
  if (written === '') return undefined;
  const [first, last] = significantSpan(written);
  if (first === last) return { value: ZERO, exact: true };
  const length = last - first;
  const scale = fraction.length - (written.length - last) - clamped(Number(exponent));
  // Digits beyond the 35th matter only by being there: a one stands for them, so that no tie is seen where there is none.
  const kept = length > PRECISION + 2 ? `${written.slice(first, first + PRECISION + 1)}1` : written.slice(first, last);
  const coefficient = BigInt(kept);
  const value = decimalInRange(sign === '-' ? -coefficient : coefficient, scale - (length - kept.length));
  return value && { value, exact: length <= PRECISION && scale <= LARGEST_SCALE };
}

/** Where the digits that are not leading or trailing zeros stand. */
function significantSpan(digits: string): [first: number, last: number] {
  let first = 0;
  let last = digits.length;
  while (first < last && digits.charCodeAt(first) === ZERO_CODE) first += 1;
  while (last > first && digits.charCodeAt(last - 1) === ZERO_CODE) last -= 1;
  return [first, last];
}

/** An exponent of any length, brought to where it is certainly out of range but still countable. */
function clamped(exponent: number): number {
  return Math.max(-1e12, Math.min(1e12, exponent));
}
