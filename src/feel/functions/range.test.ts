import { describe, expect, test } from 'vitest';
import type { Value } from '../values/value.ts';
import { parseDecimal } from '../values/decimal.ts';
import { parseRange } from '../values/range-text.ts';
import { parseTemporal } from '../values/temporal.ts';
import { rangeBuiltins } from './range.ts';

/** A range, a number, or what `@"…"` holds. */
function value(text: string): Value {
  return parseRange(text) ?? parseDecimal(text) ?? parseTemporal(text) ?? expect.unreachable(`${text} is no value`);
}

function call(name: string, ...given: Value[]): Value {
  const signature = rangeBuiltins.find((one) => one.name === name)?.signatures[0];
  return signature === undefined ? expect.unreachable(`no function ${name}`) : signature.call(given);
}

// A holding and a failing example for each relation; open ends decide most of them.
test.each([
  ['before', '1', '10', '10', '1'],
  ['before', '1', '(1..10]', '1', '[1..10]'],
  ['before', '[1..10)', '10', '[1..10]', '10'],
  ['before', '[1..10)', '[10..20]', '[1..10]', '[10..20]'],
  ['after', '12', '[2..5]', '5', '[2..5]'],
  ['after', '(10..20]', '[1..10]', '[10..20]', '[1..10]'],
  ['meets', '[1..5]', '[5..10]', '[1..5)', '[5..10]'],
  ['met by', '[5..10]', '[1..5]', '(5..10]', '[1..5]'],
  ['overlaps', '[1..5]', '[5..8]', '[1..5)', '[5..8]'],
  ['overlaps before', '[1..5]', '[4..10]', '[4..10]', '[1..5]'],
  ['overlaps before', '[1..5)', '(1..5]', '[1..5)', '[1..5]'],
  ['overlaps after', '[4..10]', '[1..5]', '[1..5]', '[4..10]'],
  ['finishes', '10', '[1..10]', '10', '[1..10)'],
  ['finishes', '[5..10]', '[1..10]', '[5..10)', '[1..10]'],
  ['finished by', '[5..10]', '10', '[5..10)', '10'],
  ['finished by', '[1..10]', '(1..10]', '(1..10]', '[1..10]'],
  ['includes', '[5..10]', '10', '[5..10)', '10'],
  ['includes', '[1..10]', '(1..10)', '(1..10)', '[1..10)'],
  ['during', '5', '[5..10]', '5', '(5..10]'],
  ['during', '(1..10)', '[1..10]', '[1..10]', '(1..10]'],
  ['starts', '1', '[1..10]', '1', '(1..10]'],
  ['starts', '[1..5]', '[1..10]', '(1..5]', '[1..10]'],
  ['started by', '[1..10]', '1', '(1..10]', '1'],
  ['started by', '[1..10]', '[1..10)', '[1..10)', '[1..10]'],
  ['coincides', '5', '5', '5', '4'],
  ['coincides', '[1..5]', '[1..5]', '[1..5]', '[1..5)'],
  ['before', '2024-01-31', '[@"2024-02-01"..@"2024-02-29"]', '2024-02-01', '[@"2024-02-01"..@"2024-02-29"]'],
  ['overlaps', '[1..)', '[5..8]', '[9..)', '[5..8]'],
  ['includes', '(..10]', '(..5]', '[0..10]', '(..5]'],
  ['coincides', '[1..)', '[1..)', '[1..)', '[1..2)'],
])('%s(%s, %s) holds, for %s and %s it does not', (name, a, b, c, d) => {
  expect(call(name, value(a), value(b))).toBe(true);
  expect(call(name, value(c), value(d))).toBe(false);
});

describe('a relation', () => {
  test.each<[string, Value, Value, string]>([
    ['meets', value('1'), value('[1..2]'), 'no-such-relation'],
    ['finishes', value('[1..2]'), value('2'), 'no-such-relation'],
    ['coincides', value('1'), value('[1..1]'), 'no-such-relation'],
    ['before', null, value('1'), 'no-such-relation'],
    ['before', [value('1')], value('2'), 'no-such-relation'],
    ['before', value('1'), value('2024-01-31'), 'types-not-comparable'],
    ['overlaps', value('[1..2]'), value('["a".."b"]'), 'types-not-comparable'],
  ])('%s of the wrong things is an error', (name, a, b, code) => {
    expect(() => call(name, a, b)).toThrow(code);
  });

  test("names its parameters after DMN's points and ranges", () => {
    const names = (name: string): string[] =>
      (rangeBuiltins.find((one) => one.name === name)?.signatures ?? []).map(({ parameters }) => parameters.map((one) => one.name).join(', '));
    expect(names('before')).toEqual(['point1, point2', 'point, range', 'range, point', 'range1, range2']);
    expect(names('met by')).toEqual(['range1, range2']);
    expect(names('finished by')).toEqual(['range, point', 'range1, range2']);
  });
});

test('range reads a text', () => {
  expect(call('range', '[1..3]')).toEqual(value('[1..3]'));
  expect(() => call('range', '[3..1]')).toThrow('not-a-range-as-text');
  expect(() => call('range', value('[1..3]'))).toThrow('bad-argument');
});
