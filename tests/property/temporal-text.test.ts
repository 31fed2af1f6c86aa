import * as fc from 'fast-check';
import { LocalDate, LocalTime, Period } from '@js-joda/core';
import { daysDurations, dates, jodaDays, localDateTimes, localTimes, monthsDurations, offsetDateTimes, offsetTimes, regionDateTimes, regionTimes } from './temporal-values.ts';
import { expect, test } from 'vitest';
import { formatTemporal, parseDate, parseTemporal, parseTime } from '../../src/feel/values/temporal.ts';

const anything = fc.oneof(dates, localTimes, offsetTimes, regionTimes, localDateTimes, offsetDateTimes, regionDateTimes, daysDurations, monthsDurations);

test('what is printed is read back as the same value', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(parseTemporal(formatTemporal(value))).toEqual(value);
    }),
    { numRuns: 2000 },
  );
});

test('what is read is printed in one spelling', () => {
  const digits = fc.integer({ min: 0, max: 99 }).map((part) => String(part).padStart(2, '0'));
  const text = fc
    .tuple(fc.constantFrom('0', '00', '1', '20', '2024', '-2024'), digits, digits, fc.constantFrom('', 'T12:00:00', 'T24:00:00Z', 'T23:59:60', 'T00:00:00.50+08:00'))
    .map(([year, month, day, time]) => `${year}-${month}-${day}${time}`);
  fc.assert(
    fc.property(text, (written) => {
      const value = parseTemporal(written);
      fc.pre(value !== undefined);
      const printed = formatTemporal(value);
      expect(parseTemporal(printed)).toEqual(value);
      expect(formatTemporal(parseTemporal(printed) ?? value)).toBe(printed);
    }),
  );
});

test('a date of four-digit years exists exactly if js-joda can read it', () => {
  const part = (limit: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: limit }).map((number) => String(number).padStart(2, '0'));
  const text = fc.tuple(fc.integer({ min: 0, max: 9999 }), part(13), part(32)).map(([year, month, day]) => `${String(year).padStart(4, '0')}-${month}-${day}`);
  fc.assert(
    fc.property(text, (written) => {
      expect(parseDate(written)?.epochDay).toBe(existing(() => LocalDate.parse(written).toEpochDay()));
    }),
    { numRuns: 2000 },
  );
});

test('a local time exists exactly if js-joda can read it, apart from 24:00:00', () => {
  const part = (limit: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: limit }).map((number) => String(number).padStart(2, '0'));
  const text = fc.tuple(part(25), part(61), part(61), fc.constantFrom('', '.1', '.000000001')).map(([hour, minute, second, fraction]) => `${hour}:${minute}:${second}${fraction}`);
  fc.assert(
    fc.property(text, (written) => {
      fc.pre(written !== '24:00:00');
      expect(parseTime(written)?.nanosecond).toBe(existing(() => LocalTime.parse(written).toNanoOfDay()));
    }),
    { numRuns: 2000 },
  );
});

test('a date and a period print as js-joda prints them', () => {
  fc.assert(
    fc.property(jodaDays, fc.integer({ min: -2_000_000, max: 2_000_000 }), (epochDay, months) => {
      const date = LocalDate.ofEpochDay(epochDay);
      fc.pre(Math.abs(date.year()) <= 9999);
      expect(parseDate(date.toString())?.epochDay).toBe(epochDay);
      const period = parseTemporal(`${months < 0 ? '-' : ''}P${Math.abs(months)}M`);
      const joda = Period.ofMonths(Math.abs(months)).normalized().toString().replace('P0D', 'P0M');
      expect(period && formatTemporal(period)).toBe(months < 0 ? `-${joda}` : joda);
    }),
  );
});

function existing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
