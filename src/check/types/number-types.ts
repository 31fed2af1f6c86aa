import type { Decimal } from '../../feel/values/decimal.ts';
import { decimalOf, isInteger, isMultipleOf, parseDecimal } from '../../feel/values/decimal.ts';
import type { NumberType, Unit } from '../../model/type.ts';

export const WHOLE = decimalOf(1);
const CENT = parseDecimal('0.01');

export const plainNumber: NumberType = { kind: 'number', unit: { kind: 'number' }, grain: undefined, allowed: undefined };
export const wholeNumber: NumberType = { ...plainNumber, grain: WHOLE };

/** The type of a unit as declared without a `step`: days, months and counts are whole, money has cents. */
export function typeOfUnit(unit: Unit): NumberType {
  return { kind: 'number', unit, grain: grainOfUnit(unit), allowed: undefined };
}

function grainOfUnit({ kind }: Unit): Decimal | undefined {
  switch (kind) {
    case 'days':
    case 'months':
    case 'count':
      return WHOLE;
    case 'money':
      return CENT;
    case 'percent':
    case 'number':
      return undefined;
  }
}

/** The type of a number known from the text: its grain is that of its last digit. */
export function typeOfConstant(value: Decimal, unit: Unit): NumberType {
  if (isInteger(value)) return unit.kind === 'number' ? wholeNumber : { ...wholeNumber, unit };
  return { kind: 'number', unit, grain: parseDecimal(`1e-${value.scale}`), allowed: undefined };
}

/** The finer of two grains if it divides the other, so that sums of both are multiples of it. */
export function commonGrain(a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (isMultipleOf(a, b)) return b;
  return isMultipleOf(b, a) ? a : undefined;
}
