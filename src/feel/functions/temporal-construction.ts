import { ANY, NUMBER, TEXT, badArgument, dateArgument, parameter, signature, temporalType, wholeArgument } from './temporal-parameters.ts';
import { DaysDuration, MonthsDuration, NANOSECONDS_PER_SECOND, parseDuration } from '../values/duration.ts';
import { FeelDate, FeelDateTime, FeelTime, dateOf, parseDate, parseDateTime, parseTime } from '../values/temporal.ts';
import { UTC, offsetOf, regionOf } from '../values/zone.ts';
import type { Builtin } from './builtin.ts';
import { Decimal } from '../values/decimal.ts';
import { feelError } from '../values/error.ts';
import { monthsBetween } from '../values/temporal-calendar.ts';
import type { Value } from '../values/value.ts';
import type { Zone } from '../values/zone.ts';

const DATE = temporalType('date');
const TIME = temporalType('time');
const DATE_TIME = temporalType('date and time');

/** `date("2024-01-31")`, `date(2024, 1, 31)`, the date of a date and time. */
const date: Builtin = {
  name: 'date',
  signatures: [
    signature([parameter('from', ANY)], DATE, ([from = null]) => {
      if (typeof from === 'string') return parseDate(from) ?? notA('date', from, '2024-01-31');
      return dateArgument('date', 'from', from);
    }),
    signature([parameter('year', NUMBER), parameter('month', NUMBER), parameter('day', NUMBER)], DATE, ([year = null, month = null, day = null]) =>
      existingDate(wholeArgument('date', 'year', year), wholeArgument('date', 'month', month), wholeArgument('date', 'day', day)),
    ),
  ],
};

/** `time("13:20:00Z")`, `time(13, 20, 0, duration("PT8H"))`, the time of a date and time; a date's is midnight UTC. */
const time: Builtin = {
  name: 'time',
  signatures: [
    signature([parameter('from', ANY)], TIME, ([from = null]) => {
      if (typeof from === 'string') return parseTime(from) ?? notA('time', from, '13:20:00+08:00');
      if (from instanceof FeelTime) return from;
      if (from instanceof FeelDateTime) return from.time;
      if (from instanceof FeelDate) return new FeelTime(0, UTC);
      throw badArgument('time', 'from', from, { en: 'a text, a time, or a date and time', zh: '文本、时间，或日期和时间' });
    }),
    signature(
      [
        parameter('hour', NUMBER),
        parameter('minute', NUMBER),
        parameter('second', NUMBER),
        parameter('offset', temporalType('days and time duration'), true),
      ],
      TIME,
      ([hour = null, minute = null, second = null, offset = null]) =>
        timeOf(wholeArgument('time', 'hour', hour), wholeArgument('time', 'minute', minute), second, zoneOfOffset(offset)),
    ),
  ],
};

/** `date and time("2024-01-31T13:20:00Z")`, of a date alone (midnight), of a date and a time, these in a zone. */
const dateAndTime: Builtin = {
  name: 'date and time',
  signatures: [
    signature([parameter('from', ANY)], DATE_TIME, ([from = null]) => {
      if (typeof from === 'string') return parseDateTime(from) ?? midnightOf(parseDate(from)) ?? notA('date and time', from, '2024-01-31T13:20:00+08:00');
      if (from instanceof FeelDateTime) return from;
      if (from instanceof FeelDate) return new FeelDateTime(from, new FeelTime(0, UTC));
      throw badArgument('date and time', 'from', from, { en: 'a text, a date, or a date and time', zh: '文本、日期，或日期和时间' });
    }),
    signature([parameter('date', ANY), parameter('time', TIME)], DATE_TIME, ([day = null, clock = null]) =>
      new FeelDateTime(dateArgument('date and time', 'date', day), timeArgument(clock)),
    ),
    signature([parameter('date', ANY), parameter('time', TIME), parameter('timezone', TEXT)], DATE_TIME, ([day = null, clock = null, timezone = null]) =>
      new FeelDateTime(dateArgument('date and time', 'date', day), inZone(timeArgument(clock), timezone)),
    ),
  ],
};

/** `duration("P1DT2H")`, `duration("P1Y2M")`: which of the two kinds shows only in the text. */
const duration: Builtin = {
  name: 'duration',
  signatures: [
    signature([parameter('from', TEXT)], ANY, ([from = null]) => {
      if (typeof from === 'string') return parseDuration(from) ?? notA('duration', from, 'P1DT2H` or `P1Y2M');
      throw badArgument('duration', 'from', from, { en: 'a text such as `"P1DT2H"`', zh: '文本，例如 `"P1DT2H"`' });
    }),
  ],
};

/** Whole months between the dates of two points in time, towards zero: their times do not count (DMN TCK, 1121). */
const yearsAndMonthsDuration: Builtin = {
  name: 'years and months duration',
  signatures: [
    signature([parameter('from', ANY), parameter('to', ANY)], temporalType('years and months duration'), ([from = null, to = null]) => {
      const start = dateArgument('years and months duration', 'from', from);
      const end = dateArgument('years and months duration', 'to', to);
      return new MonthsDuration(monthsBetween(start.epochDay, end.epochDay));
    }),
  ],
};

export const constructionBuiltins: readonly Builtin[] = [date, time, dateAndTime, duration, yearsAndMonthsDuration];

function notA(type: string, text: string, example: string): never {
  throw feelError('not-this-type-as-text', { type, text, example });
}

function existingDate(year: number, month: number, day: number): FeelDate {
  return dateOf(year, month, day) ?? notA('date', `${year}-${month}-${day}`, '2024-01-31');
}

function midnightOf(day: FeelDate | undefined): FeelDateTime | undefined {
  return day && new FeelDateTime(day, new FeelTime(0, undefined));
}

function timeOf(hour: number, minute: number, second: Value, zone: Zone | undefined): FeelTime {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) notA('time', `${hour}:${minute}`, '13:20:00');
  return new FeelTime((hour * 3600 + minute * 60) * 1e9 + nanosecondOfMinute(second), zone);
}

/** A second from 0 up to but not including 60, with at most nine digits after the point. */
function nanosecondOfMinute(second: Value): number {
  if (second instanceof Decimal && second.scale >= 0 && second.scale <= 9) {
    const nanosecond = BigInt(second.coefficient) * 10n ** BigInt(9 - second.scale);
    if (nanosecond >= 0n && nanosecond < 60n * NANOSECONDS_PER_SECOND) return Number(nanosecond);
  }
  throw badArgument('time', 'second', second, { en: 'a number from 0 to below 60, with at most nine decimals', zh: '0 至 60（不含）之间、小数不超过九位的数' });
}

function zoneOfOffset(offset: Value): Zone | undefined {
  if (offset === null) return undefined;
  if (offset instanceof DaysDuration && offset.nanoseconds % NANOSECONDS_PER_SECOND === 0n) {
    const zone = offsetOf(Number(offset.nanoseconds / NANOSECONDS_PER_SECOND));
    if (zone !== undefined) return zone;
  }
  throw badArgument('time', 'offset', offset, { en: 'a duration of whole seconds, at most 14 hours, such as `duration("PT8H")`', zh: '不超过 14 小时、精确到秒的时长，例如 `duration("PT8H")`' });
}

function timeArgument(value: Value): FeelTime {
  if (value instanceof FeelTime) return value;
  throw badArgument('date and time', 'time', value, { en: 'a time', zh: '时间' });
}

function inZone(clock: FeelTime, timezone: Value): FeelTime {
  const zone = typeof timezone === 'string' ? regionOf(timezone) : undefined;
  if (zone === undefined) throw badArgument('date and time', 'timezone', timezone, { en: 'the name of a time zone, such as `"Asia/Shanghai"`', zh: '时区名称，例如 `"Asia/Shanghai"`' });
  if (clock.zone !== undefined) throw badArgument('date and time', 'time', clock, { en: 'a time without a zone, since `timezone` names one', zh: '不带时区的时间，因为 `timezone` 已指定时区' });
  return new FeelTime(clock.nanosecond, zone);
}
