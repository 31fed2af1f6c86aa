import { expect, test } from 'vitest';
import { parseDecimal } from '../feel/values/decimal.ts';
import { parseTemporal } from '../feel/values/temporal.ts';
import type { Value } from '../feel/values/value.ts';
import { asExpected } from './as-expected.ts';

const number = (text: string): Value => parseDecimal(text) ?? null;
const temporal = (text: string): Value => parseTemporal(text) ?? null;

test.each<[string, Value, Value, boolean]>([
  ['a number within the tolerance', number('0.33333333333'), number('0.3333333333333333'), true],
  ['a number at the tolerance', number('1.00000001'), number('1'), true],
  ['a number beyond the tolerance', number('1.0000000101'), number('1'), false],
  ['the largest numbers of opposite sign', number('9e6144'), number('-9e6144'), false],
  ['a number and its text', number('1'), '1', false],
  ['null and null', null, null, true],
  ['null and a value', null, number('0'), false],
  ['a value and null', false, null, false],
  ['texts that differ in case', 'a', 'A', false],
  ['a list in another order', [number('1'), number('2')], [number('2'), number('1')], false],
  ['a list with numbers within the tolerance', [number('1.000000001')], [number('1')], true],
  ['a longer list', [null, null], [null], false],
  ['a list and its only item', ['a'], 'a', false],
  ['a context in another order', new Map([['a', true], ['b', false]]), new Map([['b', false], ['a', true]]), true],
  ['a context with an entry more', new Map([['a', true], ['b', null]]), new Map([['a', true]]), false],
  ['a null entry and one that is absent', new Map([['b', null]]), new Map([['a', null]]), false],
  ['one duration spelled in two ways', temporal('P1Y'), temporal('P12M'), true],
  ['durations of two kinds', temporal('P0Y'), temporal('P0D'), false],
  ['one instant in two zones', temporal('2024-01-31T12:00:00Z'), temporal('2024-01-31T20:00:00+08:00'), true],
  ['a time with a zone and one without', temporal('12:00:00Z'), temporal('12:00:00'), false],
  ['times that differ by a fraction of a second', temporal('12:00:00.1'), temporal('12:00:00.2'), false],
  ['a date and its midnight', temporal('2024-01-31'), temporal('2024-01-31T00:00:00'), false],
])('%s', (_, actual, expected, same) => {
  expect(asExpected(actual, expected)).toBe(same);
});
