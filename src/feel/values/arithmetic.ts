import type { ArithmeticOperator } from '../../read/tree/expression.ts';
import { DaysDuration, MonthsDuration, daysDuration, monthsDuration } from './duration.ts';
import { Decimal, add, divide, multiply, negate, power, subtract } from './decimal.ts';
import { divideDuration, durationQuotient, multiplyDuration } from './duration-scaling.ts';
import { FeelDate, FeelDateTime, FeelTime } from './temporal.ts';
import { feelError } from './error.ts';
import { kindOf } from './kind.ts';
import { later, timeBetween } from './temporal-arithmetic.ts';
import type { Value } from './value.ts';

/**
 * FEEL's arithmetic (DMN 1.5, tables 57 to 61). Throws FeelError `types-do-not-combine` for operands that the operator
 * has no meaning for (null is one), `division-by-zero`, `number-out-of-range`, `date-out-of-range`,
 * `duration-out-of-range`, and `zone-on-one-side` or `zone-needs-date` for a difference of times without a common clock.
 */
export function arithmetic(operator: ArithmeticOperator, a: Value, b: Value): Value {
  switch (operator) {
    case '+':
      return addValues(a, b);
    case '-':
      return subtractValues(a, b);
    case '*':
      return multiplyValues(a, b);
    case '/':
      return divideValues(a, b);
    case '**':
      return powerValues(a, b);
  }
}

/** `a + b`: numbers, strings, durations of one kind, and a duration added to a date, time, or date and time from either side. */
export function addValues(a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return add(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (a instanceof DaysDuration && b instanceof DaysDuration) return daysDuration(a.nanoseconds + b.nanoseconds);
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return monthsDuration(a.months + b.months);
  if (isPoint(a) && isDuration(b)) return later(a, b) ?? doesNotCombine('+', a, b);
  if (isDuration(a) && isPoint(b)) return later(b, a) ?? doesNotCombine('+', a, b);
  return doesNotCombine('+', a, b);
}

/** `a - b`: numbers, durations of one kind, a duration taken from a point in time, and the time between two of those. */
export function subtractValues(a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return subtract(a, b);
  if (isPoint(a)) {
    const result = isPoint(b) ? timeBetween(b, a) : isDuration(b) ? later(a, negateDuration(b)) : undefined;
    return result ?? doesNotCombine('-', a, b);
  }
  if (a instanceof DaysDuration && b instanceof DaysDuration) return daysDuration(a.nanoseconds - b.nanoseconds);
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return monthsDuration(a.months - b.months);
  return doesNotCombine('-', a, b);
}

/** `a * b`: numbers, and a duration with a number on either side (see `multiplyDuration` for what is cut off). */
export function multiplyValues(a: Value, b: Value): Value {
  if (a instanceof Decimal) {
    if (b instanceof Decimal) return multiply(a, b);
    if (isDuration(b)) return multiplyDuration(b, a);
  }
  if (isDuration(a) && b instanceof Decimal) return multiplyDuration(a, b);
  return doesNotCombine('*', a, b);
}

/** `a / b`: numbers, a duration by a number, and the number of times one duration goes into another of its kind. */
export function divideValues(a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return divide(a, b);
  if (isDuration(a)) {
    const result = b instanceof Decimal ? divideDuration(a, b) : isDuration(b) ? durationQuotient(a, b) : undefined;
    return result ?? doesNotCombine('/', a, b);
  }
  return doesNotCombine('/', a, b);
}

/** `a ** b`: numbers only. */
export function powerValues(a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return power(a, b);
  return doesNotCombine('**', a, b);
}

/** `-a`, for a number or a duration. Throws FeelError `type-cannot-be-negated`. */
export function negateValue(a: Value): Value {
  if (a instanceof Decimal) return negate(a);
  if (isDuration(a)) return negateDuration(a);
  throw feelError('type-cannot-be-negated', { type: kindOf(a) });
}

function negateDuration(duration: DaysDuration | MonthsDuration): DaysDuration | MonthsDuration {
  return duration instanceof MonthsDuration ? monthsDuration(-duration.months) : new DaysDuration(-duration.nanoseconds);
}

function isDuration(value: Value): value is DaysDuration | MonthsDuration {
  return value instanceof DaysDuration || value instanceof MonthsDuration;
}

function isPoint(value: Value): value is FeelDate | FeelTime | FeelDateTime {
  return value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime;
}

function doesNotCombine(operator: ArithmeticOperator, a: Value, b: Value): never {
  throw feelError('types-do-not-combine', { operator, left: kindOf(a), right: kindOf(b) });
}
