import type { Type } from '../../model/type.ts';
import { Decimal, compareDecimals, decimalOf, roundToScale, toSafeInteger } from '../values/decimal.ts';
import { EnumMember } from '../values/enum.ts';
import { FeelFunction } from '../values/function.ts';
import type { Context, Value } from '../values/value.ts';
import type { Kind } from './declare.ts';
import { ANY, BOOLEAN, NUMBER, TEXT, listOf } from './result-types.ts';
import { isContext, isList } from './shapes.ts';

/**
 * What the parameters of FEEL's functions take. FEEL's implicit conversions happen here (DMN 1.5, clause 10.3.2.9.4): a
 * list of one item stands for the item, and an item for a list of it.
 */

/** Any value, null too. */
export const anything: Kind<Value> = { type: ANY, expected: { en: 'a value', zh: '任意值' }, take: (value) => value };

/** Any value but null. */
export const something: Kind<Value> = { type: ANY, expected: { en: 'a value other than null', zh: '非 null 的值' }, take: (value) => value ?? undefined };

export const text: Kind<string> = {
  type: TEXT,
  expected: { en: 'a text', zh: '文本' },
  take: single((value) => (typeof value === 'string' ? value : undefined)),
};

export const flag: Kind<boolean> = {
  type: BOOLEAN,
  expected: { en: 'true or false', zh: 'true 或 false' },
  take: single((value) => (typeof value === 'boolean' ? value : undefined)),
};

export const number: Kind<Decimal> = {
  type: NUMBER,
  expected: { en: 'a number', zh: '数' },
  take: single((value) => (value instanceof Decimal ? value : undefined)),
};

/** A number of which FEEL takes the whole part, as `substring("foobar", 3, 3.8)` does. */
export const wholePart: Kind<number> = {
  type: NUMBER,
  expected: { en: 'a whole number', zh: '整数' },
  take: (value) => {
    const given = number.take(value);
    return given && toSafeInteger(roundToScale(given, 0, 'down'));
  },
};

const LEAST_SCALE = decimalOf(-6111);
const MOST_SCALE = decimalOf(6176);

/** How many digits after the point to keep: decimal128's range of scales. */
export const scale: Kind<number> = {
  type: NUMBER,
  expected: { en: 'a number of digits from -6111 to 6176', zh: '-6111 到 6176 之间的小数位数' },
  take: (value) => {
    const given = number.take(value);
    if (given === undefined || compareDecimals(given, LEAST_SCALE) < 0 || compareDecimals(given, MOST_SCALE) > 0) return undefined;
    return toSafeInteger(roundToScale(given, 0, 'down'));
  },
};

export const context: Kind<Context> = {
  type: ANY,
  expected: { en: 'a context', zh: '上下文（context）' },
  take: single((value) => (isContext(value) ? value : undefined)),
};

/** A function of so many parameters. */
export function functionOf(parameters: number, result: Type): Kind<FeelFunction> {
  return {
    type: { kind: 'function', parameters: Array.from({ length: parameters }, () => ANY), result },
    expected: { en: `a function of ${parameters} parameters`, zh: `带 ${parameters} 个参数的函数` },
    take: single((value) => (value instanceof FeelFunction && value.parameters.length === parameters ? value : undefined)),
  };
}

/** A list, or one value other than null that stands for a list of it. */
export const list: Kind<readonly Value[]> = {
  type: listOf(ANY),
  expected: { en: 'a list', zh: '列表' },
  take: (value) => (value === null ? undefined : isList(value) ? value : [value]),
};

/** A list of which every item is of a kind. */
export function listOfEach<T>(item: Kind<T>, expected: Kind<T>['expected']): Kind<readonly T[]> {
  return {
    type: listOf(item.type),
    expected,
    take: (value) => {
      const items = list.take(value)?.map(item.take);
      return items?.every((taken) => taken !== undefined) === true ? items : undefined;
    },
  };
}

export const numbers: Kind<readonly Decimal[]> = listOfEach(number, { en: 'a list of numbers', zh: '由数构成的列表' });

export const member: Kind<EnumMember> = {
  type: ANY,
  expected: { en: 'a member of an ordered enum', zh: '有序枚举的成员' },
  take: single((value) => (value instanceof EnumMember && value.vocabulary.order !== undefined ? value : undefined)),
};

/** A list of one item stands for the item. */
export function single<T>(take: (value: Value) => T | undefined): (value: Value) => T | undefined {
  return (value) => take(isList(value) && value.length === 1 ? (value[0] ?? null) : value);
}
