import { expect, test } from 'vitest';
import { ordering } from './graph.ts';

function orderingOf(edges: Readonly<Record<string, string>>) {
  return ordering(Object.keys(edges), (node) => [...(edges[node] ?? '')]);
}

test('what is pointed at comes first, and the order given decides the rest', () => {
  expect(orderingOf({ a: 'c', b: '', c: '' })).toEqual({ order: ['c', 'a', 'b'], cycles: [] });
});

test('a circle is told once, from the node that was met first', () => {
  expect(orderingOf({ a: 'b', b: 'c', c: 'b', d: 'c' }).cycles).toEqual([['b', 'c', 'b']]);
  expect(orderingOf({ a: 'a' }).cycles).toEqual([['a', 'a']]);
});

test('a chain of a hundred thousand does not overflow the stack', () => {
  const { order } = ordering([0], (node) => (node < 100_000 ? [node + 1] : []));
  expect(order).toHaveLength(100_001);
  expect(order[0]).toBe(100_000);
});
