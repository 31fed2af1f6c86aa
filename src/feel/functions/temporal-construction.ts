import { LAST_YEAR, monthsBetween } from '../values/temporal-calendar.ts';
import { MonthsDuration, parseDuration } from '../values/duration.ts';
import { feelError } from '../values/error.ts';
import { FeelDateTime, FeelTime, NANOSECONDS_OF_SECOND, dateOf, parseDate, parseDateTime, parseTime } from '../values/temporal.ts';
import type { Builtin } from './builtin.ts';
import { builtin, optional, required, taking } from './declare.ts';
import { text } from './kinds.ts';
import { ANY, always } from './result-types.ts';
import { DATE, DATE_TIME, TIME, date, dateSource, dateTimeSource, localTime, offset, second, temporalType, time, timeSource, timezone, wholeBetween } from './temporal-kinds.ts';

/** `date("2024-01-31")`, `date(2024, 1, 31)`, the date of a date and time. */
const dateFunction = builtin(
  'date',
  ...dateSource.map((source) =>
    taking([required('from', source)], always(DATE), (from) => (typeof from === 'string' ? (parseDate(from) ?? notA('date', from, '2024-01-31')) : from)),
  ),
  taking(
    [required('year', wholeBetween(-LAST_YEAR, LAST_YEAR)), required('month', wholeBetween(1, 12)), required('day', wholeBetween(1, 31))],
    always(DATE),
    (year, month, day) => dateOf(year, month, day) ?? notA('date', `${year}-${month}-${day}`, '2024-01-31'),
  ),
);

/** `time("13:20:00Z")`, `time(13, 20, 0, duration("PT8H"))`, the time of a date and time. */
const timeFunction = builtin(
  'time',
  ...timeSource.map((source) =>
    taking([required('from', source)], always(TIME), (from) => (typeof from === 'string' ? (parseTime(from) ?? notA('time', from, '13:20:00+08:00')) : from)),
  ),
  taking(
    [required('hour', wholeBetween(0, 23)), required('minute', wholeBetween(0, 59)), required('second', second), optional('offset', offset)],
    always(TIME),
    (hour, minute, nanosecond, zone) => new FeelTime((hour * 3600 + minute * 60) * NANOSECONDS_OF_SECOND + nanosecond, zone ?? undefined),
  ),
);

/** `date and time("2024-01-31T13:20:00Z")`, of a date alone, of a date and a time, of these in a time zone. */
const dateAndTime = builtin(
  'date and time',
  ...dateTimeSource.map((source) =>
    taking([required('from', source)], always(DATE_TIME), (from) =>
      typeof from === 'string' ? (parseDateTime(from) ?? midnightOf(from) ?? notA('date and time', from, '2024-01-31T13:20:00+08:00')) : from,
    ),
  ),
  ...date.flatMap((day) => [
    taking([required('date', day), required('time', time)], always(DATE_TIME), (on, at) => new FeelDateTime(on, at)),
    taking([required('date', day), required('time', localTime), required('timezone', timezone)], always(DATE_TIME), (on, at, zone) => new FeelDateTime(on, new FeelTime(at.nanosecond, zone))),
  ]),
);

/** `duration("P1DT2H")`, `duration("P1Y2M")`: which of the two kinds shows only in the text. */
const duration = builtin(
  'duration',
  taking([required('from', text)], always(ANY), (from) => parseDuration(from) ?? notA('duration', from, 'P1DT2H', 'P1Y2M')),
);

/** Whole months between two dates, towards zero; times of day do not count (DMN TCK, 1121). */
const yearsAndMonthsDuration = builtin(
  'years and months duration',
  ...date.flatMap((from) =>
    date.map((to) =>
      taking([required('from', from), required('to', to)], always(temporalType('years and months duration')), (start, end) => new MonthsDuration(monthsBetween(start.epochDay, end.epochDay))),
    ),
  ),
);

export const constructionBuiltins: readonly Builtin[] = [dateFunction, timeFunction, dateAndTime, duration, yearsAndMonthsDuration];

/** The start of the day that a text names. */
function midnightOf(dateText: string): FeelDateTime | undefined {
  const day = parseDate(dateText);
  return day && new FeelDateTime(day, new FeelTime(0, undefined));
}

function notA(type: string, found: string, ...examples: string[]): never {
  throw feelError('not-this-type-as-text', { type, text: found, examples });
}
