import { describe, expect, test } from 'vitest';
import { FeelRange, rangeIncludes } from './range.ts';
import type { Value } from './value.ts';
import { decimalOf } from './decimal.ts';
import { parseRange } from './range-text.ts';
import { parseTemporal } from './temporal.ts';

function range(text: string): FeelRange {
  return parseRange(text) ?? expect.unreachable(`${text} is no range`);
}

describe('a value lies in a range', () => {
  test.each<[string, boolean, boolean, boolean]>([
    ['[1..3]', true, true, true],
    ['(1..3]', false, true, true],
    ['[1..3)', true, true, false],
    [']1..3[', false, true, false],
    ['[1..)', true, true, true],
    ['(1..)', false, true, true],
    ['(..3]', true, true, true],
    ['(..3)', true, true, false],
  ])('%s and 1, 2, 3', (text, one, two, three) => {
    expect([1, 2, 3].map((whole) => rangeIncludes(range(text), decimalOf(whole)))).toEqual([one, two, three]);
  });

  test('of dates, texts and durations too', () => {
    expect(rangeIncludes(range('[@"2024-01-01"..@"2024-12-31"]'), parseTemporal('2024-02-29') ?? null)).toBe(true);
    expect(rangeIncludes(range('["a".."c")'), 'c')).toBe(false);
    expect(rangeIncludes(range('[@"P1D"..@"P2D"]'), parseTemporal('PT36H') ?? null)).toBe(true);
  });

  test('open on both sides takes anything', () => {
    expect(rangeIncludes(new FeelRange(null, null, false, false), 'anything')).toBe(true);
  });

  test.each<[string, Value, string]>([
    ['a value of another type', 'two', 'types-not-comparable'],
    ['null', null, 'type-without-order'],
  ])('%s is an error', (_, value, code) => {
    expect(() => rangeIncludes(range('[1..3]'), value)).toThrow(code);
  });
});

describe('the text of a range', () => {
  test('holds two constants of any ordered type', () => {
    expect(range(' [ -1 .. 1.5e3 ] ')).toEqual(new FeelRange(decimalOf(-1), decimalOf(1500), true, true));
    expect(range('["a\\"b".."\\u4e2d")')).toEqual(new FeelRange('a"b', '中', true, false));
    expect(range('[date("2024-01-01")..@"2024-12-31"]')).toEqual(range('[@"2024-01-01"..date( "2024-12-31" )]'));
    expect(range('[date and time("2024-01-01T00:00:00")..@"2024-01-01T00:00:01"]').low).toEqual(parseTemporal('2024-01-01T00:00:00'));
    expect(range('[time("00:00:00")..@"12:00:00"]').high).toEqual(parseTemporal('12:00:00'));
    expect(range('[duration("P1Y")..@"P2Y"]').low).toEqual(parseTemporal('P1Y'));
  });

  test.each([
    ['[3..1]', 'the higher end first'],
    ['[..3]', 'a closed end left out'],
    ['[1..]', 'a closed end left out'],
    ['(..)', 'no end at all'],
    ['[null..1]', 'null'],
    ['[true..true]', 'booleans have no order'],
    ['[1..a]', 'a name'],
    ['[1+1..3]', 'a calculation'],
    ['[date(string("2024-01-01"))..date("2024-12-31")]', 'a call within'],
    ['[@"2023-02-29"..@"2024-12-31"]', 'a date that does not exist'],
    ['[1,3]', 'no dots'],
    ['1..3', 'no brackets'],
    ['> 10', 'a comparison'],
    ['', 'nothing'],
  ])('is not %s: %s', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });

  test('with ends of two types is an error', () => {
    expect(() => parseRange('[1.."3"]')).toThrow('types-not-comparable');
  });
});
