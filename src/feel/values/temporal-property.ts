import { DaysDuration, MonthsDuration, NANOSECONDS_PER_SECOND, daysDurationParts } from './duration.ts';
import { FeelDate, FeelDateTime, FeelTime, NANOSECONDS_OF_SECOND } from './temporal.ts';
import { civilDateOf, weekdayOf } from './temporal-calendar.ts';
import { constantOffset, offsetAtLocal } from './zone.ts';
import { decimalOf, divide } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { FeelRange } from './range.ts';
import type { Type } from '../../model/type.ts';
import type { Value } from './value.ts';

interface Property<T> {
  readonly type: Type;
  readonly read: (value: T) => Value;
}

// Maps, so that `constructor` and its kin are ordinary names.
type Properties<T> = ReadonlyMap<string, Property<T>>;

const WHOLE: Type = { kind: 'number', unit: { kind: 'number' }, grain: decimalOf(1), allowed: undefined };
const NUMBER: Type = { kind: 'number', unit: { kind: 'number' }, grain: undefined, allowed: undefined };
const TEXT: Type = { kind: 'text', allowed: undefined };
const OFFSET: Type = { kind: 'days and time duration', allowed: undefined };

function whole<T>(read: (value: T) => number | bigint): Property<T> {
  return { type: WHOLE, read: (value) => decimalOf(read(value)) };
}

const ofDate: Properties<FeelDate> = new Map([
  ['year', whole((date: FeelDate) => civilDateOf(date.epochDay).year)],
  ['month', whole((date: FeelDate) => civilDateOf(date.epochDay).month)],
  ['day', whole((date: FeelDate) => civilDateOf(date.epochDay).day)],
  ['weekday', whole((date: FeelDate) => weekdayOf(date.epochDay))],
]);

const ofClock: Properties<FeelTime> = new Map<string, Property<FeelTime>>([
  ['hour', whole((time) => Math.floor(time.nanosecond / (3600 * NANOSECONDS_OF_SECOND)))],
  ['minute', whole((time) => Math.floor(time.nanosecond / (60 * NANOSECONDS_OF_SECOND)) % 60)],
  ['second', { type: NUMBER, read: (time) => inSeconds(time.nanosecond % (60 * NANOSECONDS_OF_SECOND)) }],
  ['timezone', { type: TEXT, read: (time) => (time.zone?.kind === 'region' ? time.zone.name : null) }],
]);

/** A time in a region has an offset only on a date, or where the region never changes it. */
const ofTime: Properties<FeelTime> = new Map([
  ...ofClock,
  ['time offset', { type: OFFSET, read: ({ zone }: FeelTime) => offsetDuration(zone && constantOffset(zone)) }],
]);

const ofDateTime: Properties<FeelDateTime> = new Map([
  ...[...ofDate].map(([name, { type, read }]) => [name, { type, read: ({ date }: FeelDateTime) => read(date) }] as const),
  ...[...ofClock].map(([name, { type, read }]) => [name, { type, read: ({ time }: FeelDateTime) => read(time) }] as const),
  [
    'time offset',
    { type: OFFSET, read: ({ date, time }: FeelDateTime) => offsetDuration(time.zone && offsetAtLocal(time.zone, date.epochDay, time.nanosecond)) },
  ],
]);

const ofMonths: Properties<MonthsDuration> = new Map([
  ['years', whole((duration: MonthsDuration) => Math.trunc(duration.months / 12))],
  ['months', whole((duration: MonthsDuration) => duration.months % 12)],
]);

const ofDays: Properties<DaysDuration> = new Map<string, Property<DaysDuration>>([
  ['days', whole((duration) => daysDurationParts(duration.nanoseconds).days)],
  ['hours', whole((duration) => daysDurationParts(duration.nanoseconds).hours)],
  ['minutes', whole((duration) => daysDurationParts(duration.nanoseconds).minutes)],
  ['seconds', { type: NUMBER, read: (duration) => inSeconds(duration.nanoseconds % (60n * NANOSECONDS_PER_SECOND)) }],
]);

const BOOLEAN: Type = { kind: 'boolean' };
const ANY: Type = { kind: 'any' };

const ofRange: Properties<FeelRange> = new Map<string, Property<FeelRange>>([
  ['start', { type: ANY, read: (range) => range.low }],
  ['end', { type: ANY, read: (range) => range.high }],
  ['start included', { type: BOOLEAN, read: (range) => range.lowClosed }],
  ['end included', { type: BOOLEAN, read: (range) => range.highClosed }],
]);

/**
 * `value.name` for a date, time, date and time, duration or range (DMN 1.5, table 65): undefined where such a value has
 * no such property, null where it has but does not say (the offset of a local time). A duration's parts carry its sign.
 */
export function temporalProperty(value: Value, name: string): Value | undefined {
  if (value instanceof FeelDate) return ofDate.get(name)?.read(value);
  if (value instanceof FeelDateTime) return ofDateTime.get(name)?.read(value);
  if (value instanceof FeelTime) return ofTime.get(name)?.read(value);
  if (value instanceof DaysDuration) return ofDays.get(name)?.read(value);
  if (value instanceof MonthsDuration) return ofMonths.get(name)?.read(value);
  return value instanceof FeelRange ? ofRange.get(name)?.read(value) : undefined;
}

/** The static type of `value.name`; undefined where a value of that type has no such property. */
export function temporalPropertyType(type: Type, name: string): Type | undefined {
  const found = propertiesOf(type.kind)?.get(name);
  return type.kind === 'range' && (name === 'start' || name === 'end') ? type.item : found?.type;
}

/** The names of a type's properties, for suggestions. */
export function temporalPropertyNames(type: Type): readonly string[] {
  return [...(propertiesOf(type.kind)?.keys() ?? [])];
}

function propertiesOf(kind: Type['kind']): ReadonlyMap<string, { readonly type: Type }> | undefined {
  switch (kind) {
    case 'date':
      return ofDate;
    case 'time':
      return ofTime;
    case 'date and time':
      return ofDateTime;
    case 'days and time duration':
      return ofDays;
    case 'years and months duration':
      return ofMonths;
    case 'range':
      return ofRange;
    default:
      return undefined;
  }
}

function inSeconds(nanoseconds: number | bigint): Decimal {
  return divide(decimalOf(nanoseconds), decimalOf(NANOSECONDS_OF_SECOND));
}

function offsetDuration(seconds: number | undefined): DaysDuration | null {
  return seconds === undefined ? null : new DaysDuration(BigInt(seconds) * NANOSECONDS_PER_SECOND);
}
