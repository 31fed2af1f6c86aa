import { feelError } from './error.ts';

/** FEEL's days and time duration, exact to the nanosecond. */
export class DaysDuration {
  constructor(readonly nanoseconds: bigint) {}
}

/** FEEL's years and months duration. */
export class MonthsDuration {
  constructor(readonly months: number) {}
}

export const NANOSECONDS_PER_SECOND = 1_000_000_000n;
export const NANOSECONDS_PER_DAY = 86_400n * NANOSECONDS_PER_SECOND;

/** Below 10^34 seconds: FEEL's value of a duration is its seconds, and its numbers have 34 digits. */
const NANOSECONDS_BOUND = 10n ** 34n * NANOSECONDS_PER_SECOND;

/** A days and time duration. Throws FeelError `duration-out-of-range` from 10^34 seconds on. */
export function daysDuration(nanoseconds: bigint): DaysDuration {
  if (!daysInRange(nanoseconds)) throw feelError('duration-out-of-range', { kind: 'days and time duration' });
  return new DaysDuration(nanoseconds);
}

/** A years and months duration. Throws FeelError `duration-out-of-range` beyond 2^53 - 1 months. */
export function monthsDuration(months: number): MonthsDuration {
  if (!Number.isSafeInteger(months)) throw feelError('duration-out-of-range', { kind: 'years and months duration' });
  // Adding 0 turns -0 into 0.
  return new MonthsDuration(months + 0);
}

function daysInRange(nanoseconds: bigint): boolean {
  return nanoseconds < NANOSECONDS_BOUND && nanoseconds > -NANOSECONDS_BOUND;
}

// XML Schema's lexical forms; digits are capped well above the range, so that no text costs more than its length.
const DAYS = /^(-?)P(?:(\d{1,50})D)?(?:T(?=\d)(?:(\d{1,50})H)?(?:(\d{1,50})M)?(?:(\d{1,50})(?:\.(\d+))?S)?)?$/;
const MONTHS = /^(-?)P(?:(\d{1,50})Y)?(?:(\d{1,50})M)?$/;

/**
 * `P1DT2H`, `-PT0.5S`, `P1Y2M`. Undefined if it is neither of FEEL's two kinds (`P1Y1D` mixes them), is finer than a
 * nanosecond, or is out of range.
 */
export function parseDuration(text: string): DaysDuration | MonthsDuration | undefined {
  const months = MONTHS.exec(text);
  if (months !== null && (months[2] ?? months[3]) !== undefined) {
    const size = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return Number.isSafeInteger(size) ? monthsDuration(months[1] === '-' ? -size : size) : undefined;
  }
  const days = DAYS.exec(text);
  if (days === null || (days[2] ?? days[3] ?? days[4] ?? days[5]) === undefined) return undefined;
  const fraction = nanosecondsOfFraction(days[6] ?? '');
  if (fraction === undefined) return undefined;
  const part = (index: number): bigint => BigInt(days[index] ?? 0);
  const seconds = part(2) * 86_400n + part(3) * 3600n + part(4) * 60n + part(5);
  const size = seconds * NANOSECONDS_PER_SECOND + BigInt(fraction);
  return daysInRange(size) ? new DaysDuration(days[1] === '-' ? -size : size) : undefined;
}

/** The digits after a seconds' point as nanoseconds; undefined if they say more than nine digits can. */
export function nanosecondsOfFraction(digits: string): number | undefined {
  return /[^0]/.test(digits.slice(9)) ? undefined : Number(digits.slice(0, 9).padEnd(9, '0'));
}

/** `.5` for 500,000,000 nanoseconds, nothing for 0. */
export function fractionOfNanoseconds(nanoseconds: number): string {
  return nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`;
}

/** The canonical form (XPath): `P1DT2H`, `-P1Y2M`, `PT0S`, `P0M`. */
export function formatDuration(duration: DaysDuration | MonthsDuration): string {
  return duration instanceof MonthsDuration ? formatMonths(duration.months) : formatDays(duration.nanoseconds);
}

function formatMonths(months: number): string {
  const size = Math.abs(months);
  const years = Math.floor(size / 12);
  const rest = size % 12;
  return `${months < 0 ? '-' : ''}P${years === 0 ? '' : `${years}Y`}${rest === 0 && years !== 0 ? '' : `${rest}M`}`;
}

function formatDays(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return 'PT0S';
  const { days, hours, minutes, seconds, fraction } = daysDurationParts(nanoseconds < 0n ? -nanoseconds : nanoseconds);
  const second = `${seconds}${fractionOfNanoseconds(fraction)}`;
  const time = `${hours === 0 ? '' : `${hours}H`}${minutes === 0 ? '' : `${minutes}M`}${second === '0' ? '' : `${second}S`}`;
  return `${nanoseconds < 0n ? '-' : ''}P${days === 0n ? '' : `${days}D`}${time === '' ? '' : `T${time}`}`;
}

/** A days and time duration cut into parts, each with the duration's sign. `fraction` is nanoseconds. */
export function daysDurationParts(nanoseconds: bigint): { days: bigint; hours: number; minutes: number; seconds: number; fraction: number } {
  const withinDay = nanoseconds % NANOSECONDS_PER_DAY;
  const second = Number(withinDay / NANOSECONDS_PER_SECOND);
  return {
    days: nanoseconds / NANOSECONDS_PER_DAY,
    hours: Math.trunc(second / 3600) + 0,
    minutes: (Math.trunc(second / 60) % 60) + 0,
    seconds: (second % 60) + 0,
    fraction: Number(withinDay % NANOSECONDS_PER_SECOND),
  };
}
