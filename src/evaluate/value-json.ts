import { Decimal, plainText, toSafeInteger } from '../feel/values/decimal.ts';
import { EnumMember } from '../feel/values/enum.ts';
import { FeelFunction } from '../feel/values/function.ts';
import { FeelRange } from '../feel/values/range.ts';
import { formatTemporal } from '../feel/values/temporal.ts';
import type { Value } from '../feel/values/value.ts';
import type { Type } from '../model/type.ts';
import type { Json } from './answer.ts';
import { isContext, isList } from './value-text.ts';

const unknown: Type = { kind: 'any' };

/**
 * A value as JSON, by its type: days, months and counts are JSON numbers, every other number is a plain decimal string,
 * an enum member is its name, dates and durations are their ISO text. A range is `{"low", "high", "low_closed",
 * "high_closed"}`, and a function, which has no JSON, is null.
 */
export function valueToJson(value: Value, type: Type): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (value instanceof Decimal) return numberToJson(value, type);
  if (value instanceof EnumMember) return value.name;
  if (isList(value)) {
    const item = type.kind === 'list' ? type.item : unknown;
    return value.map((element) => valueToJson(element, item));
  }
  if (isContext(value)) {
    const fields = type.kind === 'record' ? type.fields : undefined;
    return Object.fromEntries([...value].map(([name, field]) => [name, valueToJson(field, fields?.get(name)?.type ?? unknown)]));
  }
  if (value instanceof FeelRange) {
    const item = type.kind === 'range' ? type.item : unknown;
    const { low, high, lowClosed, highClosed } = value;
    return { low: valueToJson(low, item), high: valueToJson(high, item), low_closed: lowClosed, high_closed: highClosed };
  }
  return value instanceof FeelFunction ? null : formatTemporal(value);
}

const nativeUnits: ReadonlySet<string> = new Set(['days', 'months', 'count']);

/** One too large for every JSON reader to keep is a string whatever its type. */
function numberToJson(value: Decimal, type: Type): Json {
  const native = type.kind === 'number' && nativeUnits.has(type.unit.kind) ? toSafeInteger(value) : undefined;
  return native ?? plainText(value);
}
