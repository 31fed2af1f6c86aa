import { expect, test } from 'vitest';
import { examples, outcome } from '../../../tests/feel-calls.ts';

test.each(
  examples([
    ['not', [true], 'false'],
    ['not', [false], 'true'],
    ['not', [null], 'bad-argument'],
    ['not', ['true'], 'bad-argument'],
    ['all', [[true, true]], 'true'],
    ['all', [true, true], 'true'],
    ['all', [[false, null, true]], 'false'],
    ['all', [[]], 'true'],
    ['all', [true], 'true'],
    ['all', [[true, null]], 'bad-argument'],
    ['all', [0], 'bad-argument'],
    ['any', [[false, true]], 'true'],
    ['any', [false, null, true], 'true'],
    ['any', [[]], 'false'],
    ['any', [[false, false]], 'false'],
    ['any', [[false, null]], 'bad-argument'],
  ]),
)('$title', ({ run, expected }) => {
  expect(outcome(run)).toBe(expected);
});
