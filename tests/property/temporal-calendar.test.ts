import * as fc from 'fast-check';
import { ChronoField, ChronoUnit, IsoFields, LocalDate, Period } from '@js-joda/core';
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY, addMonths, civilDateOf, dayOfYear, epochDayOf, isLeapYear, monthsBetween, weekOfYear, weekdayOf } from '../../src/feel/values/temporal-calendar.ts';
import { expect, test } from 'vitest';
import { jodaDays } from './temporal-values.ts';

// js-joda (java.time) is the oracle, within its years of ±999999.

test('the parts of a date are those that js-joda gives', () => {
  fc.assert(
    fc.property(jodaDays, (epochDay) => {
      const joda = LocalDate.ofEpochDay(epochDay);
      const parts = { year: joda.year(), month: joda.monthValue(), day: joda.dayOfMonth() };
      expect(civilDateOf(epochDay)).toEqual(parts);
      expect(epochDayOf(parts.year, parts.month, parts.day)).toBe(epochDay);
      expect(isLeapYear(parts.year)).toBe(joda.isLeapYear());
      expect(weekdayOf(epochDay)).toBe(joda.dayOfWeek().value());
      expect(dayOfYear(epochDay)).toBe(joda.dayOfYear());
      expect(weekOfYear(epochDay)).toBe(joda.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      expect(epochDay).toBe(joda.getLong(ChronoField.EPOCH_DAY));
    }),
    { numRuns: 2000 },
  );
});

test('months are added as js-joda adds them', () => {
  fc.assert(
    fc.property(jodaDays, fc.integer({ min: -100_000, max: 100_000 }), (epochDay, months) => {
      expect(addMonths(epochDay, months)).toBe(LocalDate.ofEpochDay(epochDay).plusMonths(months).toEpochDay());
    }),
    { numRuns: 2000 },
  );
});

test('whole months between two dates are those of js-joda, near dates and far', () => {
  const near = fc.tuple(jodaDays, fc.integer({ min: -800, max: 800 })).map(([from, days]) => [from, from + days] as const);
  fc.assert(
    fc.property(fc.oneof(near, fc.tuple(jodaDays, jodaDays)), ([from, to]) => {
      const start = LocalDate.ofEpochDay(from);
      const end = LocalDate.ofEpochDay(to);
      expect(monthsBetween(from, to)).toBe(Period.between(start, end).toTotalMonths());
      expect(monthsBetween(from, to)).toBe(start.until(end, ChronoUnit.MONTHS) + 0);
    }),
    { numRuns: 2000 },
  );
});

test("the calendar goes on in FEEL's furthest years: consecutive days, twelve months, every 400 years the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST_EPOCH_DAY, max: LAST_EPOCH_DAY }), (epochDay) => {
      const { year, month, day } = civilDateOf(epochDay);
      expect(epochDayOf(year, month, day)).toBe(epochDay);
      expect(civilDateOf(epochDay + 146_097)).toEqual({ year: year + 400, month, day });
      expect(weekdayOf(epochDay + 146_097)).toBe(weekdayOf(epochDay));
      expect(day === 29 && month === 2 ? epochDay : addMonths(addMonths(epochDay, 12), -12)).toBe(epochDay);
    }),
    { numRuns: 2000 },
  );
});
