import { DaysDuration, MonthsDuration, NANOSECONDS_PER_DAY } from './duration.ts';
import { FeelDate, FeelDateTime, FeelTime, dateOfEpochDay, formatTemporal } from './temporal.ts';
import { instantsOfDateTimes, instantsOfTimes, nanosecondsBetween, shiftDate, shiftDateTime, shiftTime } from './temporal-instant.ts';
import { UTC } from './zone.ts';
import { addMonths } from './temporal-calendar.ts';
import { feelError } from './error.ts';

type Point = FeelDate | FeelTime | FeelDateTime;

/**
 * `point + duration`. Months keep the day and the clock's reading, and end on the last day of a month that is too
 * short. Days and time move along the time line, a time around the clock. Undefined for months added to a time, which
 * has none. Throws FeelError `date-out-of-range`.
 */
export function later(point: Point, duration: DaysDuration | MonthsDuration): Point | undefined {
  if (duration instanceof MonthsDuration && point instanceof FeelTime) return undefined;
  const moved = duration instanceof MonthsDuration ? laterByMonths(point, duration.months) : laterByTime(point, duration.nanoseconds);
  if (moved === undefined) throw feelError('date-out-of-range', { operation: `${formatTemporal(point)} + ${formatTemporal(duration)}` });
  return moved;
}

function laterByMonths(point: Point, months: number): Point | undefined {
  if (point instanceof FeelTime) return undefined;
  if (point instanceof FeelDate) return dateOfEpochDay(addMonths(point.epochDay, months));
  const date = dateOfEpochDay(addMonths(point.date.epochDay, months));
  return date && new FeelDateTime(date, point.time);
}

function laterByTime(point: Point, nanoseconds: bigint): Point | undefined {
  if (point instanceof FeelDate) return shiftDate(point, nanoseconds);
  return point instanceof FeelTime ? shiftTime(point, nanoseconds) : shiftDateTime(point, nanoseconds);
}

/**
 * `to - from`. A date is midnight UTC beside a date and time, which must then have a zone. Undefined where a time meets
 * a date. Throws FeelError `zone-on-one-side`, `zone-needs-date`.
 */
export function timeBetween(from: Point, to: Point): DaysDuration | undefined {
  if (from instanceof FeelTime || to instanceof FeelTime) {
    if (!(from instanceof FeelTime && to instanceof FeelTime)) return undefined;
    return new DaysDuration(nanosecondsBetween(instantsOfTimes(from, to)));
  }
  if (from instanceof FeelDate && to instanceof FeelDate) return new DaysDuration(BigInt(to.epochDay - from.epochDay) * NANOSECONDS_PER_DAY);
  return new DaysDuration(nanosecondsBetween(instantsOfDateTimes(atMidnight(from), atMidnight(to))));
}

function atMidnight(point: FeelDate | FeelDateTime): FeelDateTime {
  return point instanceof FeelDateTime ? point : new FeelDateTime(point, new FeelTime(0, UTC));
}
