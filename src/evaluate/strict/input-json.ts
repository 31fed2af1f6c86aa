import { parseDecimal } from '../../feel/values/decimal.ts';
import { parseDuration } from '../../feel/values/duration.ts';
import { parseDate, parseDateTime, parseTime } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import { ExactNumber, isExactList, isExactObject, type ExactJson } from '../facts/exact-json.ts';
import { ANY, type FeelType, type SimpleName } from './types.ts';

const written: Readonly<Partial<Record<SimpleName, (text: string) => Value | undefined>>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  'days and time duration': parseDuration,
  'years and months duration': parseDuration,
};

/**
 * The value that JSON stands for, given the type that a model wants: dates, times and durations are written as strings.
 * A number keeps every digit that FEEL can hold. What does not fit the type stays as it is: the model says what becomes of it.
 */
export function valueOfJson(json: ExactJson, type: FeelType): Value {
  if (type.kind === 'constrained') return valueOfJson(json, type.base);
  if (json instanceof ExactNumber) return parseDecimal(json.text) ?? null;
  if (isExactList(json)) return json.map((item) => valueOfJson(item, type.kind === 'list' ? type.item : ANY));
  if (isExactObject(json)) {
    return new Map([...json].map(([name, entry]) => [name, valueOfJson(entry, (type.kind === 'context' ? type.entries.get(name) : undefined) ?? ANY)]));
  }
  if (typeof json === 'string' && type.kind === 'simple') return written[type.name]?.(json) ?? json;
  return json;
}
