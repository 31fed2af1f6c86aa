import { expect, test } from 'vitest';
import type { NumberType, Type } from '../../model/type.ts';
import type { Vocabulary } from '../values/enum.ts';
import { decimal, signatureFor } from '../../../tests/feel-calls.ts';

const cny: NumberType = { kind: 'number', unit: { kind: 'money', currency: 'CNY' }, grain: decimal('0.01'), allowed: undefined };
const usd: NumberType = { ...cny, unit: { kind: 'money', currency: 'USD' } };
const days: NumberType = { kind: 'number', unit: { kind: 'days' }, grain: decimal('1'), allowed: { text: '>= 0', alternatives: [] } };
const count: NumberType = { kind: 'number', unit: { kind: 'count' }, grain: decimal('1'), allowed: undefined };
const percent: NumberType = { kind: 'number', unit: { kind: 'percent' }, grain: undefined, allowed: undefined };
const number: NumberType = { kind: 'number', unit: { kind: 'number' }, grain: undefined, allowed: undefined };
const text: Type = { kind: 'text', allowed: undefined };
const any: Type = { kind: 'any' };
const classes: Vocabulary = { name: 'Class', members: [], order: 'worst last' };
const classType: Type = { kind: 'enum', vocabulary: classes, allowed: undefined };
const list = (item: Type): Type => ({ kind: 'list', item });

/** The type of a call's result, from the arguments' types. */
function typeOf(name: string, ...given: readonly Type[]): Type {
  return signatureFor(name, given.length).result(given);
}

test('a sum of money is money, on the same grain', () => {
  expect(typeOf('sum', list(cny))).toEqual(cny);
  expect(typeOf('sum', cny, cny)).toEqual(cny);
  expect(typeOf('sum', list(days))).toEqual({ ...days, allowed: undefined });
});

test('minimum, maximum, mean and deviation keep the unit; only those that pick an item keep its grain', () => {
  expect(typeOf('max', list(cny))).toEqual(cny);
  expect(typeOf('min', days, days)).toEqual({ ...days, allowed: undefined });
  expect(typeOf('max', list(text))).toEqual(text);
  expect(typeOf('max', text, days)).toEqual(any);
  for (const name of ['mean', 'median', 'stddev']) expect(typeOf(name, list(cny))).toEqual({ ...cny, grain: undefined });
  expect(typeOf('mode', list(cny))).toEqual(list(cny));
});

test('a plain number takes the unit of what it stands beside; two currencies have none in common', () => {
  expect(typeOf('max', number, cny)).toEqual({ ...cny, grain: undefined });
  expect(typeOf('max', cny, usd)).toEqual(any);
});

test('counts are counts', () => {
  expect(typeOf('count', list(text))).toEqual(count);
  expect(typeOf('string length', text)).toEqual(count);
  expect(typeOf('index of', list(text), text)).toEqual(list(count));
});

test('the worst and the best of an enum are of the enum', () => {
  expect(typeOf('worst', classType, classType)).toEqual(classType);
  expect(typeOf('best', list(classType))).toEqual(classType);
});

test('floor and ceiling are whole, unless they are asked for digits; roundings to digits have no grain', () => {
  expect(typeOf('floor', cny)).toEqual({ ...cny, grain: decimal('1') });
  expect(typeOf('ceiling', cny, number)).toEqual({ ...cny, grain: undefined });
  expect(typeOf('round half up', cny, number)).toEqual({ ...cny, grain: undefined });
  expect(typeOf('decimal', percent, number)).toEqual(percent);
});

test('products keep shares and counts, but make no money of money', () => {
  expect(typeOf('product', list(percent))).toEqual(percent);
  expect(typeOf('product', count, count)).toEqual(count);
  expect(typeOf('product', list(cny))).toEqual(number);
});

test('what a function of lists gives has the items that it is given', () => {
  expect(typeOf('reverse', list(cny))).toEqual(list(cny));
  expect(typeOf('sublist', list(cny), number)).toEqual(list(cny));
  expect(typeOf('append', list(cny), cny)).toEqual(list(cny));
  expect(typeOf('append', list(cny), text)).toEqual(list(any));
  expect(typeOf('concatenate', list(cny), list(cny))).toEqual(list(cny));
  expect(typeOf('flatten', list(list(list(text))))).toEqual(list(text));
  expect(typeOf('split', text, text)).toEqual(list(text));
});

test('absolute values and remainders keep the unit', () => {
  expect(typeOf('abs', cny)).toEqual(cny);
  expect(typeOf('modulo', cny, cny)).toEqual(cny);
  expect(typeOf('sqrt', cny)).toEqual(number);
});
