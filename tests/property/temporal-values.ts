import * as fc from 'fast-check';
import { DaysDuration, MonthsDuration } from '../../src/feel/values/duration.ts';
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from '../../src/feel/values/temporal-calendar.ts';
import { FeelDate, FeelDateTime, FeelTime, NANOSECONDS_OF_DAY } from '../../src/feel/values/temporal.ts';
import { LARGEST_OFFSET, UTC } from '../../src/feel/values/zone.ts';
import type { Zone } from '../../src/feel/values/zone.ts';

/** Generators of FEEL's temporal values: usually near today, sometimes at the ends of what FEEL can hold. */
const epochDay = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -40_000, max: 40_000 }) }, { weight: 1, arbitrary: fc.integer({ min: FIRST_EPOCH_DAY, max: LAST_EPOCH_DAY }) });

const nanosecond = fc.oneof(
  fc.integer({ min: 0, max: 86_399 }).map((second) => second * 1_000_000_000),
  fc.integer({ min: 0, max: NANOSECONDS_OF_DAY - 1 }),
);

const offset: fc.Arbitrary<Zone> = fc
  .integer({ min: -LARGEST_OFFSET, max: LARGEST_OFFSET })
  .map((seconds) => (seconds === 0 ? UTC : { kind: 'offset', seconds }));

const region: fc.Arbitrary<Zone> = fc
  .constantFrom('Asia/Shanghai', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Etc/UTC')
  .map((name) => ({ kind: 'region', name }));

export const dates = epochDay.map((day) => new FeelDate(day));
export const localTimes = nanosecond.map((nanos) => new FeelTime(nanos, undefined));
export const offsetTimes = fc.tuple(nanosecond, offset).map(([nanos, zone]) => new FeelTime(nanos, zone));
export const regionTimes = fc.tuple(nanosecond, region).map(([nanos, zone]) => new FeelTime(nanos, zone));
export const localDateTimes = fc.tuple(dates, localTimes).map(([date, time]) => new FeelDateTime(date, time));
export const offsetDateTimes = fc.tuple(dates, offsetTimes).map(([date, time]) => new FeelDateTime(date, time));
export const regionDateTimes = fc.tuple(dates, regionTimes).map(([date, time]) => new FeelDateTime(date, time));

export const monthsDurations = fc
  .oneof(fc.integer({ min: -600, max: 600 }), fc.maxSafeInteger())
  .map((months) => new MonthsDuration(months + 0));
export const daysDurations = fc
  .oneof(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.bigInt({ min: -(10n ** 42n), max: 10n ** 42n }))
  .map((nanoseconds) => new DaysDuration(nanoseconds));

/** Dates that js-joda holds too, with room for arithmetic. */
export const jodaDays = fc.integer({ min: -300_000_000, max: 300_000_000 });
