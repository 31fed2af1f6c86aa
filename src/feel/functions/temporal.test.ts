import { describe, expect, test } from 'vitest';
import { formatTemporal, isTemporal, parseTemporal } from '../values/temporal.ts';
import { parseDecimal, plainText } from '../values/decimal.ts';
import { refusedBuiltins, temporalBuiltins } from './temporal.ts';
import { Decimal } from '../values/decimal.ts';
import type { Value } from '../values/value.ts';

/** Calls the signature with as many parameters as there are arguments: an argument is a number, `@…`, null, or a text. */
function call(name: string, ...given: (string | number | null)[]): string {
  const builtin = temporalBuiltins.find((one) => one.name === name);
  const signature = builtin?.signatures.find(({ parameters }) => given.length <= parameters.length && parameters.slice(given.length).every(({ optional }) => optional));
  if (signature === undefined) return expect.unreachable(`${name} takes no ${given.length} arguments`);
  return shown(signature.call(given.map(argument)));
}

function argument(given: string | number | null): Value {
  if (typeof given === 'number') return parseDecimal(String(given)) ?? null;
  return given?.startsWith('@') === true ? (parseTemporal(given.slice(1)) ?? expect.unreachable(given)) : given;
}

function shown(result: Value): string {
  if (result instanceof Decimal) return plainText(result);
  if (typeof result === 'string') return result;
  return isTemporal(result) ? formatTemporal(result) : expect.unreachable('these functions give a number, a text, or a temporal value');
}

describe('date', () => {
  test('from a text, from parts, from a date and time', () => {
    expect(call('date', '2024-01-31')).toBe('2024-01-31');
    expect(call('date', 2024, 2, 29)).toBe('2024-02-29');
    expect(call('date', -44, 3, 15)).toBe('-0044-03-15');
    expect(call('date', '@2024-01-31T23:00:00-08:00')).toBe('2024-01-31');
    expect(call('date', '@2024-01-31')).toBe('2024-01-31');
  });

  test.each<[string, (string | number | null)[], string]>([
    ['a day that does not exist', ['2023-02-29'], 'not-this-type-as-text'],
    ['a date and time as text', ['2024-01-31T00:00:00'], 'not-this-type-as-text'],
    ['parts that do not exist', [2023, 2, 29], 'not-this-type-as-text'],
    ['a fraction', [2024, 1.5, 1], 'bad-argument'],
    ['null', [null], 'bad-argument'],
    ['a number', [20240131], 'bad-argument'],
    ['a time', ['@10:00:00'], 'bad-argument'],
  ])('not from %s', (_, given, code) => {
    expect(() => call('date', ...given)).toThrow(code);
  });
});

describe('time', () => {
  test('from a text, from parts, from another value', () => {
    expect(call('time', '13:20:00+08:00')).toBe('13:20:00+08:00');
    expect(call('time', 13, 20, 5.25)).toBe('13:20:05.25');
    expect(call('time', 13, 20, 5, null)).toBe('13:20:05');
    expect(call('time', 13, 20, 5, '@PT8H')).toBe('13:20:05+08:00');
    expect(call('time', 13, 20, 5, '@-PT3H30M')).toBe('13:20:05-03:30');
    expect(call('time', 13, 20, 5, '@PT0S')).toBe('13:20:05Z');
    expect(call('time', '@2024-01-31T13:20:05@Asia/Shanghai')).toBe('13:20:05@Asia/Shanghai');
    expect(call('time', '@2024-01-31')).toBe('00:00:00Z');
  });

  test.each<[string, (string | number | null)[], string]>([
    ['a text that is no time', ['25:00:00'], 'not-this-type-as-text'],
    ['hour 24', [24, 0, 0], 'bad-argument'],
    ['minute -1', [1, -1, 0], 'bad-argument'],
    ['second 60', [1, 0, 60], 'bad-argument'],
    ['second -1', [1, 0, -1], 'bad-argument'],
    ['a second finer than a nanosecond', [1, 0, 1.00000000001], 'bad-argument'],
    ['an hour of null', [null, 0, 0], 'bad-argument'],
    ['an offset of more than 14 hours', [1, 0, 0, '@PT15H'], 'bad-argument'],
    ['an offset that is not whole seconds', [1, 0, 0, '@PT0.5S'], 'bad-argument'],
    ['an offset in months', [1, 0, 0, '@P1M'], 'bad-argument'],
    ['null', [null], 'bad-argument'],
  ])('not from %s', (_, given, code) => {
    expect(() => call('time', ...given)).toThrow(code);
  });
});

describe('date and time', () => {
  test('from a text, from a date, from a date and a time', () => {
    expect(call('date and time', '2024-01-31T13:20:00@Asia/Shanghai')).toBe('2024-01-31T13:20:00@Asia/Shanghai');
    expect(call('date and time', '2024-01-31')).toBe('2024-01-31T00:00:00');
    expect(call('date and time', '@2024-01-31')).toBe('2024-01-31T00:00:00Z');
    expect(call('date and time', '@2024-01-31', '@13:20:00Z')).toBe('2024-01-31T13:20:00Z');
    expect(call('date and time', '@2024-01-31T08:00:00+08:00', '@13:20:00')).toBe('2024-01-31T13:20:00');
    expect(call('date and time', '@2024-01-31', '@13:20:00', 'Asia/Shanghai')).toBe('2024-01-31T13:20:00@Asia/Shanghai');
  });

  test.each<[string, (string | number | null)[], string]>([
    ['a text that is none', ['31 January 2024'], 'not-this-type-as-text'],
    ['a time alone', ['@13:20:00'], 'bad-argument'],
    ['a date and null', ['@2024-01-31', null], 'bad-argument'],
    ['a time and a date', ['@13:20:00', '@2024-01-31'], 'bad-argument'],
    ['a zone that does not exist', ['@2024-01-31', '@13:20:00', 'Asia/Nowhere'], 'bad-argument'],
    ['two zones', ['@2024-01-31', '@13:20:00Z', 'Asia/Shanghai'], 'bad-argument'],
  ])('not from %s', (_, given, code) => {
    expect(() => call('date and time', ...given)).toThrow(code);
  });
});

test('duration is of either kind, as its text says', () => {
  expect(call('duration', 'P1DT2H')).toBe('P1DT2H');
  expect(call('duration', 'P14M')).toBe('P1Y2M');
  expect(() => call('duration', 'P1Y1D')).toThrow('not-this-type-as-text');
  expect(() => call('duration', 90)).toThrow('bad-argument');
});

test.each([
  ['@2023-01-31', '@2024-02-28', 'P1Y'],
  ['@2023-01-31', '@2024-02-29', 'P1Y'],
  ['@2023-01-29', '@2024-02-29', 'P1Y1M'],
  ['@2024-02-29', '@2023-01-31', '-P1Y'],
  ['@2024-02-29', '@2023-01-29', '-P1Y1M'],
  ['@2024-01-31', '@2024-01-31', 'P0M'],
  ['@-0001-12-01', '@0001-01-01', 'P1Y1M'],
  ['@2024-01-31T23:59:59', '@2025-01-31T00:00:00+08:00', 'P1Y'],
])('years and months duration from %s to %s is %s', (from, to, expected) => {
  expect(call('years and months duration', from, to)).toBe(expected);
});

test.each([
  ['@2024-12-31', '366', 'Tuesday', 'December', '1'],
  ['@2023-01-01', '1', 'Sunday', 'January', '52'],
  ['@2020-12-31', '366', 'Thursday', 'December', '53'],
  ['@2021-01-03', '3', 'Sunday', 'January', '53'],
  ['@2021-01-04T10:00:00', '4', 'Monday', 'January', '1'],
])('%s: day %s of the year, a %s in %s, week %s', (date, dayOfYear, dayOfWeek, monthOfYear, weekOfYear) => {
  expect(call('day of year', date)).toBe(dayOfYear);
  expect(call('day of week', date)).toBe(dayOfWeek);
  expect(call('month of year', date)).toBe(monthOfYear);
  expect(call('week of year', date)).toBe(weekOfYear);
});

test.each(['day of year', 'day of week', 'month of year', 'week of year'])('%s takes nothing but dates', (name) => {
  expect(() => call(name, null)).toThrow('bad-argument');
  expect(() => call(name, '2024-01-31')).toThrow('bad-argument');
  expect(() => call(name, '@10:00:00')).toThrow('bad-argument');
});

test('whatever would differ from one evaluation to the next is refused, with the reason', () => {
  expect([...refusedBuiltins.keys()]).toEqual(['now', 'today', 'random number']);
  expect(temporalBuiltins.filter(({ name }) => refusedBuiltins.has(name))).toEqual([]);
  expect(refusedBuiltins.get('today')?.en).toContain('as_of');
});
