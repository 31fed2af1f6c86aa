import { cutAfter, cutBefore } from '../../boxes/cut.ts';
import type { Line } from '../../boxes/line.ts';
import { Decimal, add, compareDecimals, decimalOf, divide, multiply, negate, parseDecimal, roundToMultiple, subtract, toSafeInteger } from '../../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration } from '../../feel/values/duration.ts';
import { FeelDate, dateOfEpochDay } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Type } from '../../model/type.ts';
import type { Domain, Stretch } from './domain.ts';

/** Numbers between two ends, both included; an undefined end is open for ever. What solving with arithmetic works on. */
export interface Bounds {
  readonly low: Decimal | undefined;
  readonly high: Decimal | undefined;
}

export const UNBOUNDED: Bounds = { low: undefined, high: undefined };
const ONE = decimalOf(1);
const NANOSECONDS_A_DAY = 86_400_000_000_000n;

/** A value as a number: dates and durations in days, months in months. */
export function measureOf(value: Value): Decimal | undefined {
  if (value instanceof Decimal) return value;
  if (value instanceof FeelDate) return decimalOf(value.epochDay);
  if (value instanceof MonthsDuration) return decimalOf(value.months);
  if (value instanceof DaysDuration) return divide(decimalOf(value.nanoseconds), decimalOf(NANOSECONDS_A_DAY));
  return undefined;
}

export function point(number: Decimal): Bounds {
  return { low: number, high: number };
}

/** The bounds of all values in a domain. Its open ends count as closed, which can only widen. */
export function boundsOf(domain: Domain): Bounds {
  if (domain.kind !== 'stretches') return UNBOUNDED;
  const low = domain.stretches[0]?.low;
  const high = domain.stretches.at(-1)?.high;
  const below = domain.line.steps?.below;
  return {
    low: low && measureOf(low.value),
    high: high && measureOf(!high.after && below !== undefined ? below(high.value) : high.value),
  };
}

/** A stretch of a type's line that holds every value between the bounds. */
export function stretchWithin(line: Line, type: Type, { low, high }: Bounds): Stretch {
  const first = low === undefined ? undefined : valueAt(type, low, 'floor');
  const last = high === undefined ? undefined : valueAt(type, high, 'ceiling');
  return { low: first === undefined ? undefined : cutBefore(line, first), high: last === undefined ? undefined : cutAfter(line, last) };
}

function valueAt(type: Type, number: Decimal, method: 'floor' | 'ceiling'): Value | undefined {
  if (type.kind === 'number') return number;
  if (type.kind === 'days and time duration') {
    const whole = toSafeInteger(roundToMultiple(number, ONE, method));
    return whole === undefined ? undefined : new DaysDuration(BigInt(whole) * NANOSECONDS_A_DAY);
  }
  const whole = toSafeInteger(roundToMultiple(number, ONE, method));
  if (whole === undefined) return undefined;
  return type.kind === 'date' ? dateOfEpochDay(whole) : type.kind === 'years and months duration' ? new MonthsDuration(whole) : undefined;
}

export function overlap(a: Bounds, b: Bounds): Bounds | undefined {
  const low = a.low === undefined || (b.low !== undefined && compareDecimals(b.low, a.low) > 0) ? b.low : a.low;
  const high = a.high === undefined || (b.high !== undefined && compareDecimals(b.high, a.high) < 0) ? b.high : a.high;
  return low !== undefined && high !== undefined && compareDecimals(low, high) > 0 ? undefined : { low, high };
}

export function hull(all: readonly Bounds[]): Bounds {
  const [first, ...rest] = all;
  if (first === undefined) return UNBOUNDED;
  return rest.reduce((a, b) => ({
    low: a.low === undefined || b.low === undefined ? undefined : compareDecimals(a.low, b.low) <= 0 ? a.low : b.low,
    high: a.high === undefined || b.high === undefined ? undefined : compareDecimals(a.high, b.high) >= 0 ? a.high : b.high,
  }), first);
}

export function negated({ low, high }: Bounds): Bounds {
  return { low: high && negate(high), high: low && negate(low) };
}

export function sum(a: Bounds, b: Bounds): Bounds {
  return { low: a.low && b.low && add(a.low, b.low), high: a.high && b.high && add(a.high, b.high) };
}

export function less(a: Bounds, b: Bounds): Bounds {
  return { low: a.low && b.high && subtract(a.low, b.high), high: a.high && b.low && subtract(a.high, b.low) };
}

export function product(a: Bounds, b: Bounds): Bounds {
  const { low: al, high: ah } = a;
  const { low: bl, high: bh } = b;
  if (al !== undefined && ah !== undefined && bl !== undefined && bh !== undefined) return extent([multiply(al, bl), multiply(al, bh), multiply(ah, bl), multiply(ah, bh)]);
  // With an end open for ever only signs help: what is not negative times what is not negative is not negative.
  if (isNotNegative(a) && isNotNegative(b)) return { low: al && bl && multiply(al, bl), high: undefined };
  return UNBOUNDED;
}

/** Widened by a unit beyond the digits that a division keeps, since it rounds. Undefined bounds where the divisor may be 0. */
export function quotient(a: Bounds, b: Bounds): Bounds {
  if (b.low !== undefined && compareDecimals(b.low, ZERO) > 0) return byPositive(a, b);
  if (b.high !== undefined && compareDecimals(b.high, ZERO) < 0) return byPositive(negated(a), negated(b));
  // A divisor that is not negative is not 0 where the division has a value.
  if (isNotNegative(b) && isNotNegative(a)) return { low: a.low === undefined || b.high === undefined ? ZERO : widened(divide(a.low, positiveOr(b.high)), -1), high: undefined };
  return UNBOUNDED;
}

const ZERO = decimalOf(0);
const SLACK = parseDecimal('1e-30') ?? ZERO;

function positiveOr(number: Decimal): Decimal {
  return compareDecimals(number, ZERO) > 0 ? number : ONE;
}

function byPositive(a: Bounds, b: Bounds): Bounds {
  const { low, high } = b;
  const ends = (numerator: Decimal): readonly (Decimal | undefined)[] => [low && divide(numerator, low), high === undefined ? ZERO : divide(numerator, high)];
  const lows = a.low === undefined ? undefined : extent(ends(a.low).filter((end) => end !== undefined));
  const highs = a.high === undefined ? undefined : extent(ends(a.high).filter((end) => end !== undefined));
  return { low: lows?.low && widened(lows.low, -1), high: highs?.high && widened(highs.high, 1) };
}

function widened(number: Decimal, direction: 1 | -1): Decimal {
  const slack = multiply(compareDecimals(number, ZERO) < 0 ? negate(number) : number, SLACK);
  return direction === 1 ? add(number, slack) : subtract(number, slack);
}

export function isNotNegative({ low }: Bounds): boolean {
  return low !== undefined && compareDecimals(low, ZERO) >= 0;
}

function extent(numbers: readonly Decimal[]): Bounds {
  return hull(numbers.map(point));
}
