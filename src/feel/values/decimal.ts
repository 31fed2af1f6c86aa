/**
 * FEEL's number: an exact decimal of 34 significant digits, rounded half-even, with the range of IEEE 754-2008
 * decimal128 (DMN 1.5, clause 10.3.2.3.1). No float ever decides a digit. This is the door to it; the files beside it
 * hold one idea each.
 *
 * Values are normalised: two numbers that are equal have the same coefficient and scale, so `1.50` is `1.5` and prints
 * like it. How many decimals a report shows is a matter of its type, and `fixedText` prints them.
 */
export { Decimal, decimalOf, isInteger, toSafeInteger } from './decimal-number.ts';
export { parseDecimal, parseExactDecimal } from './decimal-parse.ts';
export { absolute, add, multiply, negate, subtract } from './decimal-arithmetic.ts';
export { compareDecimals, decimalsEqual } from './decimal-order.ts';
export { divide, modulo } from './decimal-division.ts';
export { isMultipleOf, roundToMultiple, roundToScale } from './decimal-rounding.ts';
export { exponential, logarithm, power } from './decimal-power.ts';
export { rationalRoot, squareRoot } from './decimal-root.ts';
export { fixedText, plainText } from './decimal-text.ts';
