import { equal } from '../feel/values/compare.ts';
import { Decimal } from '../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration } from '../feel/values/duration.ts';
import { EnumMember } from '../feel/values/enum.ts';
import { FeelDate } from '../feel/values/temporal.ts';
import type { Missing, Value } from '../feel/values/value.ts';
import type { Interval, Type } from '../model/type.ts';

/** Whether an interval is one value alone. Members of an enum without an order are intervals only in this way. */
export function isSingle({ low, high, lowClosed, highClosed }: Interval): boolean {
  return low !== undefined && high !== undefined && lowClosed && highClosed && equal(low, high);
}

/** Whether a value is of the kind that a column's type has, on the type's grain and in its range or not. */
export function isOfKind(type: Type, value: Value | Missing): boolean {
  switch (type.kind) {
    case 'number':
      return value instanceof Decimal;
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'enum':
      return value instanceof EnumMember && value.vocabulary === type.vocabulary;
    case 'date':
      return value instanceof FeelDate;
    case 'days and time duration':
      return value instanceof DaysDuration;
    case 'years and months duration':
      return value instanceof MonthsDuration;
    default:
      return false;
  }
}

/** Whether every end that an interval has is of the type's kind. */
export function isIntervalOf(type: Type, { low, high }: Interval): boolean {
  return (low === undefined || isOfKind(type, low)) && (high === undefined || isOfKind(type, high));
}
