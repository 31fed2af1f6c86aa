import { expect, test } from 'vitest';
import { FeelFunction } from '../values/function.ts';
import type { Value } from '../values/value.ts';
import { compare } from '../values/compare.ts';
import { isContext } from './shapes.ts';
import { dateOf } from '../values/temporal.ts';
import { call, callNamed, examples, outcome } from '../../../tests/feel-calls.ts';

const precedes = (holds: (a: Value, b: Value) => Value): FeelFunction => new FeelFunction(['a', 'b'], ([a = null, b = null]) => holds(a, b));
const less = precedes((a, b) => compare(a, b) < 0);
const leapDay = dateOf(2024, 2, 29) ?? null;

test.each(
  examples([
    ['list contains', [[1, 2, 3], 2], 'true'],
    ['list contains', [[1, 2, null], null], 'true'],
    ['list contains', [[1, 2], null], 'false'],
    ['list contains', [[1, 'a'], 'a'], 'true'],
    ['list contains', [[1, 'a'], true], 'false'],
    ['list contains', [[[1, 'a'], ['a', 1]], ['a', 1]], 'true'],
    ['list contains', [null, 1], 'bad-argument'],
    ['count', [[1, 2, 3]], '3'],
    ['count', [[]], '0'],
    ['count', [[1, [2, 3]]], '2'],
    ['count', [[null]], '1'],
    ['count', ['a'], '1'],
    ['count', [null], 'bad-argument'],
    ['sublist', [[4, 5, 6], 1, 2], '[4, 5]'],
    ['sublist', [[4, 5, 6], 2], '[5, 6]'],
    ['sublist', [[4, 5, 6], -2, 1], '[5]'],
    ['sublist', [[4, 5, 6], 0], 'bad-argument'],
    ['sublist', [[4, 5, 6], 4], 'bad-argument'],
    ['sublist', [[4, 5, 6], 2, 3], 'bad-argument'],
    ['append', [[1], 2, 3], '[1, 2, 3]'],
    ['append', [[], 1], '[1]'],
    ['append', [[1], [2]], '[1, [2]]'],
    ['append', [[1], null], '[1, null]'],
    ['concatenate', [[1, 2], [3]], '[1, 2, 3]'],
    ['concatenate', [[1], [2], [3]], '[1, 2, 3]'],
    ['concatenate', [[[1]], [[2]]], '[[1], [2]]'],
    ['concatenate', [[1], 2], '[1, 2]'],
    ['concatenate', [[1], null], 'bad-argument'],
    ['insert before', [[1, 3], 1, 2], '[2, 1, 3]'],
    ['insert before', [[1, 3], 2, 2], '[1, 2, 3]'],
    ['insert before', [[1, 3], -1, 2], '[1, 2, 3]'],
    ['insert before', [[1, 3], 3, 2], 'bad-argument'],
    ['insert before', [[], 1, 2], 'bad-argument'],
    ['remove', [[1, 2, 3], 2], '[1, 3]'],
    ['remove', [[1, 2, 3], -1], '[1, 2]'],
    ['remove', [[1, 2, 3], 4], 'bad-argument'],
    ['list replace', [[2, 4, 7, 8], 3, 6], '[2, 4, 6, 8]'],
    ['list replace', [[1, 2, 3], -1, 4], '[1, 2, 4]'],
    ['list replace', [[1, 2, 3], 2.5, 4], '[1, 4, 3]'],
    ['list replace', [[1, 2, 3], 3, null], '[1, 2, null]'],
    ['list replace', [[2, 4, 7, 8], less, 5], '[5, 5, 7, 8]'],
    ['list replace', [1, 1, 5], '[5]'],
    ['list replace', [[1, 2, 3], 0, 4], 'bad-argument'],
    ['list replace', [[1, 2, 3], '2', 4], 'bad-argument'],
    ['list replace', [[1, 2, 3], new FeelFunction(['item'], () => true), 4], 'bad-argument'],
    ['list replace', [[1, 2, 3], precedes((item) => item), 4], 'bad-argument'],
    ['reverse', [[1, 2, 3]], '[3, 2, 1]'],
    ['index of', [[1, 2, 3, 2], 2], '[2, 4]'],
    ['index of', [[1, 2, 3], 9], '[]'],
    ['index of', [[1, null, null], null], '[2, 3]'],
    ['union', [[1, 2], [2, 3]], '[1, 2, 3]'],
    ['union', [[1, null], [null, 'a']], '[1, null, "a"]'],
    ['distinct values', [[1, 2, 3, 2, 1]], '[1, 2, 3]'],
    ['distinct values', [['1', 1, true, null, '1', null]], '["1", 1, true, null]'],
    ['distinct values', [[leapDay, dateOf(2024, 2, 29) ?? null]], '[2024-02-29]'],
    ['distinct values', [[{ a: 1 }, { a: 1 }, { a: 2 }]], '[{a: 1}, {a: 2}]'],
    ['flatten', [[[1, 2], [[3]], 4]], '[1, 2, 3, 4]'],
    ['flatten', [[]], '[]'],
    ['sort', [[3, 1, 4, 5, 2], less], '[1, 2, 3, 4, 5]'],
    ['sort', [['b', 'a'], less], '["a", "b"]'],
    ['sort', [[3, 1], new FeelFunction(['x'], () => true)], 'bad-argument'],
    ['sort', [[3, 1], precedes(() => null)], 'bad-argument'],
  ]),
)('$title', ({ run, expected }) => {
  expect(outcome(run)).toBe(expected);
});

test('parameters have the names of DMN', () => {
  expect(callNamed('list contains', { element: 2, list: [1, 2] })).toBe(true);
  expect(outcome(() => callNamed('insert before', { newItem: 2, position: 1, list: [1] }))).toBe('[2, 1]');
  expect(outcome(() => callNamed('list replace', { match: less, newItem: 5, list: [4, 6] }))).toBe('[5, 6]');
  expect(outcome(() => callNamed('sort', { precedes: less, list: [2, 1] }))).toBe('[1, 2]');
});

test('items of which neither precedes the other keep their order', () => {
  const loans = [{ id: 'a', days: 2 }, { id: 'b', days: 1 }, { id: 'c', days: 2 }, { id: 'd', days: 1 }]; // prettier-ignore
  const byDays = precedes((a, b) => isContext(a) && isContext(b) && compare(a.get('days') ?? null, b.get('days') ?? null) < 0);
  expect(outcome(() => call('sort', loans, byDays))).toBe('[{id: "b", days: 1}, {id: "d", days: 1}, {id: "a", days: 2}, {id: "c", days: 2}]');
});
