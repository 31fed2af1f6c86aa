import { Temporal } from 'temporal-polyfill';
import { DAYS_IN_CYCLE } from './temporal-calendar.ts';

/** Where a time is measured: a fixed offset from UTC (east is positive), or a region of the IANA time zone database. */
export type Zone = { readonly kind: 'offset'; readonly seconds: number } | { readonly kind: 'region'; readonly name: string };

export const UTC: Zone = { kind: 'offset', seconds: 0 };

/** XML Schema: offsets go to 14 hours. */
export const LARGEST_OFFSET = 14 * 3600;

const OFFSET = /^([+-])(\d\d):([0-5]\d)(?::([0-5]\d))?$/;
const REGION = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/;

/**
 * `Z`, `+08:00` or `@Asia/Shanghai`. FEEL can make an offset with seconds (a duration argument of `time`) and prints it,
 * so `+02:45:55` is read too. Undefined for anything else, unknown regions included.
 */
export function parseZone(text: string): Zone | undefined {
  if (text === 'Z') return UTC;
  if (text.startsWith('@')) return regionOf(text.slice(1));
  const parts = OFFSET.exec(text);
  if (parts === null) return undefined;
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  return offsetOf(parts[1] === '-' ? -seconds : seconds);
}

/** A fixed offset in seconds, or undefined beyond 14 hours. */
export function offsetOf(seconds: number): Zone | undefined {
  if (seconds === 0) return UTC;
  return Math.abs(seconds) <= LARGEST_OFFSET ? { kind: 'offset', seconds } : undefined;
}

/** The region of that name, in whichever case; undefined if the time zone database has none. */
export function regionOf(name: string): Zone | undefined {
  if (!REGION.test(name)) return undefined;
  try {
    return { kind: 'region', name: new Temporal.ZonedDateTime(0n, name).timeZoneId };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function formatZone(zone: Zone): string {
  if (zone.kind === 'region') return `@${zone.name}`;
  if (zone.seconds === 0) return 'Z';
  const size = Math.abs(zone.seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, ...(size % 60 === 0 ? [] : [size % 60])];
  return (zone.seconds < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}

export function sameZone(a: Zone, b: Zone): boolean {
  if (a === b) return true;
  return a.kind === 'offset' ? b.kind === 'offset' && a.seconds === b.seconds : b.kind === 'region' && a.name === b.name;
}

/** The offset in seconds if it is the same on every date (`+08:00`, `Etc/UTC`), otherwise undefined (`Asia/Shanghai` had summer time). */
export function constantOffset(zone: Zone): number | undefined {
  if (zone.kind === 'offset') return zone.seconds;
  const atEpoch = new Temporal.ZonedDateTime(0n, zone.name);
  const changes = atEpoch.getTimeZoneTransition('previous') !== null || atEpoch.getTimeZoneTransition('next') !== null;
  return changes ? undefined : secondsOf(atEpoch);
}

/**
 * The offset in seconds at a local date and time. A time that a clock change skips is read with the offset before the
 * change, one that it repeats as the first of the two (RFC 5545).
 */
export function offsetAtLocal(zone: Zone, epochDay: number, nanosecond: number): number {
  if (zone.kind === 'offset') return zone.seconds;
  const local = Temporal.Instant.fromEpochMilliseconds(milliseconds(epochDay, nanosecond)).toZonedDateTimeISO('UTC').toPlainDateTime();
  // The offset that was read, not the one in force after the skip: both name the same instant only this way.
  return Math.round((milliseconds(epochDay, nanosecond) - local.toZonedDateTime(zone.name).epochMilliseconds) / 1000);
}

/** The offset in seconds at an instant given in UTC. */
export function offsetAtInstant(zone: Zone, epochDay: number, nanosecond: number): number {
  if (zone.kind === 'offset') return zone.seconds;
  return secondsOf(Temporal.Instant.fromEpochMilliseconds(milliseconds(epochDay, nanosecond)).toZonedDateTimeISO(zone.name));
}

function secondsOf(zoned: Temporal.ZonedDateTime): number {
  return Math.round(zoned.offsetNanoseconds / 1e9);
}

/** About 160,000 years, within Temporal's reach. */
const FURTHEST_CYCLES = 400;

/** Days beyond Temporal's reach are brought back by whole cycles of the calendar: zone rules repeat with it. */
function milliseconds(epochDay: number, nanosecond: number): number {
  const furthest = FURTHEST_CYCLES * DAYS_IN_CYCLE;
  const day = Math.abs(epochDay) <= furthest ? epochDay : Math.sign(epochDay) * furthest + (epochDay % DAYS_IN_CYCLE);
  return day * 86_400_000 + Math.floor(nanosecond / 1e6);
}
