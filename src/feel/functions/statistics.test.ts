import { expect, test } from 'vitest';
import { call, callNamed, decimal, examples, outcome } from '../../../tests/feel-calls.ts';

test.each(
  examples([
    ['sum', [[1, 2, 3]], '6'],
    ['sum', [1, 2, 3], '6'],
    ['sum', [1], '1'],
    ['sum', [[0.1, 0.2]], '0.3'],
    ['sum', [[]], 'empty-list'],
    ['sum', [[1, null]], 'bad-argument'],
    ['sum', [[1, '2']], 'bad-argument'],
    ['product', [[2, 3, 4]], '24'],
    ['product', [2, 3, 4], '24'],
    ['product', [[]], 'empty-list'],
    ['mean', [[1, 2, 3]], '2'],
    ['mean', [1, 2], '1.5'],
    ['mean', [[]], 'empty-list'],
    ['median', [8, 2, 5, 3, 4], '4'],
    ['median', [[6, 1, 2, 3]], '2.5'],
    ['median', [[]], 'empty-list'],
    ['stddev', [2, 4, 7, 5], '2.081665999466132735282297706979931'],
    ['stddev', [[1, 1, 1]], '0'],
    ['stddev', [[47]], 'bad-argument'],
    ['stddev', [47], 'bad-argument'],
    ['stddev', [[]], 'bad-argument'],
    ['mode', [6, 3, 9, 6, 6], '[6]'],
    ['mode', [[6, 1, 9, 6, 1]], '[1, 6]'],
    ['mode', [[2.5, 1, 2.5, 3]], '[2.5]'],
    ['mode', [[]], '[]'],
    ['mode', [[1, 2, 'foo', 4]], 'bad-argument'],
  ]),
)('$title', ({ run, expected }) => {
  expect(outcome(run)).toBe(expected);
});

test('the deviation of numbers that differ in the last of 34 digits is exact', () => {
  const [a, b] = [decimal('1234567890123456789012345678901234'), decimal('1234567890123456789012345678901236')];
  expect(call('stddev', a, b)).toEqual(call('sqrt', 2));
});

test('the parameter has the name of DMN', () => {
  expect(callNamed('sum', { list: [1, 2] })).toEqual(decimal('3'));
});
