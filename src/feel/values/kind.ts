import { DaysDuration, MonthsDuration } from './duration.ts';
import { Decimal } from './decimal.ts';
import { EnumMember } from './enum.ts';
import { FeelDate, FeelDateTime, FeelTime } from './temporal.ts';
import { FeelFunction } from './function.ts';
import { FeelRange } from './range.ts';
import type { Value } from './value.ts';

/** The FEEL name of a value's type, for messages: `number`, `date and time`, …; an enum member's is its enum's name. */
export function kindOf(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (value instanceof Decimal) return 'number';
  if (value instanceof EnumMember) return value.vocabulary.name;
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof DaysDuration) return 'days and time duration';
  if (value instanceof MonthsDuration) return 'years and months duration';
  if (value instanceof FeelRange) return 'range';
  if (value instanceof FeelFunction) return 'function';
  return value instanceof Map ? 'context' : 'list';
}
