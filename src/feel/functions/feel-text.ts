import { Decimal, plainText } from '../values/decimal.ts';
import { EnumMember } from '../values/enum.ts';
import { FeelFunction } from '../values/function.ts';
import { FeelRange } from '../values/range.ts';
import { formatTemporal } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';
import { isContext, isList } from './shapes.ts';

/** A value as FEEL's `string` writes it: a text bare, but in quotes inside a list or context. */
export function feelText(value: Value): string {
  return typeof value === 'string' ? value : literalText(value);
}

const LONGEST_SHOWN = 60;

/** A value for a message: a text in quotes, anything cut after 60 characters. */
export function shown(value: Value): string {
  const text = literalText(beginning(value, { left: LONGEST_SHOWN }));
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}

/** As much of a value as can be seen in a message: each part of it takes a character at least. */
function beginning(value: Value, room: { left: number }): Value {
  room.left -= 1;
  if (typeof value === 'string') return value.slice(0, LONGEST_SHOWN);
  if (isList(value)) return value.slice(0, Math.max(0, room.left)).map((item) => (room.left > 0 ? beginning(item, room) : null));
  if (isContext(value)) return new Map([...value].slice(0, Math.max(0, room.left)).map(([key, entry]) => [key, room.left > 0 ? beginning(entry, room) : null]));
  return value;
}

/** A value as a literal would be written: a text in quotes. */
export function literalText(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Decimal) return plainText(value);
  if (value instanceof EnumMember) return value.name;
  if (value instanceof FeelRange) return rangeText(value);
  if (value instanceof FeelFunction) return `function(${value.parameters.join(', ')})`;
  if (isList(value)) return `[${value.map(literalText).join(', ')}]`;
  if (isContext(value)) return `{${[...value].map(([key, entry]) => `${PLAIN_NAME.test(key) ? key : quoted(key)}: ${literalText(entry)}`).join(', ')}}`;
  return formatTemporal(value);
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** An end that is open for ever is left out. */
function rangeText({ low, high, lowClosed, highClosed, comparison }: FeelRange): string {
  if (comparison !== undefined) return `(${comparison} ${shown(low)})`;
  const from = low === null ? '' : literalText(low);
  const to = high === null ? '' : literalText(high);
  return `${lowClosed ? '[' : '('}${from}..${to}${highClosed ? ']' : ')'}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`;
}
