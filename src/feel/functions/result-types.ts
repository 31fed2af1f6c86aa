import type { Decimal } from '../values/decimal.ts';
import { decimalOf, isMultipleOf } from '../values/decimal.ts';
import type { NumberType, Type, Unit } from '../../model/type.ts';

/** The static types of results, from the arguments' types: what the checker knows of a call before any evaluation. */

type Given = readonly (Type | undefined)[];

export const ANY: Type = { kind: 'any' };
export const TEXT: Type = { kind: 'text', allowed: undefined };
export const BOOLEAN: Type = { kind: 'boolean' };
export const NUMBER: NumberType = { kind: 'number', unit: { kind: 'number' }, grain: undefined, allowed: undefined };
export const COUNT: NumberType = { ...NUMBER, unit: { kind: 'count' }, grain: decimalOf(1) };

export function listOf(item: Type): Type {
  return { kind: 'list', item };
}

/** The same type whatever is given. */
export function always(type: Type): () => Type {
  return () => type;
}

/** The type of the items that a function goes through: those of a list, or the arguments one by one. */
export function itemsOf(given: Given): Type {
  const [first, ...rest] = given;
  if (rest.length === 0) return itemOf(first);
  return commonType(given.map((type) => type ?? ANY));
}

/** The items of a list; a type that isn't a list stands for one of itself. */
export function itemOf(type: Type | undefined): Type {
  return type === undefined ? ANY : type.kind === 'list' ? type.item : type;
}

/** A list whose items may come from any of several lists. */
export function listOfAll(lists: Given): Type {
  return listOf(commonType(lists.map(itemOf)));
}

/** What values of one or another type have in common; without declared bounds, which functions do not keep to. */
export function commonType(types: readonly Type[]): Type {
  const [first, ...rest] = types;
  return first === undefined ? ANY : rest.reduce(commonOfTwo, unbounded(first));
}

function commonOfTwo(a: Type, b: Type): Type {
  if (a.kind === 'number' && b.kind === 'number') {
    const unit = commonUnit(a.unit, b.unit);
    return unit === undefined ? ANY : { kind: 'number', unit, grain: commonGrain(a.grain, b.grain), allowed: undefined };
  }
  if (a.kind === 'enum') return b.kind === 'enum' && a.vocabulary === b.vocabulary ? a : ANY;
  if (a.kind === 'list' && b.kind === 'list') return listOf(commonOfTwo(a.item, b.item));
  if (a.kind === 'record' || a.kind === 'list' || a.kind === 'range' || a.kind === 'function') return a === b ? a : ANY;
  return a.kind === b.kind ? a : ANY;
}

function unbounded(type: Type): Type {
  return 'allowed' in type ? { ...type, allowed: undefined } : type;
}

/** A plain number takes the unit of what it meets; two different units have none in common. */
function commonUnit(a: Unit, b: Unit): Unit | undefined {
  if (a.kind === 'number') return b;
  if (b.kind === 'number') return a;
  if (a.kind === 'money' && b.kind === 'money') return a.currency === b.currency ? a : undefined;
  return a.kind === b.kind ? a : undefined;
}

/** The finer of two grains, if the other is a multiple of it. */
function commonGrain(a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (isMultipleOf(a, b)) return b;
  return isMultipleOf(b, a) ? a : undefined;
}

/** A number of the same unit as the given one, with another grain. */
export function ofSameUnit(type: Type | undefined, grain: Decimal | undefined): Type {
  return type?.kind === 'number' ? { ...type, grain, allowed: undefined } : NUMBER;
}
