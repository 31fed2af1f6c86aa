import { expect, test } from 'vitest';
import { call, callNamed, examples, outcome } from '../../../tests/feel-calls.ts';

test.each(
  examples([
    ['substring', ['foobar', 3], '"obar"'],
    ['substring', ['foobar', 3, 3], '"oba"'],
    ['substring', ['foobar', -2, 1], '"a"'],
    ['substring', ['foobar', -6, 6], '"foobar"'],
    ['substring', ['foobar', 3, 3.8], '"oba"'],
    ['substring', ['\u{1f40e}ab', 2], '"ab"'],
    ['substring', ['a\u{1f40e}b', 2, 1], '"🐎"'],
    ['substring', ['foobar', 0], 'bad-argument'],
    ['substring', ['foobar', 7], 'bad-argument'],
    ['substring', ['foobar', -7], 'bad-argument'],
    ['substring', ['foobar', 3, 0], 'bad-argument'],
    ['substring', ['foobar', 3, 5], 'bad-argument'],
    ['substring', ['', 1], 'bad-argument'],
    ['substring', [null, 1], 'bad-argument'],
    ['substring', ['foobar', '1'], 'bad-argument'],
    ['string length', ['foo'], '3'],
    ['string length', ['\u{1f40e}ab'], '3'],
    ['string length', [''], '0'],
    ['string length', [7], 'bad-argument'],
    ['upper case', ['aBc4'], '"ABC4"'],
    ['upper case', ['straße'], '"STRASSE"'],
    ['lower case', ['aBc4'], '"abc4"'],
    ['lower case', [null], 'bad-argument'],
    ['substring before', ['foobar', 'bar'], '"foo"'],
    ['substring before', ['foobar', 'xyz'], '""'],
    ['substring before', ['foobar', 'o'], '"f"'],
    ['substring before', ['abc', ''], '""'],
    ['substring after', ['foobar', 'ob'], '"ar"'],
    ['substring after', ['', 'a'], '""'],
    ['substring after', ['abc', ''], '"abc"'],
    ['substring after', ['foobar', 'x'], '""'],
    ['contains', ['foobar', 'of'], 'false'],
    ['contains', ['foobar', 'ob'], 'true'],
    ['contains', ['', ''], 'true'],
    ['contains', [null, 'bar'], 'bad-argument'],
    ['starts with', ['foobar', 'fo'], 'true'],
    ['starts with', ['foobar', 'ob'], 'false'],
    ['ends with', ['foobar', 'r'], 'true'],
    ['ends with', ['foobar', 'a'], 'false'],
    ['string join', [['a', 'b', 'c'], '_and_'], '"a_and_b_and_c"'],
    ['string join', [['a', 'b', 'c'], ''], '"abc"'],
    ['string join', [['a', 'b', 'c'], null], '"abc"'],
    ['string join', [['a', 'b', 'c']], '"abc"'],
    ['string join', [['a'], 'X'], '"a"'],
    ['string join', [['a', null, 'c'], 'X'], '"aXc"'],
    ['string join', [[], 'X'], '""'],
    ['string join', [['a', 1], 'X'], 'bad-argument'],
    ['string join', [null, 'X'], 'bad-argument'],
  ]),
)('$title', ({ run, expected }) => {
  expect(outcome(run)).toBe(expected);
});

test('parameters have the names of DMN', () => {
  expect(callNamed('substring', { length: 3, 'start position': 3, string: 'foobar' })).toBe('oba');
  expect(callNamed('contains', { match: 'ob', string: 'foobar' })).toBe(true);
  expect(callNamed('string join', { delimiter: '-', list: ['a', 'b'] })).toBe('a-b');
});

test('a list of one text stands for the text, as FEEL converts it', () => {
  expect(call('upper case', ['bob'])).toBe('BOB');
  expect(outcome(() => call('upper case', ['bob', 'tim']))).toBe('bad-argument');
});

test('an error names the function, the parameter and what was found', () => {
  expect(() => call('substring', 'foobar', 9)).toThrow(
    expect.objectContaining({
      diagnostic: expect.objectContaining({
        parameters: { function: 'substring', parameter: 'start position', found: '9', expected: { en: 'a position from 1 to 6, or from -6 to -1', zh: '1 到 6，或 -6 到 -1 之间的位置' } },
      }) as unknown,
    }),
  );
});
