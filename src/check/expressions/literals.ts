import { divide, decimalOf, multiply, parseExactDecimal, type Decimal } from '../../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration } from '../../feel/values/duration.ts';
import { FeelError } from '../../feel/values/error.ts';
import { FeelDate, FeelTime, parseDate, parseTemporal, type Temporal } from '../../feel/values/temporal.ts';
import type { Typed } from '../../model/expression.ts';
import type { TemporalKind } from '../../model/type.ts';
import type { DateLiteral, NumberLiteral, TemporalLiteral } from '../../read/tree/expression.ts';
import { typeOfConstant } from '../types/number-types.ts';
import { failed, problem, type Scope } from './scope.ts';

const multiples: ReadonlyMap<string, Decimal> = new Map([
  ['万', decimalOf(10_000)],
  ['亿', decimalOf(100_000_000)],
]);
const HUNDRED = decimalOf(100);

/** `90`, `1e3`, `25%` (a share: 0.25), `2000万`, `1.5亿`. */
export function inferNumber({ text, span }: NumberLiteral, scope: Scope): Typed {
  const value = numberOf(text);
  if (value === undefined) {
    problem(scope, 'number-invalid', span, { text });
    return failed(span);
  }
  return { kind: 'constant', value, type: typeOfConstant(value, { kind: text.endsWith('%') ? 'percent' : 'number' }), span };
}

function numberOf(text: string): Decimal | undefined {
  const [, digits = '', multiple = '', percent = ''] = /^(.*?)([万亿]?)(%?)$/u.exec(text) ?? [];
  const plain = parseExactDecimal(digits);
  const factor = multiples.get(multiple);
  if (plain === undefined) return undefined;
  try {
    const whole = factor === undefined ? plain : multiply(plain, factor);
    return percent === '' ? whole : divide(whole, HUNDRED);
  } catch (error) {
    if (error instanceof FeelError) return undefined;
    throw error;
  }
}

/** `2024-01-31`. */
export function inferDate({ text, span }: DateLiteral, scope: Scope): Typed {
  const value = parseDate(text);
  if (value === undefined) {
    problem(scope, 'date-invalid', span, { text });
    return failed(span);
  }
  return { kind: 'constant', value, type: { kind: 'date', allowed: undefined }, span };
}

/** `@"P1Y"`. */
export function inferTemporal({ text, span }: TemporalLiteral, scope: Scope): Typed {
  const value = parseTemporal(text);
  if (value === undefined) {
    problem(scope, 'temporal-invalid', span, { text });
    return failed(span);
  }
  return { kind: 'constant', value, type: { kind: kindOfTemporal(value), allowed: undefined }, span };
}

function kindOfTemporal(value: Temporal): TemporalKind {
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof DaysDuration) return 'days and time duration';
  return value instanceof MonthsDuration ? 'years and months duration' : 'date and time';
}
