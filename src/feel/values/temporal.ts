import { DaysDuration, MonthsDuration, formatDuration, fractionOfNanoseconds, nanosecondsOfFraction, parseDuration } from './duration.ts';
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY, LAST_YEAR, civilDateOf, daysInMonth, epochDayOf } from './temporal-calendar.ts';
import { formatZone, parseZone } from './zone.ts';
import type { Zone } from './zone.ts';

/** A date of the proleptic Gregorian calendar; day 0 is 1970-01-01. Made by `dateOf`, `dateOfEpochDay` and `parseDate`. */
export class FeelDate {
  constructor(readonly epochDay: number) {}
}

/** A time of day. Local where it has no zone. */
export class FeelTime {
  constructor(
    /** Since midnight on the clock of its zone; below 86,400,000,000,000. */
    readonly nanosecond: number,
    readonly zone: Zone | undefined,
  ) {}
}

/** A date and a time of that day. Its zone is its time's. */
export class FeelDateTime {
  constructor(
    readonly date: FeelDate,
    readonly time: FeelTime,
  ) {}
}

export type Temporal = FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration;

export function isTemporal(value: unknown): value is Temporal {
  return value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime || value instanceof DaysDuration || value instanceof MonthsDuration;
}

export const NANOSECONDS_OF_SECOND = 1_000_000_000;
export const NANOSECONDS_OF_DAY = 86_400 * NANOSECONDS_OF_SECOND;

/** The date with that epoch day, or undefined beyond FEEL's years (±999999999). */
export function dateOfEpochDay(epochDay: number): FeelDate | undefined {
  return epochDay >= FIRST_EPOCH_DAY && epochDay <= LAST_EPOCH_DAY ? new FeelDate(epochDay) : undefined;
}

/** The date, or undefined if there is none such: 2023-02-29, a thirteenth month, a year beyond ±999999999, a part that is not whole. */
export function dateOf(year: number, month: number, day: number): FeelDate | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (Math.abs(year) > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return new FeelDate(epochDayOf(year, month, day));
}

// XML Schema: no `+`, at least four digits of year, more only without a leading zero.
const DATE = /^(-?)(0\d{3}|[1-9]\d{3,8})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):([0-5]\d):([0-5]\d)(?:\.(\d+))?(.*)$/;

/** `2024-01-31`, `-0044-03-15`. Undefined if it is not a date that exists. */
export function parseDate(text: string): FeelDate | undefined {
  const parts = DATE.exec(text);
  if (parts === null || (parts[1] === '-' && parts[2] === '0000')) return undefined;
  const year = Number(parts[2]);
  return dateOf(parts[1] === '-' ? -year : year, Number(parts[3]), Number(parts[4]));
}

/** `13:20:00`, `13:20:00.5Z`, `13:20:00+08:00`, `13:20:00@Asia/Shanghai`. `24:00:00` is midnight. */
export function parseTime(text: string): FeelTime | undefined {
  const time = timeIn(text);
  return time === undefined || time.nanosecond < NANOSECONDS_OF_DAY ? time : new FeelTime(0, time.zone);
}

/** `2024-01-31T13:20:00+08:00`; `24:00:00` is the next day's midnight. A date alone is not one: `date and time(…)` turns it into one. */
export function parseDateTime(text: string): FeelDateTime | undefined {
  const separator = text.indexOf('T');
  if (separator < 0) return undefined;
  const date = parseDate(text.slice(0, separator));
  const time = timeIn(text.slice(separator + 1));
  if (date === undefined || time === undefined) return undefined;
  if (time.nanosecond < NANOSECONDS_OF_DAY) return new FeelDateTime(date, time);
  const next = dateOfEpochDay(date.epochDay + 1);
  return next && new FeelDateTime(next, new FeelTime(0, time.zone));
}

/** A time that may stand at the end of its day (24:00:00). */
function timeIn(text: string): FeelTime | undefined {
  const parts = TIME.exec(text);
  if (parts === null) return undefined;
  const fraction = nanosecondsOfFraction(parts[4] ?? '');
  const zone = parts[5] === '' ? undefined : parseZone(parts[5] ?? '');
  if (fraction === undefined || (zone === undefined && parts[5] !== '')) return undefined;
  const seconds = Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
  const nanosecond = seconds * NANOSECONDS_OF_SECOND + fraction;
  return nanosecond <= NANOSECONDS_OF_DAY ? new FeelTime(nanosecond, zone) : undefined;
}

/** What `@"…"` holds: a date, a time, a date and time, or a duration. */
export function parseTemporal(text: string): Temporal | undefined {
  if (text.startsWith('P') || text.startsWith('-P')) return parseDuration(text);
  return parseDate(text) ?? parseTime(text) ?? parseDateTime(text);
}

/** The text that parses back to the same value: as short as XML Schema's canonical form, in the value's own zone. */
export function formatTemporal(value: Temporal): string {
  if (value instanceof FeelDate) return formatDate(value);
  if (value instanceof FeelTime) return formatTime(value);
  if (value instanceof FeelDateTime) return `${formatDate(value.date)}T${formatTime(value.time)}`;
  return formatDuration(value);
}

function formatDate(date: FeelDate): string {
  const { year, month, day } = civilDateOf(date.epochDay);
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function formatTime(time: FeelTime): string {
  const second = Math.floor(time.nanosecond / NANOSECONDS_OF_SECOND);
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(twoDigits).join(':');
  const fraction = fractionOfNanoseconds(time.nanosecond % NANOSECONDS_OF_SECOND);
  return `${clock}${fraction}${time.zone === undefined ? '' : formatZone(time.zone)}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
