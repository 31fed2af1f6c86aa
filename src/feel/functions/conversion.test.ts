import { expect, test } from 'vitest';
import { FeelRange } from '../values/range.ts';
import { parseTemporal } from '../values/temporal.ts';
import type { Plain } from '../../../tests/feel-calls.ts';
import { call, callNamed, decimal, examples, feel, outcome } from '../../../tests/feel-calls.ts';

const temporal = (text: string): Plain => parseTemporal(text) ?? null;

test.each(
  examples([
    ['number', ['1 000,5', ' ', ','], '1000.5'],
    ['number', ['1,000.5', ',', '.'], '1000.5'],
    ['number', ['1.000.000,01', '.', ','], '1000000.01'],
    ['number', ['1000000.01', null, '.'], '1000000.01'],
    ['number', ['1,000,000.00', ',', null], '1000000'],
    ['number', ['1234'], '1234'],
    ['number', ['-0.50'], '-0.5'],
    ['number', ['1e3'], '1000'],
    ['number', ['00123'], '123'],
    ['number', [11.11], '11.11'],
    ['number', ['9007199254740993'], '9007199254740993'],
    ['number', ['0.1000000000000000055'], '0.1000000000000000055'],
    ['number', ['1,000,000.01', ' ', '.'], 'bad-argument'],
    ['number', ['1.000', null, ','], 'bad-argument'],
    ['number', ['1,000', ',', ','], 'bad-argument'],
    ['number', ['1,000', ':', '.'], 'bad-argument'],
    ['number', [123, '.', ','], 'bad-argument'],
    ['number', ['1 2 3'], 'bad-argument'],
    ['number', [' 1'], 'bad-argument'],
    ['number', ['NaN'], 'bad-argument'],
    ['number', [''], 'bad-argument'],
    ['number', [null], 'bad-argument'],
    ['string', [1.1], '"1.1"'],
    ['string', [decimal('1e40')], '"10000000000000000000000000000000000000000"'],
    ['string', ['a "b"'], '"a \\"b\\""'],
    ['string', [true], '"true"'],
    ['string', [temporal('2024-02-29')], '"2024-02-29"'],
    ['string', [temporal('P1Y2M')], '"P1Y2M"'],
    ['string', [new FeelRange(feel(1), feel(10), true, false)], '"[1..10)"'],
    ['string', [new FeelRange(null, feel(10), false, true)], '"(..10]"'],
    ['string', [null], 'bad-argument'],
    ['is', [1, 1], 'true'],
    ['is', [1, '1'], 'false'],
    ['is', [null, null], 'true'],
    ['is', [temporal('2012-12-25'), temporal('23:00:50')], 'false'],
    ['is', [temporal('23:00:50Z'), temporal('23:00:50+00:00')], 'true'],
    ['is', [temporal('23:00:50Z'), temporal('23:00:50')], 'false'],
  ]),
)('$title', ({ run, expected }) => {
  expect(outcome(run)).toBe(expected);
});

test('string writes lists and contexts as FEEL would, with their texts in quotes', () => {
  expect(call('string', [1, 2, 3, 'foo'])).toBe('[1, 2, 3, "foo"]');
  expect(call('string', { a: 'foo', '{': [null, '\n"\\'] })).toBe('{a: "foo", "{": [null, "\\n\\"\\\\"]}');
  // A list of one text stands for the text only where a text is wanted; `string` takes anything.
  expect(call('string', ['foo'])).toBe('["foo"]');
});

test('parameters have the names of DMN', () => {
  expect(callNamed('number', { from: '1.000,5', 'decimal separator': ',', 'grouping separator': '.' })).toEqual(decimal('1000.5'));
  expect(callNamed('is', { value2: 1, value1: 1 })).toBe(true);
});
