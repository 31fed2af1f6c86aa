import type { TemporalKind, Type } from '../../model/type.ts';
import { Decimal, toSafeInteger } from '../values/decimal.ts';
import { DaysDuration, NANOSECONDS_PER_SECOND } from '../values/duration.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../values/temporal.ts';
import type { Zone } from '../values/zone.ts';
import { UTC, offsetOf, regionOf } from '../values/zone.ts';
import type { Kind } from './declare.ts';
import { single } from './kinds.ts';
import { NUMBER, TEXT } from './result-types.ts';

/** What the parameters of FEEL's functions of dates and times take. */

export function temporalType(kind: TemporalKind): Type {
  return { kind, allowed: undefined };
}

export const DATE = temporalType('date');
export const TIME = temporalType('time');
export const DATE_TIME = temporalType('date and time');

/** A whole number between two others, both inclusive. */
export function wholeBetween(low: number, high: number): Kind<number> {
  return {
    type: NUMBER,
    expected: { en: `a whole number from ${low} to ${high}`, zh: `${low} 至 ${high} 的整数` },
    take: single((value) => {
      const whole = value instanceof Decimal ? toSafeInteger(value) : undefined;
      return whole !== undefined && whole >= low && whole <= high ? whole : undefined;
    }),
  };
}

/** A second of a minute, as nanoseconds. */
export const second: Kind<number> = {
  type: NUMBER,
  expected: { en: 'a number from 0 to below 60, with at most nine decimals', zh: '0 至 60（不含）之间、小数不超过九位的数' },
  take: single((value) => {
    if (!(value instanceof Decimal) || value.scale < 0 || value.scale > 9) return undefined;
    const nanoseconds = BigInt(value.coefficient) * 10n ** BigInt(9 - value.scale);
    return nanoseconds >= 0n && nanoseconds < 60n * NANOSECONDS_PER_SECOND ? Number(nanoseconds) : undefined;
  }),
};

/** An offset from UTC; null, which FEEL allows here, is none. */
export const offset: Kind<Zone | null> = {
  type: temporalType('days and time duration'),
  expected: { en: 'a duration of whole seconds, at most 14 hours, such as `duration("PT8H")`', zh: '不超过 14 小时、精确到秒的时长，例如 `duration("PT8H")`' },
  take: single((value) => {
    if (value === null) return null;
    if (!(value instanceof DaysDuration) || value.nanoseconds % NANOSECONDS_PER_SECOND !== 0n) return undefined;
    return offsetOf(Number(value.nanoseconds / NANOSECONDS_PER_SECOND));
  }),
};

export const timezone: Kind<Zone> = {
  type: TEXT,
  expected: { en: 'the name of a time zone, such as `"Asia/Shanghai"`', zh: '时区名称，例如 `"Asia/Shanghai"`' },
  take: single((value) => (typeof value === 'string' ? regionOf(value) : undefined)),
};

export const time: Kind<FeelTime> = {
  type: TIME,
  expected: { en: 'a time', zh: '时间' },
  take: single((value) => (value instanceof FeelTime ? value : undefined)),
};

export const localTime: Kind<FeelTime> = {
  type: TIME,
  expected: { en: 'a time without a zone, since `timezone` names one', zh: '不带时区的时间，因为 `timezone` 已指定时区' },
  take: single((value) => (value instanceof FeelTime && value.zone === undefined ? value : undefined)),
};

/** A date, or the date of a date and time: one parameter of either type. */
export const date: readonly Kind<FeelDate>[] = ofTypes([DATE, DATE_TIME], { en: 'a date, or a date and time', zh: '日期，或日期和时间' }, (value) => {
  if (value instanceof FeelDate) return value;
  return value instanceof FeelDateTime ? value.date : undefined;
});

/** What `date` converts: a text, still to be read, or something that has a date. */
export const dateSource: readonly Kind<string | FeelDate>[] = ofTypes([TEXT, DATE_TIME, DATE], { en: 'a text, a date, or a date and time', zh: '文本、日期，或日期和时间' }, (value) => {
  if (typeof value === 'string' || value instanceof FeelDate) return value;
  return value instanceof FeelDateTime ? value.date : undefined;
});

/** What `time` converts. FEEL takes a date to be midnight UTC. */
export const timeSource: readonly Kind<string | FeelTime>[] = ofTypes([TEXT, DATE_TIME, TIME, DATE], { en: 'a text, a time, a date, or a date and time', zh: '文本、时间、日期，或日期和时间' }, (value) => {
  if (typeof value === 'string' || value instanceof FeelTime) return value;
  if (value instanceof FeelDateTime) return value.time;
  return value instanceof FeelDate ? MIDNIGHT_UTC : undefined;
});

/** What `date and time` converts. FEEL takes a date to be midnight UTC. */
export const dateTimeSource: readonly Kind<string | FeelDateTime>[] = ofTypes([TEXT, DATE, DATE_TIME], { en: 'a text, a date, or a date and time', zh: '文本、日期，或日期和时间' }, (value) => {
  if (typeof value === 'string' || value instanceof FeelDateTime) return value;
  return value instanceof FeelDate ? new FeelDateTime(value, MIDNIGHT_UTC) : undefined;
});

const MIDNIGHT_UTC = new FeelTime(0, UTC);

/** One kind for each static type that a parameter may have; they read alike, since a value's type may show only at run time. */
function ofTypes<T>(types: readonly Type[], expected: Kind<T>['expected'], take: Kind<T>['take']): readonly Kind<T>[] {
  return types.map((type) => ({ type, expected, take: single(take) }));
}
