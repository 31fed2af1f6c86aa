import { isName } from '../../../grammar/names.ts';
import { escapeString } from '../../../grammar/strings.ts';
import { reservedWords } from '../../../grammar/tokens.ts';
import { isContext, isList } from '../../feel/functions/shapes.ts';
import { Decimal, decimalOf, fixedText, multiply, plainText } from '../../feel/values/decimal.ts';
import { EnumMember } from '../../feel/values/enum.ts';
import { FeelFunction } from '../../feel/values/function.ts';
import { FeelRange } from '../../feel/values/range.ts';
import { FeelDate, formatTemporal } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { NumberType, Type } from '../../model/type.ts';
import type { MemberNames } from './member-names.ts';

const unknown: Type = { kind: 'any' };

/**
 * A value of a fact as a literal of the policy dialect, which reads back to the same value: a member bare where it can
 * be, money with the digits of its grain, a share in percent. `keys` are those of a context around it that stand before.
 */
export function literal(value: Value, type: Type, members: MemberNames, keys: readonly string[] = []): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return escapeString(value);
  if (value instanceof Decimal) return type.kind === 'number' ? numberLiteral(value, type) : plainText(value);
  if (value instanceof EnumMember) return members.textOf(value, keys);
  if (value instanceof FeelRange || value instanceof FeelFunction) throw new Error('no fact is a range or a function');
  if (isList(value)) {
    const item = type.kind === 'list' ? type.item : unknown;
    return `[${value.map((each) => literal(each, item, members, keys)).join(', ')}]`;
  }
  if (isContext(value)) {
    const fields = type.kind === 'record' ? type.fields : undefined;
    const before = [...keys];
    const entries = [...value].map(([key, entry]) => {
      const text = `${keyText(key)}: ${literal(entry, fields?.get(key)?.type ?? unknown, members, before)}`;
      before.push(key);
      return text;
    });
    return contextText(entries);
  }
  return value instanceof FeelDate ? dateLiteral(value) : quotedTemporal(value);
}

/** `{ a: 1, b: 2 }`. */
export function contextText(entries: readonly string[]): string {
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

export function keyText(key: string): string {
  return isName(key) && !reservedWords.has(key) ? key : escapeString(key);
}

/** Bare, unless its year has more than four digits or is before our era. */
function dateLiteral(date: FeelDate): string {
  const text = formatTemporal(date);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : quotedTemporal(date);
}

function quotedTemporal(value: Parameters<typeof formatTemporal>[0]): string {
  return `@"${formatTemporal(value)}"`;
}

const HUNDRED = decimalOf(100);

function numberLiteral(value: Decimal, { unit, grain }: NumberType): string {
  if (unit.kind === 'percent') return `${plainText(multiply(value, HUNDRED))}%`;
  if (unit.kind === 'money' && grain !== undefined && value.scale < grain.scale) return fixedText(value, grain.scale);
  return plainText(value);
}
