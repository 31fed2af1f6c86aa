import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { feelText } from '../../feel/functions/feel-text.ts';
import { parseDateTime } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import { compileFeel, compileUnaryTests, type FeelResult } from '../../library/feel.ts';

const variables = new Map<string, Value>([
  ['loan amount', null],
  ['profit-and-loss', 'both'],
]);

function evaluated(text: string): FeelResult {
  const found: Diagnostic[] = [];
  const feel = compileFeel(text, [...variables.keys()], (one) => found.push(one));
  if (feel === undefined) expect.fail(`${text}: ${found.map(({ code }) => code).join()}`);
  return feel.evaluate(variables, { now: parseDateTime('2024-01-31T10:00:00Z') });
}

/** A value as FEEL writes it. */
function shown(value: Value): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? `"${value}"` : feelText(value);
}

describe('where FEEL has an answer', () => {
  test.each([
    ['1 + 2 * 3 ** 2', '19'],
    ['0.1 + 0.2 = 0.3', 'true'],
    ['"a" + "b"', '"ab"'],
    ['profit-and-loss', '"both"'],
    ['if loan amount > 90 then "loss" else "normal"', '"normal"'],
    ['[1, 2, 3][item > 1]', '[2, 3]'],
    ['[1, 2, 3][-1]', '3'],
    ['5[1]', '5'],
    ['[{ x: 1, y: 2 }, { x: 3, y: 4 }][x > 1].y', '[4]'],
    ['{ x: 1, kept: [{ x: 3 }, { y: 1 }][x = 1] }.kept', '[{y: 1}]'],
    ['for i in 1..3 return i * 2', '[2, 4, 6]'],
    ['for i in 3..1 return i', '[3, 2, 1]'],
    ['for x in [1, 2], y in [x, 10] return x * y', '[1, 10, 4, 20]'],
    ['for i in 1..3 return partial', '[[], [[]], [[], [[]]]]'],
    ['for d in @"2024-02-28"..@"2024-03-01" return d.day', '[28, 29, 1]'],
    ['some i in [1, 2] satisfies i > 1', 'true'],
    ['every i in [] satisfies i > 1', 'true'],
    ['{ a: 1, b: a + 1 }', '{a: 1, b: 2}'],
    ['{ f: function(x, y) x - y, r: f(5, 2), named: f(y: 5, x: 1) }.named', '-4'],
    ['before(range: [1..2], point: 3)', 'true'],
    ['before(point: 3, range: [1..2])', 'false'],
    ['5 in (> 3, < 1)', 'true'],
    ['5 in (1..5)', 'false'],
    ['5 in [[1..5]]', 'true'],
    ['5 between 1 and 5', 'true'],
    ['1 instance of number', 'true'],
    ['[1, "a"] instance of list<number>', 'false'],
    ['{ a: 1 } instance of context<a: number>', 'true'],
    ['today()', '2024-01-31'],
    ['sort([3, 1, 2], function(a, b) a < b)', '[1, 2, 3]'],
    ['abs([-1])', '1'],
    ['substring(start position: 2, string: "准绳规则")', '"绳规则"'],
  ])('%s is %s', (text, expected) => {
    const { value, diagnostics } = evaluated(text);
    expect(shown(value)).toBe(expected);
    if (!text.includes('loan amount')) expect(diagnostics).toEqual([]);
  });
});

describe('three-valued logic', () => {
  test.each([
    ['null and false', 'false'],
    ['false and null', 'false'],
    ['null and true', 'null'],
    ['null or true', 'true'],
    ['1 or true', 'true'],
    ['"a" and true', 'null'],
    ['some b in [null, true] satisfies b', 'true'],
    ['some b in [null, false] satisfies b', 'null'],
    ['every b in [null, true] satisfies b', 'null'],
    ['every b in [null, false] satisfies b', 'false'],
    ['null in (1, null)', 'true'],
    ['null between 1 and 2', 'null'],
  ])('%s is %s', (text, expected) => {
    expect(shown(evaluated(text).value)).toBe(expected);
  });
});

describe('where FEEL has null for an error, and why', () => {
  test.each([
    ['1 / 0', 'division-by-zero'],
    ['1 + "a"', 'types-do-not-combine'],
    ['1 = "a"', 'types-not-comparable'],
    ['null > 1', 'type-without-order'],
    ['[1, 2][3]', 'index-out-of-range'],
    ['sqrt(-1)', 'bad-argument'],
    ['substring("a")', 'argument-count'],
    ['(function(x) x)(1, 2)', 'argument-count'],
    ['"text"(1)', 'not-callable'],
    ['unknown', 'no-such-entry'],
    ['[1.."a"]', 'types-not-comparable'],
  ])('%s: %s', (text, code) => {
    const { value, diagnostics } = evaluated(text);
    expect(value).toBeNull();
    expect(diagnostics.map((one) => one.code)).toContain(code);
    expect(diagnostics[0]?.span?.file.path).toBe('FEEL');
  });
});

test('an evaluation without end is ended', () => {
  expect(() => evaluated('for i in 1..1000000000 return i')).toThrow('too-much-work');
  expect(() => evaluated('for i in 1..100000, j in 1..100000 return 1')).toThrow('too-much-work');
});

test.each([
  ['> 90', 91, true],
  ['1, 2, 91', 91, true],
  ['[1..90]', 91, false],
  ['not(91)', 91, false],
  ['? * 2 = 182', 91, true],
  ['-', 91, true],
  ['"a"', 91, null],
])('the cell %s for %d is %s', (text, value, expected) => {
  const tests = compileUnaryTests(text, [], () => expect.fail(text));
  const given = compileFeel(String(value), [], () => expect.fail(text))?.evaluate(new Map()).value ?? null;
  expect(tests?.evaluate(new Map([['?', given]])).value).toBe(expected);
});
