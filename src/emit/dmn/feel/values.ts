import { isName } from '../../../../grammar/names.ts';
import { escapeString } from '../../../../grammar/strings.ts';
import { reservedWords } from '../../../../grammar/tokens.ts';
import { isContext, isList } from '../../../feel/functions/shapes.ts';
import { Decimal, plainText } from '../../../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration } from '../../../feel/values/duration.ts';
import { EnumMember } from '../../../feel/values/enum.ts';
import { FeelFunction } from '../../../feel/values/function.ts';
import { FeelRange } from '../../../feel/values/range.ts';
import { FeelDate, FeelDateTime, formatTemporal } from '../../../feel/values/temporal.ts';
import type { Value } from '../../../feel/values/value.ts';
import { UNWRITABLE } from '../xml.ts';
import { closed, SUM, type Feel } from './pieces.ts';

/** A value as the literal that FEEL has for it: an enum's member is its name as a string. */
export function valueText(value: Value): Feel {
  if (value === null || typeof value === 'boolean') return closed(String(value));
  if (typeof value === 'string') return stringText(value);
  if (value instanceof Decimal) return { text: plainText(value), binds: value.coefficient < 0 ? SUM : closed('').binds };
  if (value instanceof EnumMember) return stringText(value.name);
  if (value instanceof FeelRange) return rangeOf(value);
  if (value instanceof FeelFunction) throw new Error('the checker makes no constants of functions');
  if (isList(value)) return closed(`[${value.map((item) => valueText(item).text).join(', ')}]`);
  if (isContext(value)) return closed(`{${[...value].map(([key, entry]) => `${keyText(key)}: ${valueText(entry).text}`).join(', ')}}`);
  return closed(`${constructorOf(value)}("${formatTemporal(value)}")`);
}

export function stringText(text: string): Feel {
  // Characters that XML cannot hold have an escape in FEEL.
  const written = escapeString(text).replace(UNWRITABLE, (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  return closed(written);
}

export function dateText(date: FeelDate): string {
  return valueText(date).text;
}

/** The key of an entry of a context. */
export function keyText(key: string): string {
  return isName(key) && !reservedWords.has(key) ? key : stringText(key).text;
}

function constructorOf(value: Value): string {
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date and time';
  return value instanceof DaysDuration || value instanceof MonthsDuration ? 'duration' : 'time';
}

function rangeOf({ low, high, lowClosed, highClosed, comparison }: FeelRange): Feel {
  return rangeText(low === null ? undefined : valueText(low), high === null ? undefined : valueText(high), lowClosed, highClosed, comparison);
}

/** `[low..high)`; where an end is open for ever, `(>= low)`. */
export function rangeText(low: Feel | undefined, high: Feel | undefined, lowClosed: boolean, highClosed: boolean, comparison?: '=' | '!='): Feel {
  if (comparison !== undefined) return closed(`(${comparison} ${low?.text ?? 'null'})`);
  if (low === undefined || high === undefined) return closed(`(${boundText(low, high, lowClosed, highClosed)})`);
  return closed(`${lowClosed ? '[' : '('}${low.text}..${high.text}${highClosed ? ']' : ')'}`);
}

/** `>= low` or `<= high`, of a range of which one end is open for ever. */
export function boundText(low: Feel | undefined, high: Feel | undefined, lowClosed: boolean, highClosed: boolean): string {
  if (low !== undefined) return `${lowClosed ? '>=' : '>'} ${low.text}`;
  return `${highClosed ? '<=' : '<'} ${high?.text ?? 'null'}`;
}
