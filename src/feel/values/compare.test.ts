import { describe, expect, test } from 'vitest';
import { compare, equal, holds, identical } from './compare.ts';
import { EnumMember } from './enum.ts';
import { FeelFunction } from './function.ts';
import { FeelRange } from './range.ts';
import type { Value } from './value.ts';
import type { Vocabulary } from './enum.ts';
import { parseDecimal } from './decimal.ts';
import { parseTemporal } from './temporal.ts';

function number(text: string): Value {
  return parseDecimal(text) ?? expect.unreachable(`${text} is no number`);
}

function at(text: string): Value {
  return parseTemporal(text) ?? expect.unreachable(`${text} is no date, time or duration`);
}

function vocabulary(name: string, order: Vocabulary['order'], ...names: string[]): EnumMember[] {
  const members: EnumMember[] = [];
  const declared: Vocabulary = { name, members, order };
  names.forEach((member, rank) => members.push(new EnumMember(declared, member, rank)));
  return members;
}

describe('equality', () => {
  test.each<[string, Value, Value, boolean]>([
    ['numbers by value, whatever their spelling', number('1.50'), number('1.5'), true],
    ['numbers to the last of 34 digits', number('9007199254740993'), number('9007199254740992'), false],
    ['strings exactly', 'Loan', 'loan', false],
    ['null and null', null, null, true],
    ['null and anything else', null, false, false],
    ['an empty list and null', [], null, false],
    ['dates', at('2024-01-31'), at('2024-01-31'), true],
    ['date and times in two zones by the instant', at('2024-01-31T08:00:00+08:00'), at('2024-01-31T00:00:00Z'), true],
    ['an offset and the region that has it that day', at('2024-07-31T12:00:00+02:00'), at('2024-07-31T12:00:00@Europe/Paris'), true],
    ['an offset and a region that has another that day', at('2024-01-31T12:00:00+02:00'), at('2024-01-31T12:00:00@Europe/Paris'), false],
    ['times at two offsets by the instant', at('10:00:00+02:00'), at('08:00:00Z'), true],
    ['times that fall on another day in UTC', at('01:00:00+02:00'), at('23:00:00Z'), false],
    ['times in one region', at('10:00:00@Asia/Shanghai'), at('10:00:00@Asia/Shanghai'), true],
    ['times in a region without clock changes', at('10:00:00@Etc/UTC'), at('10:00:00Z'), true],
    ['times in whole seconds', at('10:00:00.25'), at('10:00:00.75'), true],
    ['a day and 24 hours', at('P1D'), at('PT24H'), true],
    ['durations to the nanosecond', at('PT0.000000001S'), at('PT0S'), false],
    ['a year and 12 months', at('P1Y'), at('P12M'), true],
    ['lists item by item', [number('1'), [number('2')]], [number('1'), [number('2.0')]], true],
    ['lists in another order', ['a', 'b'], ['b', 'a'], false],
    ['lists of two lengths, whatever they hold', [number('1')], ['a', 'b'], false],
    ['contexts in any order', new Map([['a', '1'], ['b', '2']]), new Map([['b', '2'], ['a', '1']]), true],
    ['contexts with another key', new Map([['a', '1']]), new Map([['__proto__', '1']]), false],
    ['contexts with a further entry', new Map([['a', '1']]), new Map([['a', '1'], ['b', '2']]), false],
    ['ranges by their ends', new FeelRange('a', 'c', true, false), new FeelRange('a', 'c', true, false), true],
    ['ranges closed differently', new FeelRange('a', 'c', true, false), new FeelRange('a', 'c', true, true), false],
  ])('%s', (_, a, b, expected) => {
    expect(equal(a, b)).toBe(expected);
    expect(equal(b, a)).toBe(expected);
    expect(holds('!=', a, b)).toBe(!expected);
  });

  test('of enum members is being the same member of the same enum', () => {
    const [normal, loss] = vocabulary('Class', 'worst last', 'normal', 'loss');
    const [other] = vocabulary('Class', 'worst last', 'normal', 'loss');
    expect(equal(normal ?? null, normal ?? null)).toBe(true);
    expect(equal(normal ?? null, loss ?? null)).toBe(false);
    expect(() => equal(normal ?? null, other ?? null)).toThrow('types-not-comparable');
    expect(() => equal(normal ?? null, 'normal')).toThrow('types-not-comparable');
  });

  test('of functions is identity', () => {
    const one = new FeelFunction([], () => null);
    expect(equal(one, one)).toBe(true);
    expect(equal(one, new FeelFunction([], () => null))).toBe(false);
  });

  test.each<[Value, Value]>([
    [number('100'), '100'],
    [true, number('1')],
    [[], number('0')],
    [new Map(), []],
    [at('2024-01-31'), at('2024-01-31T00:00:00')],
    [at('P1Y'), at('P365D')],
    [[number('1')], ['1']],
  ])('of two types is an error: %s = %s', (a, b) => {
    expect(() => equal(a, b)).toThrow('types-not-comparable');
    expect(() => equal(b, a)).toThrow('types-not-comparable');
  });

  test('of a local time and one with a zone is an error', () => {
    expect(() => equal(at('10:00:00'), at('10:00:00Z'))).toThrow('zone-on-one-side');
    expect(() => equal(at('2024-01-31T10:00:00@Asia/Shanghai'), at('2024-01-31T10:00:00'))).toThrow('zone-on-one-side');
  });

  test('of a time in a region that changes its clocks and one elsewhere is an error', () => {
    expect(() => equal(at('10:00:00@Europe/Paris'), at('10:00:00+01:00'))).toThrow('zone-needs-date');
  });
});

describe('order', () => {
  test.each<[string, Value, Value]>([
    ['numbers', number('-1'), number('0.001')],
    ['strings by code point', 'Z', 'a'],
    ['a string and a longer one', '贷', '贷款'],
    ['strings beyond the basic plane after those within it', '\ufffd', '\u{1f600}'],
    ['dates', at('-0001-12-31'), at('0001-01-01')],
    ['local date and times', at('2024-01-31T23:59:59'), at('2024-02-01T00:00:00')],
    ['date and times in two zones', at('2024-01-31T01:00:00+08:00'), at('2024-01-31T00:00:00Z')],
    ['times', at('09:59:59'), at('10:00:00')],
    ['days and time durations', at('-PT1S'), at('PT0S')],
    ['years and months durations', at('P11M'), at('P1Y')],
  ])('%s', (_, less, more) => {
    expect(compare(less, more)).toBeLessThan(0);
    expect(compare(more, less)).toBeGreaterThan(0);
    expect([holds('<', less, more), holds('<=', less, more), holds('>', less, more), holds('>=', less, more)]).toEqual([true, true, false, false]);
    expect([holds('<', less, less), holds('<=', less, less), holds('>', less, less), holds('>=', less, less)]).toEqual([false, true, false, true]);
  });

  test('of enum members is that of declaration, whichever end is worst', () => {
    for (const order of ['worst last', 'worst first'] as const) {
      const [first, second] = vocabulary('Class', order, 'first', 'second');
      expect(holds('<', first ?? null, second ?? null)).toBe(true);
    }
  });

  test('does not exist for an enum that is not declared ordered', () => {
    const [credit, pledge] = vocabulary('Guarantee', undefined, 'credit', 'pledge');
    expect(() => compare(credit ?? null, pledge ?? null)).toThrow('type-without-order');
  });

  test('does not exist between members of two enums, of one name even', () => {
    const [one] = vocabulary('Class', 'worst last', 'normal');
    const [other] = vocabulary('Class', 'worst last', 'normal');
    expect(() => compare(one ?? null, other ?? null)).toThrow('types-not-comparable');
  });

  test.each<[string, Value, Value]>([
    ['null', null, number('1')],
    ['booleans', false, true],
    ['lists', [number('1')], [number('2')]],
  ])('does not exist for %s', (_, a, b) => {
    expect(() => compare(a, b)).toThrow('type-without-order');
    expect(() => holds('>=', b, a)).toThrow('type-without-order');
  });

  test('of two types is an error', () => {
    expect(() => compare(number('90'), '90')).toThrow('types-not-comparable');
    expect(() => compare(at('2024-01-31'), at('2024-01-31T00:00:00'))).toThrow('types-not-comparable');
  });
});

describe('`is`', () => {
  test('tells one instant in two zones apart, which `=` does not', () => {
    expect(equal(at('20:00:00Z'), at('21:00:00+01:00'))).toBe(true);
    expect(identical(at('20:00:00Z'), at('21:00:00+01:00'))).toBe(false);
    expect(identical(at('20:00:00Z'), at('20:00:00+00:00'))).toBe(true);
  });

  test('tells types apart without an error', () => {
    expect(identical(at('P0M'), at('P0D'))).toBe(false);
    expect(identical(number('1'), '1')).toBe(false);
    expect(identical(null, [])).toBe(false);
    expect(identical(at('2024-01-31'), at('2024-01-31T00:00:00'))).toBe(false);
  });

  test('looks into lists, contexts and ranges', () => {
    expect(identical([number('1'), new Map([['a', at('P1D')]])], [number('1.0'), new Map([['a', at('PT24H')]])])).toBe(true);
    expect(identical(new FeelRange('a', 'b', true, true), new FeelRange('a', 'b', true, false))).toBe(false);
  });
});
