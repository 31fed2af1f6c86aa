import { Decimal, add, compareDecimals, decimalOf, divide, isMultipleOf, multiply, roundToMultiple, subtract } from '../feel/values/decimal.ts';
import { compare } from '../feel/values/compare.ts';
import { DaysDuration, MonthsDuration } from '../feel/values/duration.ts';
import { FeelDate } from '../feel/values/temporal.ts';
import type { Missing, Value } from '../feel/values/value.ts';
import type { Type } from '../model/type.ts';

/**
 * The values of an ordered type, as a line that can be cut between two of them. On a stepped line (whole days, cents,
 * dates) each value has a next one, so `> 90` and `>= 91` are the same cut; on a dense one (numbers without a grain)
 * there is always another value between two.
 */
export interface Line {
  /** Whether a value lies on the line: of the right kind, and on the grain. */
  readonly holds: (value: Value | Missing) => boolean;
  readonly compare: (a: Value, b: Value) => number;
  readonly steps: Steps | undefined;
  /** The least value, if the line has one. */
  readonly least: Value | undefined;
  /** A value above `low` and below `high` (either open for ever), of a kind that people like to read. */
  readonly between: (low: Value | undefined, high: Value | undefined) => Value;
}

export interface Steps {
  /** The least value of the line that is not below the given one, which need not lie on the line. */
  readonly atOrAbove: (value: Value) => Value;
  /** The least value of the line above the given one. */
  readonly above: (value: Value) => Value;
  /** The greatest value of the line below the given one, if it can be named. */
  readonly below: ((value: Value) => Value) | undefined;
}

/** The line of a type's values; undefined for types without an order, or whose order can fail (times with and without zones). */
export function lineOf(type: Type): Line | undefined {
  switch (type.kind) {
    case 'number':
      return numberLine(type.grain);
    case 'date':
      return countedLine((value) => (value instanceof FeelDate ? value.epochDay : undefined), (day) => new FeelDate(day));
    case 'years and months duration':
      return countedLine((value) => (value instanceof MonthsDuration ? value.months : undefined), (months) => new MonthsDuration(months));
    case 'days and time duration':
      return nanosecondLine;
    case 'text':
      return textLine;
    default:
      return undefined;
  }
}

const ONE = decimalOf(1);
const TWO = decimalOf(2);

function numberLine(grain: Decimal | undefined): Line {
  const isNumber = (value: Value | Missing): value is Decimal => value instanceof Decimal;
  const number = (value: Value): Decimal => expectKind(value, isNumber);
  return {
    holds: (value) => isNumber(value) && (grain === undefined || isMultipleOf(value, grain)),
    compare: (a, b) => compareDecimals(number(a), number(b)),
    steps: grain && {
      atOrAbove: (value) => roundToMultiple(number(value), grain, 'ceiling'),
      above: (value) => add(roundToMultiple(number(value), grain, 'floor'), grain),
      below: (value) => subtract(roundToMultiple(number(value), grain, 'ceiling'), grain),
    },
    least: undefined,
    between: (low, high) => {
      const step = grain ?? ONE;
      if (low === undefined) return high === undefined ? decimalOf(0) : subtract(number(high), step);
      if (high === undefined) return add(number(low), step);
      return roundNumberBetween(number(low), number(high));
    },
  };
}

/** A number strictly between two with as few digits as can be had: the middle, rounded down to a coarse multiple. */
function roundNumberBetween(low: Decimal, high: Decimal): Decimal {
  const middle = divide(add(low, high), TWO);
  let step = ONE;
  while (compareDecimals(multiply(step, decimalOf(10)), subtract(high, low)) < 0) step = multiply(step, decimalOf(10));
  for (let digits = 0; digits < 40; digits += 1) {
    const rounded = roundToMultiple(middle, step, 'floor');
    if (compareDecimals(rounded, low) > 0 && compareDecimals(rounded, high) < 0) return rounded;
    step = divide(step, decimalOf(10));
  }
  return middle;
}

/** A line of values that are whole counts of something: days since 1970, months. */
function countedLine(countOf: (value: Value | Missing) => number | undefined, valueOf: (count: number) => Value): Line {
  const isCounted = (value: Value | Missing): value is Value => countOf(value) !== undefined;
  const count = (value: Value): number => countOf(expectKind(value, isCounted)) ?? 0;
  return {
    holds: isCounted,
    compare: (a, b) => count(a) - count(b),
    steps: { atOrAbove: (value) => value, above: (value) => valueOf(count(value) + 1), below: (value) => valueOf(count(value) - 1) },
    least: undefined,
    between: (low, high) => valueOf(low !== undefined ? count(low) + 1 : high !== undefined ? count(high) - 1 : 0),
  };
}

const isDaysDuration = (value: Value | Missing): value is DaysDuration => value instanceof DaysDuration;
const nanoseconds = (value: Value): bigint => expectKind(value, isDaysDuration).nanoseconds;

const nanosecondLine: Line = {
  holds: isDaysDuration,
  compare,
  steps: {
    atOrAbove: (value) => value,
    above: (value) => new DaysDuration(nanoseconds(value) + 1n),
    below: (value) => new DaysDuration(nanoseconds(value) - 1n),
  },
  least: undefined,
  between: (low, high) => new DaysDuration(low !== undefined ? nanoseconds(low) + 1n : high !== undefined ? nanoseconds(high) - 1n : 0n),
};

const isText = (value: Value | Missing): value is string => typeof value === 'string';

/** Every text has a next one (itself and the least character), but none has a text just before it that can be named. */
const textLine: Line = {
  holds: isText,
  compare,
  steps: { atOrAbove: (value) => value, above: (value) => `${expectKind(value, isText)}\0`, below: undefined },
  least: '',
  between: (low) => (low === undefined ? '' : `${expectKind(low, isText)}\0`),
};

function expectKind<T extends Value>(value: Value, is: (value: Value) => value is T): T {
  if (!is(value)) throw new TypeError('a value of another type stands on this line');
  return value;
}
