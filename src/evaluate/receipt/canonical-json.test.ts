import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../answer.ts';
import { canonicalJson } from './canonical-json.ts';

/** fast-check's JSON values are JSON, though it types them as unknown. */
const json = fc.jsonValue({ stringUnit: 'grapheme' }) as fc.Arbitrary<Json>;

function withNumbersAsStrings(value: Json): Json {
  if (typeof value === 'number') return String(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(withNumbersAsStrings);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withNumbersAsStrings(member)]));
}

test('agrees with the reference implementation of RFC 8785, numbers as strings', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(withNumbersAsStrings(value)));
    }),
  );
});

test('orders keys by UTF-16 units, not by code points', () => {
  expect(canonicalJson({ '\ufb01': 1, '\u{1f600}': 2, '€': 3, a: 4, '': 5 })).toBe('{"":"5","a":"4","€":"3","\u{1f600}":"2","\ufb01":"1"}');
});

test('__proto__ is a key like any other', () => {
  expect(canonicalJson(JSON.parse('{"__proto__": {"b": 1, "a": [2]}}') as Json)).toBe('{"__proto__":{"a":["2"],"b":"1"}}');
});
