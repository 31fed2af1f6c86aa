import type { FeelDate, FeelDateTime, FeelTime } from './temporal.ts';
import type { DaysDuration, MonthsDuration } from './duration.ts';
import type { Decimal } from './decimal.ts';
import type { EnumMember } from './enum.ts';
import type { FeelFunction } from './function.ts';
import type { FeelRange } from './range.ts';

/**
 * A FEEL value at run time. Text is a JavaScript string, a list an array, a context a Map (so that `__proto__` is an
 * ordinary key). Numbers are exact decimals, never floats. Everything is immutable.
 */
export type Value =
  | null
  | boolean
  | string
  | Decimal
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | EnumMember
  | FeelRange
  | FeelFunction
  | readonly Value[]
  | Context;

export type Context = ReadonlyMap<string, Value>;

/** The absence of an optional fact: not null, not zero, and never a value that an expression can compute with. */
export const MISSING: unique symbol = Symbol('missing');
export type Missing = typeof MISSING;

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
