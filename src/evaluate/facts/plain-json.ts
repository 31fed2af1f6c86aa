import type { ExactJson } from './exact-json.ts';
import { ExactNumber } from './exact-json.ts';

/** Data as programs hold it. A property that is undefined is absent. */
export type PlainJson = null | boolean | string | number | bigint | readonly PlainJson[] | { readonly [key: string]: PlainJson | undefined };

/**
 * Plain data as lossless JSON. Of a number, what counts is its shortest decimal spelling: 0.1 is one tenth. Throws
 * RangeError for a number that has no JSON, or that is too large for JavaScript to know its last digit.
 */
export function exactJsonOf(plain: PlainJson): ExactJson {
  if (plain === null || typeof plain === 'boolean' || typeof plain === 'string') return plain;
  if (typeof plain === 'number') return exactNumber(plain);
  if (typeof plain === 'bigint') return new ExactNumber(plain.toString());
  if (isList(plain)) return plain.map(exactJsonOf);
  const entries = Object.entries(plain).flatMap(([key, value]): [string, ExactJson][] => (value === undefined ? [] : [[key, exactJsonOf(value)]]));
  return new Map(entries);
}

function exactNumber(number: number): ExactNumber {
  if (!Number.isFinite(number)) throw new RangeError(`${number} is not a fact: JSON has no such number`);
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) throw new RangeError(`${number} may have lost digits: send it as a string or a bigint`);
  return new ExactNumber(String(number));
}

function isList(plain: Exclude<PlainJson, null>): plain is readonly PlainJson[] {
  return Array.isArray(plain);
}
