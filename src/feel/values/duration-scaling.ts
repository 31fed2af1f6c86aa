import { DaysDuration, MonthsDuration, daysDuration, monthsDuration } from './duration.ts';
import type { Decimal } from './decimal.ts';
import { decimalOf, divide } from './decimal.ts';
import { feelError } from './error.ts';

/**
 * `duration * factor`. What is left beyond whole months, or whole nanoseconds, is cut off, towards zero (DMN TCK, 0100:
 * `P1Y11M * -2.5` is `-P4Y9M`). Throws FeelError `duration-out-of-range`.
 */
export function multiplyDuration(duration: DaysDuration | MonthsDuration, factor: Decimal): DaysDuration | MonthsDuration {
  return scaled(duration, BigInt(factor.coefficient), -factor.scale);
}

/** `duration / divisor`, cut off like a product. Throws FeelError `division-by-zero` and `duration-out-of-range`. */
export function divideDuration(duration: DaysDuration | MonthsDuration, divisor: Decimal): DaysDuration | MonthsDuration {
  if (divisor.coefficient === 0) throw feelError('division-by-zero', {});
  return scaled(duration, 1n, divisor.scale, BigInt(divisor.coefficient));
}

/** How often one duration goes into another of the same kind, or undefined for two kinds. Throws FeelError `division-by-zero`. */
export function durationQuotient(a: DaysDuration | MonthsDuration, b: DaysDuration | MonthsDuration): Decimal | undefined {
  if (a instanceof MonthsDuration) return b instanceof MonthsDuration ? divide(decimalOf(a.months), decimalOf(b.months)) : undefined;
  return b instanceof DaysDuration ? divide(decimalOf(a.nanoseconds), decimalOf(b.nanoseconds)) : undefined;
}

/** Beyond it any duration but zero is out of range, or cut off to zero: durations have up to 43 digits, numbers 34. */
const FURTHEST_EXPONENT = 100;

/** `duration * coefficient * 10^exponent / divisor`, in one division of integers. */
function scaled(duration: DaysDuration | MonthsDuration, coefficient: bigint, exponent: number, divisor = 1n): DaysDuration | MonthsDuration {
  const power = 10n ** BigInt(Math.min(Math.abs(exponent), FURTHEST_EXPONENT));
  const scale = (units: bigint): bigint => (exponent < 0 ? (units * coefficient) / (divisor * power) : (units * coefficient * power) / divisor);
  return duration instanceof MonthsDuration ? monthsDuration(Number(scale(BigInt(duration.months)))) : daysDuration(scale(duration.nanoseconds));
}
