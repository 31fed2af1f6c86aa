import { expect, test } from 'vitest';
import type { Json } from '../answer.ts';
import { differences } from './differences.ts';

function told(expected: Json, actual: Json): readonly string[] {
  return differences(expected, actual).map((each) => `${each.path}: ${JSON.stringify(each.expected) ?? 'nothing'} ${JSON.stringify(each.actual) ?? 'nothing'}`);
}

test('what is the same has none, whatever the order of its entries', () => {
  expect(told({ a: 1, b: [true, null] }, { b: [true, null], a: 1 })).toEqual([]);
});

test('records differ by their entries, however deep', () => {
  expect(told({ rate: '0.05', terms: { months: 12, kind: 'a' }, gone: 'x' }, { rate: '0.06', terms: { months: 12, kind: 'b' }, new: null })).toEqual([
    'rate: "0.05" "0.06"',
    'terms.kind: "a" "b"',
    'gone: "x" nothing',
    'new: nothing null',
  ]);
});

test('lists differ between what they begin and end with alike', () => {
  expect(told([1, 2, 3, 4], [1, 9, 3, 4])).toEqual(['[1]: 2 9']);
  expect(told([1, 2, 3], [0, 1, 2, 3])).toEqual(['[0]: nothing 0']);
  expect(told([1, 1, 1], [1, 1])).toEqual(['[2]: 1 nothing']);
  expect(told([{ id: 'a', n: 1 }, { id: 'b', n: 2 }], [{ id: 'a', n: 1 }, { id: 'b', n: 3 }])).toEqual(['[1].n: 2 3']);
});

test('values of other kinds differ as a whole', () => {
  expect(told([1], { a: 1 })).toEqual([': [1] {"a":1}']);
  expect(told(1, true)).toEqual([': 1 true']);
});
