import type { FeelDate } from './temporal.ts';
import { FeelDateTime, FeelTime, NANOSECONDS_OF_DAY, NANOSECONDS_OF_SECOND, dateOfEpochDay, formatTemporal } from './temporal.ts';
import { constantOffset, offsetAtInstant, offsetAtLocal, sameZone } from './zone.ts';
import type { Zone } from './zone.ts';
import { feelError } from './error.ts';

/**
 * A point on a time line: a day and the nanosecond within it, in UTC for a value with a zone, on the local calendar
 * for one without. Two integers, since FEEL's years overflow a single one.
 */
export interface Instant {
  readonly epochDay: number;
  readonly nanosecond: number;
}

/** Two values placed on one line, for comparing and subtracting. */
export interface InstantPair {
  readonly left: Instant;
  readonly right: Instant;
}

/** Places two date and times on one line. Throws FeelError `zone-on-one-side`. */
export function instantsOfDateTimes(a: FeelDateTime, b: FeelDateTime): InstantPair {
  if ((a.time.zone === undefined) !== (b.time.zone === undefined)) throw onOneSide(a, b);
  return { left: instantOf(a), right: instantOf(b) };
}

/**
 * Places two times on one line. As in XPath both are taken to be on the same day of their own clocks, so
 * 01:00:00+02:00 is before 23:00:00Z. Throws FeelError `zone-on-one-side`, and `zone-needs-date` for two different
 * zones of which one has no constant offset.
 */
export function instantsOfTimes(a: FeelTime, b: FeelTime): InstantPair {
  if (a.zone === undefined || b.zone === undefined) {
    if (a.zone !== b.zone) throw onOneSide(a, b);
    return { left: localInstant(a, 0), right: localInstant(b, 0) };
  }
  if (sameZone(a.zone, b.zone)) return { left: localInstant(a, 0), right: localInstant(b, 0) };
  const left = constantOffset(a.zone);
  const right = constantOffset(b.zone);
  if (left === undefined || right === undefined) throw feelError('zone-needs-date', { left: formatTemporal(a), right: formatTemporal(b) });
  return { left: localInstant(a, left), right: localInstant(b, right) };
}

function onOneSide(a: FeelTime | FeelDateTime, b: FeelTime | FeelDateTime): Error {
  return feelError('zone-on-one-side', { left: formatTemporal(a), right: formatTemporal(b) });
}

function localInstant(time: FeelTime, offset: number): Instant {
  return normalized(0, time.nanosecond - offset * NANOSECONDS_OF_SECOND);
}

function instantOf({ date, time }: FeelDateTime): Instant {
  if (time.zone === undefined) return { epochDay: date.epochDay, nanosecond: time.nanosecond };
  const offset = offsetAtLocal(time.zone, date.epochDay, time.nanosecond);
  return normalized(date.epochDay, time.nanosecond - offset * NANOSECONDS_OF_SECOND);
}

/** The date and time that shows on the clock of a zone (or the local one) at an instant; undefined beyond FEEL's years. */
function dateTimeAt(instant: Instant, zone: Zone | undefined): FeelDateTime | undefined {
  const offset = zone === undefined ? 0 : offsetAtInstant(zone, instant.epochDay, instant.nanosecond);
  const local = normalized(instant.epochDay, instant.nanosecond + offset * NANOSECONDS_OF_SECOND);
  const date = dateOfEpochDay(local.epochDay);
  return date && new FeelDateTime(date, new FeelTime(local.nanosecond, zone));
}

/**
 * Moves a date and time along its time line, so that a day is 24 hours even where the clocks change. Undefined beyond
 * FEEL's years. The later of two equal readings of a clock set back has no spelling in FEEL: it reads as the earlier.
 */
export function shiftDateTime(value: FeelDateTime, nanoseconds: bigint): FeelDateTime | undefined {
  return dateTimeAt(shift(instantOf(value), nanoseconds), value.time.zone);
}

/** Moves a time around the clock. */
export function shiftTime(time: FeelTime, nanoseconds: bigint): FeelTime {
  return new FeelTime(shift({ epochDay: 0, nanosecond: time.nanosecond }, nanoseconds).nanosecond, time.zone);
}

/** Moves midnight of a date and gives the day arrived at (DMN: `date + PT36H` is the next day). Undefined beyond FEEL's years. */
export function shiftDate(date: FeelDate, nanoseconds: bigint): FeelDate | undefined {
  return dateOfEpochDay(shift({ epochDay: date.epochDay, nanosecond: 0 }, nanoseconds).epochDay);
}

const DAY = BigInt(NANOSECONDS_OF_DAY);

function shift(from: Instant, nanoseconds: bigint): Instant {
  // Days beyond 2^53 lose their last digits here, but they are beyond FEEL's years anyway.
  return normalized(from.epochDay + Number(nanoseconds / DAY), from.nanosecond + Number(nanoseconds % DAY));
}

/** Brings the nanosecond back into its day; it may be out by a day or so, never far. */
function normalized(epochDay: number, nanosecond: number): Instant {
  const days = Math.floor(nanosecond / NANOSECONDS_OF_DAY);
  return { epochDay: epochDay + days, nanosecond: nanosecond - days * NANOSECONDS_OF_DAY };
}

/** The exact time from `left` to `right`. */
export function nanosecondsBetween({ left, right }: InstantPair): bigint {
  return BigInt(right.epochDay - left.epochDay) * DAY + BigInt(right.nanosecond - left.nanosecond);
}

/** Negative, 0 or positive. FEEL's value of a time is its whole seconds, so fractions of one do not count (DMN TCK, 0068). */
export function compareInstants({ left, right }: InstantPair): number {
  if (left.epochDay !== right.epochDay) return left.epochDay - right.epochDay;
  return Math.floor(left.nanosecond / NANOSECONDS_OF_SECOND) - Math.floor(right.nanosecond / NANOSECONDS_OF_SECOND);
}
