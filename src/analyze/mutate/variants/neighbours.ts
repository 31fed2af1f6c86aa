import { Decimal, add, decimalOf, divide, multiply, plainText, subtract } from '../../../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration, NANOSECONDS_PER_DAY } from '../../../feel/values/duration.ts';
import { EnumMember } from '../../../feel/values/enum.ts';
import { FeelDate, dateOfEpochDay } from '../../../feel/values/temporal.ts';
import type { Value } from '../../../feel/values/value.ts';
import { isAllowed } from '../../../model/allowed.ts';
import type { Type } from '../../../model/type.ts';

const HUNDRED = decimalOf(100);
const MULTIPLES: ReadonlyMap<string, Decimal> = new Map([
  ['万', decimalOf(10_000)],
  ['亿', decimalOf(100_000_000)],
]);

/**
 * The values nearest to one, that somebody may write in its stead: a step of the grain down and up (where there is no grain,
 * one in the last digit as written), the members beside it in an ordered enum (else the next one), the day before and
 * after. Values that the expected type rules out are left out.
 */
export function neighboursOf(value: Value, written: string, expected: Type | undefined): readonly Value[] {
  return near(value, written, expected).filter((one) => expected === undefined || mayBe(expected, one));
}

function near(value: Value, written: string, expected: Type | undefined): readonly Value[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') return [`${value}?`];
  if (value instanceof Decimal) {
    const step = (expected?.kind === 'number' ? expected.grain : undefined) ?? lastDigitOf(written);
    return [subtract(value, step), add(value, step)];
  }
  if (value instanceof EnumMember) return membersBeside(value);
  if (value instanceof FeelDate) return [dateOfEpochDay(value.epochDay - 1), dateOfEpochDay(value.epochDay + 1)].filter((date) => date !== undefined);
  if (value instanceof MonthsDuration) {
    const step = value.months % 12 === 0 ? 12 : 1;
    return [new MonthsDuration(value.months - step), new MonthsDuration(value.months + step)];
  }
  if (value instanceof DaysDuration) return [new DaysDuration(value.nanoseconds - NANOSECONDS_PER_DAY), new DaysDuration(value.nanoseconds + NANOSECONDS_PER_DAY)];
  return [];
}

/** One in the last digit of a number as it is written: 0.01 for `0.25`, 1% for `25%`, 10,000 for `2000万`. */
function lastDigitOf(written: string): Decimal {
  const [, fraction = '', multiple = '', percent = ''] = /^\d*\.?(\d*)(?:[eE][+-]?\d+)?([万亿]?)(%?)$/u.exec(written) ?? [];
  let step = MULTIPLES.get(multiple) ?? decimalOf(1);
  if (percent !== '') step = divide(step, HUNDRED);
  for (let digits = 0; digits < fraction.length; digits += 1) step = divide(step, decimalOf(10));
  return step;
}

function membersBeside({ vocabulary: { members, order }, rank }: EnumMember): readonly EnumMember[] {
  const beside = order === undefined ? [members[(rank + 1) % members.length]] : [members[rank - 1], members[rank + 1]];
  return beside.filter((member) => member !== undefined).filter((member) => member.rank !== rank);
}

function mayBe(type: Type, value: Value): boolean {
  return !('allowed' in type) || type.allowed === undefined || isAllowed(type.allowed, value);
}

/** A number as it is written beside others of its kind: a share with `%` if the one it replaces had it. */
export function numberText(value: Decimal, replaced: string): string {
  return replaced.endsWith('%') ? `${plainText(multiply(value, HUNDRED))}%` : plainText(value);
}

/** Whether the values of a type stand in steps, so that "above 90" is "from 91". */
export function isStepped(type: Type | undefined): boolean {
  if (type === undefined) return false;
  return type.kind === 'number' ? type.grain !== undefined : type.kind === 'date' || type.kind === 'enum' || type.kind === 'years and months duration';
}

