import { describe, expect, test } from 'vitest';
import { FeelDate, FeelDateTime, FeelTime, dateOf, formatTemporal, parseDate, parseDateTime, parseTemporal, parseTime } from './temporal.ts';

describe('a date', () => {
  test.each(['2024-01-31', '2024-02-29', '2000-02-29', '0000-02-29', '0001-01-01', '-0001-12-31', '12024-01-01', '999999999-12-31', '-999999999-01-01'])(
    '%s is read and printed back',
    (text) => {
      const date = parseDate(text);
      expect(date).toBeInstanceOf(FeelDate);
      expect(date && formatTemporal(date)).toBe(text);
    },
  );

  test.each([
    ['2023-02-29', 'no leap year'],
    ['1900-02-29', 'a century that is no leap year'],
    ['2024-04-31', 'April has 30 days'],
    ['2024-13-01', 'no thirteenth month'],
    ['2024-00-10', 'no month 0'],
    ['2024-01-00', 'no day 0'],
    ['+2024-01-01', 'XML Schema has no plus sign'],
    ['02024-01-01', 'a year of five digits has no leading zero'],
    ['24-01-01', 'a year has four digits'],
    ['2024-1-1', 'months and days have two'],
    ['-0000-01-01', 'year 0 has one spelling'],
    ['1000000000-01-01', 'beyond the last year'],
    ['2024-01-01Z', "FEEL's dates have no zone"],
    ['2024-01-01T00:00:00', 'a date and time'],
    [' 2024-01-01', 'a blank'],
    ['2024/01/01', 'slashes'],
    ['２０２４-01-01', 'full-width digits'],
    ['', 'nothing'],
  ])('%s is not one: %s', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('is a count of days', () => {
    expect(parseDate('1970-01-01')?.epochDay).toBe(0);
    expect(parseDate('1969-12-31')?.epochDay).toBe(-1);
    expect(parseDate('2000-03-01')?.epochDay).toBe(11_017);
  });

  test('is made of parts that exist', () => {
    expect(dateOf(2024, 2, 29)).toEqual(parseDate('2024-02-29'));
    expect(dateOf(2023, 2, 29)).toBeUndefined();
    expect(dateOf(2024, 1.5, 1)).toBeUndefined();
    expect(dateOf(1_000_000_000, 1, 1)).toBeUndefined();
  });
});

describe('a time', () => {
  test.each([
    ['13:20:00', '13:20:00'],
    ['00:00:00', '00:00:00'],
    ['23:59:59.999999999', '23:59:59.999999999'],
    ['13:20:00.500', '13:20:00.5'],
    ['13:20:00.1234567890', '13:20:00.123456789'],
    ['13:20:00Z', '13:20:00Z'],
    ['13:20:00+00:00', '13:20:00Z'],
    ['13:20:00-00:00', '13:20:00Z'],
    ['13:20:00+08:00', '13:20:00+08:00'],
    ['13:20:00-03:30', '13:20:00-03:30'],
    ['13:20:00+14:00', '13:20:00+14:00'],
    ['13:20:00+05:53:20', '13:20:00+05:53:20'],
    ['13:20:00@Asia/Shanghai', '13:20:00@Asia/Shanghai'],
    ['13:20:00.25@Etc/UTC', '13:20:00.25@Etc/UTC'],
    ['24:00:00', '00:00:00'],
    ['24:00:00.000+08:00', '00:00:00+08:00'],
  ])('%s is %s', (text, printed) => {
    const time = parseTime(text);
    expect(time).toBeInstanceOf(FeelTime);
    expect(time && formatTemporal(time)).toBe(printed);
  });

  test.each([
    ['24:00:01', 'only midnight itself ends a day'],
    ['25:00:00', 'no hour 25'],
    ['13:60:00', 'no minute 60'],
    ['13:00:60', 'no leap second'],
    ['13:20', 'seconds are not optional'],
    ['1:20:00', 'hours have two digits'],
    ['13:20:00.', 'a point needs digits'],
    ['13:20:00.1234567891', 'finer than a nanosecond'],
    ['13:20:00z', 'XML Schema writes Z'],
    ['13:20:00+8:00', 'offsets have two digits'],
    ['13:20:00+0800', 'offsets have a colon'],
    ['13:20:00+14:01', 'beyond the largest offset'],
    ['13:20:00@Asia/Nowhere', 'no such region'],
    ['13:20:00@', 'no region'],
    ['13:20:00@+08:00', 'an offset is not a region'],
    ['13:20:00+08:00@Asia/Shanghai', 'an offset and a region'],
    ['T13:20:00', 'no T'],
  ])('%s is not one: %s', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

describe('a date and time', () => {
  test.each([
    ['2024-01-31T13:20:00', '2024-01-31T13:20:00'],
    ['-0044-03-15T12:00:00Z', '-0044-03-15T12:00:00Z'],
    ['2024-01-31T13:20:00.125+08:00', '2024-01-31T13:20:00.125+08:00'],
    ['2024-01-31T13:20:00@Asia/Shanghai', '2024-01-31T13:20:00@Asia/Shanghai'],
    ['2024-02-28T24:00:00', '2024-02-29T00:00:00'],
    ['2023-12-31T24:00:00Z', '2024-01-01T00:00:00Z'],
  ])('%s is %s', (text, printed) => {
    const value = parseDateTime(text);
    expect(value).toBeInstanceOf(FeelDateTime);
    expect(value && formatTemporal(value)).toBe(printed);
  });

  test.each(['2024-01-31', '2024-01-31 13:20:00', '2024-01-31T', '2023-02-29T00:00:00', '2024-01-31t13:20:00', '999999999-12-31T24:00:00'])('%s is not one', (text) => {
    expect(parseDateTime(text)).toBeUndefined();
  });
});

test('`@"…"` tells dates, times, date and times and durations apart', () => {
  const kinds = ['2024-01-31', '13:20:00', '2024-01-31T13:20:00', 'P1D', '-P1Y'].map((text) => parseTemporal(text)?.constructor.name);
  expect(kinds).toEqual(['FeelDate', 'FeelTime', 'FeelDateTime', 'DaysDuration', 'MonthsDuration']);
  expect(parseTemporal('tomorrow')).toBeUndefined();
  expect(parseTemporal('P1Y1D')).toBeUndefined();
});
