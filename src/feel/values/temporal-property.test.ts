import { describe, expect, test } from 'vitest';
import { formatTemporal, isTemporal, parseTemporal } from './temporal.ts';
import { parseDecimal, plainText } from './decimal.ts';
import { temporalProperty, temporalPropertyNames, temporalPropertyType } from './temporal-property.ts';
import { Decimal } from './decimal.ts';
import { FeelRange } from './range.ts';
import type { Value } from './value.ts';

function shown(result: Value | undefined): unknown {
  if (result instanceof Decimal) return Number(plainText(result));
  return isTemporal(result) ? formatTemporal(result) : result;
}

test.each([
  ['2024-01-31', { year: 2024, month: 1, day: 31, weekday: 3, hour: undefined }],
  ['-0044-03-15', { year: -44, month: 3, day: 15 }],
  ['2024-02-04', { weekday: 7 }],
  ['13:20:05.25+08:00', { hour: 13, minute: 20, second: 5.25, 'time offset': 'PT8H', timezone: null, year: undefined }],
  ['13:20:05', { 'time offset': null, timezone: null }],
  ['13:20:05@Asia/Shanghai', { 'time offset': null, timezone: 'Asia/Shanghai' }],
  ['13:20:05@Etc/UTC', { 'time offset': 'PT0S', timezone: 'Etc/UTC' }],
  ['2024-07-31T13:20:05@Europe/Paris', { year: 2024, weekday: 3, hour: 13, 'time offset': 'PT2H', timezone: 'Europe/Paris', days: undefined }],
  ['2024-01-31T13:20:05-03:30', { 'time offset': '-PT3H30M', timezone: null }],
  ['P1DT2H3M4.5S', { days: 1, hours: 2, minutes: 3, seconds: 4.5, years: undefined, months: undefined }],
  ['-P1DT2H', { days: -1, hours: -2, minutes: 0, seconds: 0 }],
  ['P14M', { years: 1, months: 2, days: undefined, seconds: undefined }],
  ['-P14M', { years: -1, months: -2 }],
])('the properties of %s', (text, expected) => {
  const value = parseTemporal(text) ?? expect.unreachable(`${text} is no value`);
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, shown(temporalProperty(value, name))]))).toEqual(expected);
});

test('the properties of a range', () => {
  const range = new FeelRange(parseDecimal('1') ?? null, null, true, false);
  expect(['start', 'end', 'start included', 'end included'].map((name) => shown(temporalProperty(range, name)))).toEqual([1, null, true, false]);
});

test('names that JavaScript objects have are no properties', () => {
  const date = parseTemporal('2024-01-31') ?? null;
  expect(['constructor', '__proto__', 'toString'].map((name) => temporalProperty(date, name))).toEqual([undefined, undefined, undefined]);
});

describe('the static type of a property', () => {
  test('is known without a value', () => {
    expect(temporalPropertyType({ kind: 'date', allowed: undefined }, 'year')).toMatchObject({ kind: 'number' });
    expect(temporalPropertyType({ kind: 'time', allowed: undefined }, 'time offset')).toEqual({ kind: 'days and time duration', allowed: undefined });
    expect(temporalPropertyType({ kind: 'date', allowed: undefined }, 'hour')).toBeUndefined();
    expect(temporalPropertyType({ kind: 'boolean' }, 'year')).toBeUndefined();
  });

  test("of a range's ends is that of what it holds", () => {
    expect(temporalPropertyType({ kind: 'range', item: { kind: 'boolean' } }, 'start')).toEqual({ kind: 'boolean' });
  });

  test('is there for every name offered', () => {
    expect(temporalPropertyNames({ kind: 'years and months duration', allowed: undefined })).toEqual(['years', 'months']);
    expect(temporalPropertyNames({ kind: 'text', allowed: undefined })).toEqual([]);
  });
});
