import { feelText } from '../feel/functions/feel-text.ts';
import { isContext, isList } from '../feel/functions/shapes.ts';
import { Decimal, fixedText, plainText, toSafeInteger } from '../feel/values/decimal.ts';
import type { Value } from '../feel/values/value.ts';
import type { Type } from '../model/type.ts';
import type { Json } from './answer.ts';

const unknown: Type = { kind: 'any' };

/**
 * A value as JSON, by its type: days, months and counts are JSON numbers, money shows the digits of its grain
 * (`"250000.00"`), every other number is a plain decimal string. Enum members are their names, dates and durations
 * their ISO text, ranges and functions, which no input takes, their FEEL text. Objects have no prototype.
 */
export function valueToJson(value: Value, type: Type): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (value instanceof Decimal) return numberToJson(value, type);
  if (isList(value)) {
    const item = type.kind === 'list' ? type.item : unknown;
    return value.map((element) => valueToJson(element, item));
  }
  if (isContext(value)) {
    const fields = type.kind === 'record' ? type.fields : undefined;
    return recordOf([...value].map(([name, field]) => [name, valueToJson(field, fields?.get(name)?.type ?? unknown)]));
  }
  return feelText(value);
}

/** An object without prototype, in which `__proto__` and its kin are keys like any other. */
export function recordOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const record = Object.create(null) as Record<string, T>; // Object.create is typed `any`
  for (const [name, entry] of entries) record[name] = entry;
  return record;
}

const nativeUnits: ReadonlySet<string> = new Set(['days', 'months', 'count']);

/** A whole number too large for every JSON reader to keep is a string whatever its type. */
function numberToJson(value: Decimal, type: Type): Json {
  if (type.kind !== 'number') return plainText(value);
  if (nativeUnits.has(type.unit.kind)) return toSafeInteger(value) ?? plainText(value);
  const digits = type.unit.kind === 'money' && type.grain !== undefined ? type.grain.scale : 0;
  return value.scale < digits ? fixedText(value, digits) : plainText(value);
}
