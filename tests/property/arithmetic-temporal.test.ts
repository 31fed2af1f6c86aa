import * as fc from 'fast-check';
import { DaysDuration, MonthsDuration } from '../../src/feel/values/duration.ts';
import { LocalDate, LocalDateTime, LocalTime } from '@js-joda/core';
import { arithmetic, negateValue } from '../../src/feel/values/arithmetic.ts';
import { dates, daysDurations, jodaDays, localDateTimes, localTimes, monthsDurations, offsetDateTimes, offsetTimes } from './temporal-values.ts';
import { expect, test } from 'vitest';
import { formatTemporal, parseDateTime } from '../../src/feel/values/temporal.ts';
import { FeelDate } from '../../src/feel/values/temporal.ts';
import { Temporal } from 'temporal-polyfill';
import type { Value } from '../../src/feel/values/value.ts';
import { decimalOf } from '../../src/feel/values/decimal.ts';
import { equal } from '../../src/feel/values/compare.ts';
import { regionOf } from '../../src/feel/values/zone.ts';

test.each<[string, fc.Arbitrary<Value>]>([
  ['dates', dates],
  ['local times', localTimes],
  ['local date and times', localDateTimes],
  ['days and time durations', daysDurations],
])('a + (b - a) = b for %s', (_, values) => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      expect(arithmetic('+', a, arithmetic('-', b, a))).toEqual(b);
    }),
    { numRuns: 1000 },
  );
});

test.each<[string, fc.Arbitrary<Value>]>([
  ['times', offsetTimes],
  ['date and times', offsetDateTimes],
])('a + (b - a) = b for %s with offsets, on the clock of a', (_, values) => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      const difference = arithmetic('-', b, a);
      const sum = withinRange(() => arithmetic('+', a, difference));
      // A time moves around the clock, so it may arrive a day before or after b; a date near FEEL's ends may lie beyond them in another zone.
      if (sum === undefined) return;
      const off = arithmetic('-', b, sum);
      expect(off instanceof DaysDuration && off.nanoseconds % (86_400n * 10n ** 9n)).toBe(0n);
    }),
    { numRuns: 1000 },
  );
});

test('days and months move a date as js-joda moves it', () => {
  fc.assert(
    fc.property(jodaDays, fc.integer({ min: -100_000, max: 100_000 }), (epochDay, count) => {
      const date = new FeelDate(epochDay);
      const joda = LocalDate.ofEpochDay(epochDay);
      expect(arithmetic('+', date, new DaysDuration(BigInt(count) * 86_400n * 10n ** 9n))).toEqual(new FeelDate(joda.plusDays(count).toEpochDay()));
      expect(arithmetic('+', date, new MonthsDuration(count))).toEqual(new FeelDate(joda.plusMonths(count).toEpochDay()));
      expect(arithmetic('-', date, new MonthsDuration(count))).toEqual(new FeelDate(joda.minusMonths(count).toEpochDay()));
    }),
    { numRuns: 1000 },
  );
});

test('time moves a local date and time, and a time, as js-joda moves them', () => {
  const nanoseconds = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), fc.integer({ min: 0, max: 86_399_999 }), nanoseconds, (epochDay, millisecond, shift) => {
      const time = LocalTime.ofNanoOfDay(millisecond * 1_000_000);
      const joda = LocalDateTime.of(LocalDate.ofEpochDay(epochDay), time).plusNanos(shift);
      const moved = arithmetic('+', parseDateTime(`${LocalDate.ofEpochDay(epochDay).toString()}T${inSeconds(time)}`) ?? null, new DaysDuration(BigInt(shift)));
      expect(moved).toEqual(parseDateTime(`${joda.toLocalDate().toString()}T${inSeconds(joda.toLocalTime())}`));
    }),
    { numRuns: 1000 },
  );
});

test('time moves a date and time in a region as Temporal moves it', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(zones, fc.integer({ min: -1_500_000_000, max: 3_000_000_000 }), fc.integer({ min: -100_000_000, max: 100_000_000 }), (name, second, shift) => {
      const start = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(name);
      const read = start.toPlainDateTime().toZonedDateTime(name);
      const end = read.add({ seconds: shift });
      const at = (moment: Temporal.ZonedDateTime): Value => parseDateTime(`${moment.toPlainDateTime().toString({ smallestUnit: 'second' })}@${name}`) ?? null;
      expect(regionOf(name)).toBeDefined();
      expect(arithmetic('+', at(read), new DaysDuration(BigInt(shift) * 10n ** 9n))).toEqual(at(end));
    }),
    { numRuns: 1000 },
  );
});

test('adding is the same from either side, subtracting is adding the negative', () => {
  const points: fc.Arbitrary<Value> = fc.oneof(dates, localDateTimes, offsetDateTimes);
  fc.assert(
    fc.property(points, fc.oneof(monthsDurations, daysDurations), (point, duration) => {
      const sum = withinRange(() => arithmetic('+', point, duration));
      expect(withinRange(() => arithmetic('+', duration, point))).toEqual(sum);
      expect(withinRange(() => arithmetic('-', point, negateValue(duration)))).toEqual(sum);
    }),
    { numRuns: 1000 },
  );
});

test('a whole multiple of a duration divides back, and counts how often it goes in', () => {
  const small = fc.oneof(
    fc.integer({ min: -10_000, max: 10_000 }).map((months) => new MonthsDuration(months + 0)),
    fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((nanoseconds) => new DaysDuration(nanoseconds)),
  );
  fc.assert(
    fc.property(small, fc.integer({ min: -1000, max: 1000 }), (duration, count) => {
      fc.pre(count !== 0);
      const product = arithmetic('*', duration, decimalOf(count));
      expect(arithmetic('/', product, decimalOf(count))).toEqual(duration);
      if (!/^P(T0S|0M)$/.test(formatTemporal(duration))) expect(equal(arithmetic('/', product, duration), decimalOf(count))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

function withinRange(compute: () => Value): Value | undefined {
  try {
    return compute();
  } catch (error) {
    expect(String(error)).toMatch(/(date|duration)-out-of-range$/);
    return undefined;
  }
}

/** js-joda leaves out seconds that are zero. */
function inSeconds(time: LocalTime): string {
  const text = time.toString();
  return text.length === 5 ? `${text}:00` : text;
}
