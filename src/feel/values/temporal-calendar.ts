/**
 * The proleptic Gregorian calendar as integer arithmetic on epoch days (day 0 is 1970-01-01). FEEL's years go to
 * ±999999999, beyond what Temporal or js-joda can hold. Year 0 is the year before year 1 (ISO 8601, XML Schema 1.1).
 *
 * The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days` ("chrono-Compatible Low-Level Date
 * Algorithms"): years start in March, so that the leap day comes last.
 */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export const LAST_YEAR = 999_999_999;

/** Days in 400 years, after which the calendar repeats, weekdays included. */
export const DAYS_IN_CYCLE = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const DAYS_TO_EPOCH = 719_468;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The epoch day of a date that exists. */
export function epochDayOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * DAYS_IN_CYCLE + dayOfCycle - DAYS_TO_EPOCH;
}

export function civilDateOf(epochDay: number): CivilDate {
  const shifted = epochDay + DAYS_TO_EPOCH;
  const cycle = Math.floor(shifted / DAYS_IN_CYCLE);
  const dayOfCycle = shifted - cycle * DAYS_IN_CYCLE;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) / 365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The earliest and latest day that FEEL has: -999999999-01-01 and 999999999-12-31. */
export const FIRST_EPOCH_DAY = epochDayOf(-LAST_YEAR, 1, 1);
export const LAST_EPOCH_DAY = epochDayOf(LAST_YEAR, 12, 31);

/** The same day some months later or earlier, or the last day of that month where it is shorter. It may lie beyond FEEL's years. */
export function addMonths(epochDay: number, months: number): number {
  const { year, month, day } = civilDateOf(epochDay);
  const monthIndex = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthIndex / 12);
  const newMonth = monthIndex - newYear * 12 + 1;
  return epochDayOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Whole months from one day to another, towards zero (DMN: years and months duration; as java.time.Period). */
export function monthsBetween(from: number, to: number): number {
  const start = civilDateOf(from);
  const end = civilDateOf(to);
  const months = (end.year - start.year) * 12 + (end.month - start.month);
  if (months > 0 && end.day < start.day) return months - 1;
  if (months < 0 && end.day > start.day) return months + 1;
  return months;
}

/** 1 is Monday, 7 Sunday (ISO 8601). */
export function weekdayOf(epochDay: number): number {
  const fromMonday = (epochDay + 3) % 7;
  return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1;
}

/** 1 to 366. */
export function dayOfYear(epochDay: number): number {
  return epochDay - epochDayOf(civilDateOf(epochDay).year, 1, 1) + 1;
}

/** The ISO 8601 week, 1 to 53: the week of a day is that of its Thursday. */
export function weekOfYear(epochDay: number): number {
  const thursday = epochDay - weekdayOf(epochDay) + 4;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}
