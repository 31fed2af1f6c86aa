import { isInteger } from '../../feel/values/decimal.ts';
import type { NumberType, Type } from '../../model/type.ts';
import type { ArithmeticOperator } from '../../read/tree/expression.ts';
import { commonGrain, plainNumber } from './number-types.ts';
import { unitOfProduct, unitOfQuotient, unitOfSum } from './units.ts';

/**
 * The type of `left operator right` (DMN 1.5, tables 57 to 61, with our units and grains), or why there is none.
 * Neither side is `any`.
 */
export function arithmeticType(operator: ArithmeticOperator, left: Type, right: Type): Type | 'units differ' | undefined {
  if (left.kind === 'number' && right.kind === 'number') return numberResult(operator, left, right);
  if (operator === '+') return sumType(left, right) ?? sumType(right, left);
  if (operator === '-') return differenceType(left, right);
  if (operator === '*') return scaledType(left, right) ?? scaledType(right, left);
  if (operator === '/') return isDuration(left) && left.kind === right.kind ? plainNumber : scaledType(left, right);
  return undefined;
}

function numberResult(operator: ArithmeticOperator, left: NumberType, right: NumberType): Type | 'units differ' {
  const unit = resultUnit(operator, left, right);
  return unit === undefined ? 'units differ' : { kind: 'number', unit, grain: resultGrain(operator, left, right), allowed: undefined };
}

function resultUnit(operator: ArithmeticOperator, { unit: left }: NumberType, { unit: right }: NumberType): NumberType['unit'] | undefined {
  switch (operator) {
    case '+':
    case '-':
      return unitOfSum(left, right);
    case '*':
      return unitOfProduct(left, right);
    case '/':
      return unitOfQuotient(left, right);
    case '**':
      return left.kind === 'percent' ? left : { kind: 'number' };
  }
}

/** Sums keep a grain that both sides have; a product with a whole number keeps the other's; nothing else has one. */
function resultGrain(operator: ArithmeticOperator, { grain: left }: NumberType, { grain: right }: NumberType): NumberType['grain'] {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '+' || operator === '-') return commonGrain(left, right);
  if (operator !== '*') return undefined;
  if (isInteger(left)) return right;
  return isInteger(right) ? left : undefined;
}

function sumType(left: Type, right: Type): Type | undefined {
  if (left.kind === 'text' && right.kind === 'text') return plain(left);
  if (isDuration(left) && left.kind === right.kind) return plain(left);
  return isPoint(left) && movesBy(left, right) ? plain(left) : undefined;
}

function differenceType(left: Type, right: Type): Type | undefined {
  if (isDuration(left) && left.kind === right.kind) return plain(left);
  if (!isPoint(left)) return undefined;
  if (movesBy(left, right)) return plain(left);
  const bothDates = left.kind !== 'time' && (right.kind === 'date' || right.kind === 'date and time');
  return bothDates || left.kind === right.kind ? { kind: 'days and time duration', allowed: undefined } : undefined;
}

function scaledType(left: Type, right: Type): Type | undefined {
  return isDuration(left) && right.kind === 'number' ? plain(left) : undefined;
}

function movesBy(point: Type, by: Type): boolean {
  return by.kind === 'days and time duration' || (by.kind === 'years and months duration' && point.kind !== 'time');
}

function isDuration({ kind }: Type): boolean {
  return kind === 'days and time duration' || kind === 'years and months duration';
}

function isPoint({ kind }: Type): boolean {
  return kind === 'date' || kind === 'time' || kind === 'date and time';
}

/** The type without its declared range, which a result need not keep. */
function plain(type: Type): Type {
  return 'allowed' in type ? { ...type, allowed: undefined } : type;
}
