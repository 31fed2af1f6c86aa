import { expect, test } from 'vitest';
import type { Plain } from '../../../tests/feel-calls.ts';
import { callNamed, examples, outcome } from '../../../tests/feel-calls.ts';

const entry = (key: Plain, value: Plain): Plain => ({ key, value });

test.each(
  examples([
    ['get value', [{ key1: 'value1' }, 'key1'], '"value1"'],
    ['get value', [{ key1: null }, 'key1'], 'null'],
    ['get value', [{ key1: 'value1' }, 'key2'], 'no-such-entry'],
    ['get value', [{ a: 1 }, '__proto__'], 'no-such-entry'],
    ['get value', [{ a: 1 }, 'constructor'], 'no-such-entry'],
    ['get value', [null, 'a'], 'bad-argument'],
    ['get entries', [{ a: 'foo', b: 'bar' }], '[{key: "a", value: "foo"}, {key: "b", value: "bar"}]'],
    ['get entries', [{}], '[]'],
    ['get entries', [[1, 2]], 'bad-argument'],
    ['context', [[entry('a', 1), entry('b', 2)]], '{a: 1, b: 2}'],
    ['context', [[]], '{}'],
    ['context', [entry('a', 1)], '{a: 1}'],
    ['context', [[entry('a', null)]], '{a: null}'],
    ['context', [[entry('', 1)]], '{"": 1}'],
    ['context', [[entry('__proto__', 1)]], '{__proto__: 1}'],
    ['context', [[{ key: 'a', value: 1, ignored: 'foo' }]], '{a: 1}'],
    ['context', [[entry('a', 1), entry('a', 2)]], 'bad-argument'],
    ['context', [[{ value: 1 }]], 'bad-argument'],
    ['context', [[{ key: 'a' }]], 'bad-argument'],
    ['context', [[entry(null, 1)]], 'bad-argument'],
    ['context put', [{ x: 1 }, 'y', 2], '{x: 1, y: 2}'],
    ['context put', [{ x: 1 }, 'x', 2], '{x: 2}'],
    ['context put', [{ x: 1, y: { a: 0 } }, ['y', 'a'], 2], '{x: 1, y: {a: 2}}'],
    ['context put', [{ x: 1 }, ['y'], 2], '{x: 1, y: 2}'],
    ['context put', [{ x: 1 }, ['x', 'a'], 2], 'bad-argument'],
    ['context put', [{ x: 1 }, [], 2], 'bad-argument'],
    ['context put', [{ x: 1 }, null, 2], 'bad-argument'],
    ['context merge', [[{ x: 1 }, { y: 2 }]], '{x: 1, y: 2}'],
    ['context merge', [[{ x: 1, y: 0 }, { y: 2 }]], '{x: 1, y: 2}'],
    ['context merge', [[{ a: { aa: 1 } }, { a: { bb: 2 } }]], '{a: {bb: 2}}'],
    ['context merge', [{ a: 1 }], '{a: 1}'],
    ['context merge', [[1, 2, 3]], 'bad-argument'],
  ]),
)('$title', ({ run, expected }) => {
  expect(outcome(run)).toBe(expected);
});

test('parameters have the names of DMN', () => {
  expect(callNamed('get value', { key: 'a', m: { a: true } })).toBe(true);
  expect(outcome(() => callNamed('context put', { keys: ['a', 'b'], value: 2, context: { a: {} } }))).toBe('{a: {b: 2}}');
  expect(outcome(() => callNamed('context merge', { contexts: [{ a: 1 }] }))).toBe('{a: 1}');
});
