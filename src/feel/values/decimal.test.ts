import { expect, test } from 'vitest';
import type { Decimal } from './decimal.ts';
import {
  add,
  compareDecimals,
  decimalOf,
  decimalsEqual,
  divide,
  exponential,
  fixedText,
  isInteger,
  isMultipleOf,
  multiply,
  parseDecimal,
  parseExactDecimal,
  plainText,
  power,
  roundToMultiple,
  roundToScale,
  squareRoot,
  subtract,
  toSafeInteger,
} from './decimal.ts';
import { FeelError } from './error.ts';

function number(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof FeelError) return error.diagnostic.code;
    throw error;
  }
  return 'no error';
}

test('a tenth and two tenths are three tenths', () => {
  expect(plainText(add(number('0.1'), number('0.2')))).toBe('0.3');
  expect(plainText(subtract(number('0.3'), number('0.1')))).toBe('0.2');
});

test.each(['9007199254740993', '0.1000000000000000055', '1234567890123456789012345678901234', '-0.0000000000000000000000000000000001', '18014398509481985.01'])('%s keeps every digit', (text) => {
  expect(plainText(number(text))).toBe(text);
  expect(plainText(add(number(text), decimalOf(0)))).toBe(text);
  expect(plainText(multiply(number(text), decimalOf(1)))).toBe(text);
  expect(plainText(divide(number(text), decimalOf(1)))).toBe(text);
});

test('sums at the edge of the safe integers are exact', () => {
  const most = decimalOf(Number.MAX_SAFE_INTEGER);
  expect(plainText(add(most, decimalOf(1)))).toBe('9007199254740992');
  expect(plainText(add(most, decimalOf(2)))).toBe('9007199254740993');
  expect(plainText(add(most, most))).toBe('18014398509481982');
  expect(plainText(add(most, number('0.5')))).toBe('9007199254740991.5');
  expect(plainText(multiply(most, most))).toBe('81129638414606663681390495662081');
  expect(subtract(add(most, decimalOf(9)), decimalOf(9))).toEqual(most);
});

test('the 35th digit is rounded half-even', () => {
  expect(plainText(number('10000000000000000000000000000000005'))).toBe('10000000000000000000000000000000000');
  expect(plainText(number('10000000000000000000000000000000015'))).toBe('10000000000000000000000000000000020');
  expect(plainText(number('100000000000000000000000000000000050000000001'))).toBe('100000000000000000000000000000000100000000000');
  expect(plainText(divide(decimalOf(2), decimalOf(3)))).toBe('0.6666666666666666666666666666666667');
});

test('equal numbers are one normal form, and print alike', () => {
  for (const spelling of ['1.5', '1.50', '01.5', '15e-1', '0.15E1', '+1.5']) expect(number(spelling)).toStrictEqual(number('1.5'));
  for (const spelling of ['0', '-0', '0.00', '0e9', '-0e-9999999']) expect(number(spelling)).toStrictEqual(decimalOf(0));
  expect(decimalsEqual(number('1e3'), number('1000.000'))).toBe(true);
  expect(plainText(multiply(decimalOf(-1), decimalOf(0)))).toBe('0');
});

test('numbers beyond 34 digits of whole part are written out with zeros', () => {
  expect(plainText(number('1e40'))).toBe(`1${'0'.repeat(40)}`);
  expect(number('1e40')).toStrictEqual(number(`1${'0'.repeat(40)}`));
  expect(compareDecimals(number('1e40'), number('2e39'))).toBe(1);
  expect(isInteger(number('1e40'))).toBe(true);
  expect(toSafeInteger(number('1e40'))).toBeUndefined();
});

test.each(['', '-', '.', '1.', '1e', 'e5', '1 000', ' 1', '1,5', '0x10', 'NaN', 'Infinity', '１２', '--1', '1.2.3', '1e5.5'])('%j is not a number', (text) => {
  expect(parseDecimal(text)).toBeUndefined();
});

test('numbers end at 9.99…E6144', () => {
  const largest = number(`${'9'.repeat(34)}e6111`);
  expect(plainText(largest)).toBe(`${'9'.repeat(34)}${'0'.repeat(6111)}`);
  expect(parseDecimal('1e6145')).toBeUndefined();
  expect(parseDecimal(`${'9'.repeat(35)}e6110`)).toBeUndefined();
  expect(parseDecimal(`1${'0'.repeat(7000)}`)).toBeUndefined();
  expect(parseDecimal('1e99999999999999999999')).toBeUndefined();
  expect(codeOf(() => add(largest, largest))).toBe('number-out-of-range');
  expect(codeOf(() => multiply(largest, decimalOf(2)))).toBe('number-out-of-range');
  expect(codeOf(() => power(decimalOf(10), decimalOf(999_999_999)))).toBe('number-out-of-range');
  expect(codeOf(() => exponential(decimalOf(20_000)))).toBe('number-out-of-range');
});

test('finer than 1E-6176 a number is rounded, at last to zero', () => {
  expect(number('1e-6176').scale).toBe(6176);
  expect(number('5e-6177')).toStrictEqual(decimalOf(0));
  expect(number('15e-6177')).toStrictEqual(number('2e-6176'));
  expect(number('1e-99999999999999999999')).toStrictEqual(decimalOf(0));
  expect(power(decimalOf(10), decimalOf(-999_999_999))).toStrictEqual(decimalOf(0));
  expect(divide(number('1e-6000'), number('1e1000'))).toStrictEqual(decimalOf(0));
});

test('data is taken only with every digit it has', () => {
  expect(parseExactDecimal('9007199254740993')).toStrictEqual(number('9007199254740993'));
  expect(parseExactDecimal('1234567890123456789012345678901234000')).toBeDefined();
  expect(parseExactDecimal('12345678901234567890123456789012345')).toBeUndefined();
  expect(parseExactDecimal('0.00012345678901234567890123456789012345')).toBeUndefined();
  expect(parseExactDecimal('1e-6177')).toBeUndefined();
});

test('a text of millions of digits is read in one go', () => {
  expect(plainText(number(`0.${'3'.repeat(2_000_000)}`))).toBe(`0.${'3'.repeat(34)}`);
  expect(plainText(number(`${'0'.repeat(2_000_000)}7`))).toBe('7');
});

test('powers', () => {
  expect(plainText(power(number('1.05'), decimalOf(3)))).toBe('1.157625');
  expect(plainText(power(decimalOf(2), decimalOf(-3)))).toBe('0.125');
  expect(plainText(power(decimalOf(-2), decimalOf(3)))).toBe('-8');
  expect(plainText(power(decimalOf(4), number('0.5')))).toBe('2');
  expect(plainText(power(decimalOf(2), number('0.5')))).toBe(plainText(squareRoot(decimalOf(2)) ?? decimalOf(0)));
  expect(plainText(power(decimalOf(0), decimalOf(0)))).toBe('1');
  expect(plainText(power(number('1.0000001'), decimalOf(999_999_999)))).toBe('26881034324545805650475437967231240000000000');
  expect(codeOf(() => power(decimalOf(0), decimalOf(-1)))).toBe('division-by-zero');
  expect(codeOf(() => power(decimalOf(-2), number('0.5')))).toBe('bad-argument');
  expect(codeOf(() => power(decimalOf(2), decimalOf(1_000_000_000)))).toBe('bad-argument');
});

test.each(['215443469005', '300000000005', '400000000015'])('%s cubed, from its square, falls just between two numbers and goes to the even one', (text) => {
  const root = number(text);
  expect(String(BigInt(text) ** 3n)).toMatch(/^\d{34}5$/);
  expect(plainText(power(multiply(root, root), number('1.5')))).toBe(plainText(multiply(multiply(root, root), root)));
});

test('division by zero is an error', () => {
  expect(codeOf(() => divide(decimalOf(1), decimalOf(0)))).toBe('division-by-zero');
  expect(codeOf(() => divide(decimalOf(0), decimalOf(0)))).toBe('division-by-zero');
  expect(codeOf(() => roundToMultiple(decimalOf(1), decimalOf(0), 'up'))).toBe('division-by-zero');
});

test.each([
  ['2.5', { 'half up': '3', 'half down': '2', 'half even': '2', up: '3', down: '2', floor: '2', ceiling: '3' }],
  ['-2.5', { 'half up': '-3', 'half down': '-2', 'half even': '-2', up: '-3', down: '-2', floor: '-3', ceiling: '-2' }],
  ['3.5', { 'half up': '4', 'half down': '3', 'half even': '4', up: '4', down: '3', floor: '3', ceiling: '4' }],
  ['2.500000000000000000000000000000001', { 'half up': '3', 'half down': '3', 'half even': '3', up: '3', down: '2', floor: '2', ceiling: '3' }],
  ['-0.4', { 'half up': '0', 'half down': '0', 'half even': '0', up: '-1', down: '0', floor: '-1', ceiling: '0' }],
] as const)('%s to whole numbers, by every method', (text, expected) => {
  for (const [method, rounded] of Object.entries(expected) as [keyof typeof expected, string][]) {
    expect(plainText(roundToScale(number(text), 0, method))).toBe(rounded);
    expect(plainText(roundToMultiple(number(text), decimalOf(1), method))).toBe(rounded);
  }
});

test('rounding to a multiple', () => {
  expect(plainText(roundToMultiple(number('1234.567'), number('0.01'), 'half up'))).toBe('1234.57');
  expect(plainText(roundToMultiple(number('1234.567'), number('0.05'), 'half up'))).toBe('1234.55');
  expect(plainText(roundToMultiple(number('12345'), number('1000'), 'up'))).toBe('13000');
  expect(plainText(roundToMultiple(number('-12345'), number('1000'), 'floor'))).toBe('-13000');
});

test('multiples', () => {
  expect(isMultipleOf(number('1234.50'), number('0.01'))).toBe(true);
  expect(isMultipleOf(number('1234.505'), number('0.01'))).toBe(false);
  expect(isMultipleOf(number('0.15'), number('0.05'))).toBe(true);
  expect(isMultipleOf(number('0.16'), number('0.05'))).toBe(false);
  expect(isMultipleOf(number('3000'), number('1000'))).toBe(true);
  expect(isMultipleOf(number('3500'), number('1000'))).toBe(false);
  expect(isMultipleOf(number('9007199254740993'), decimalOf(1))).toBe(true);
  expect(isMultipleOf(number('1e6000'), number('1e-6000'))).toBe(true);
  expect(isMultipleOf(decimalOf(0), decimalOf(0))).toBe(true);
  expect(isMultipleOf(decimalOf(1), decimalOf(0))).toBe(false);
});

test('fixed text shows just so many digits', () => {
  expect(fixedText(number('1234.5'), 2)).toBe('1234.50');
  expect(fixedText(number('1234'), 2)).toBe('1234.00');
  expect(fixedText(number('1234.5'), 0)).toBe('1234');
  expect(fixedText(number('-0.004'), 2)).toBe('0.00');
  expect(fixedText(number('0.05'), 3)).toBe('0.050');
});

test('comparing decimals with `<` fails at once', () => {
  expect(() => number('1') < number('2')).toThrow(TypeError);
});
