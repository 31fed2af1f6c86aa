import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Expression } from '../tree/expression.ts';
import { withNames } from './builtin-names.ts';
import { parse } from './parse.ts';

/** FEEL and nothing else: what a DMN file may say, its names joined by those in scope. */
function strict(text: string, names: readonly string[] = [], members: readonly string[] = []): Expression | string {
  const found: Diagnostic[] = [];
  const file = { path: 'a.dmn', text };
  const parsed = parse(text, { file, offset: 0 }, (grammar) => grammar.expression(), (each) => found.push(each), 'strict', withNames(names, members));
  return parsed ?? (found[0]?.code as string);
}

/** The names that an expression refers to, in order. */
function namesIn(expression: Expression | string): string[] {
  return [...JSON.stringify(expression).matchAll(/"kind":"name","name":"([^"]*)"/g)].map((match) => match[1] ?? '');
}

test('the longest name in scope is joined from its words', () => {
  expect(namesIn(strict('order total + order', ['order', 'order total']))).toEqual(['order total', 'order']);
  expect(namesIn(strict('order totals', ['order total', 'order totals']))).toEqual(['order totals']);
});

test('names may hold operators and keywords', () => {
  expect(namesIn(strict('profit-and-loss - 1', ['profit-and-loss']))).toEqual(['profit-and-loss']);
  expect(namesIn(strict('date and time in zone = 1', ['date and time in zone']))).toEqual(['date and time in zone']);
});

test('without such a name in scope the operator is an operator', () => {
  expect(strict('a-b')).toMatchObject({ kind: 'binary', operator: '-' });
});

test('for, some, every, function and context entries bring names of their own into scope, and take them out again', () => {
  expect(namesIn(strict('for each one in xs return each one + 1'))).toEqual(['xs', 'each one']);
  expect(namesIn(strict('some big loan in loans satisfies big loan > 1'))).toEqual(['loans', 'big loan']);
  expect(namesIn(strict('function(first part, b) first part * b'))).toEqual(['first part', 'b']);
  expect(namesIn(strict('{ sub total: 1, all: sub total + 2 }'))).toEqual(['sub total']);
  expect(strict('(for a-b in xs return 1) + a-b')).toMatchObject({ right: { kind: 'name', name: 'b' } });
});

test('words that follow one another are one name, though it is unknown', () => {
  expect(namesIn(strict('each one + order totals', ['order']))).toEqual(['each one', 'order totals']);
  expect(strict('loan.first day')).toMatchObject({ kind: 'path', name: 'first day' });
  expect(strict('a instance of number')).toMatchObject({ kind: 'instance of', value: { name: 'a' } });
});

test('declared names may hold keywords', () => {
  expect(strict('{ days in weekend: 2, both: days in weekend * 2 }')).toMatchObject({
    entries: [{ key: { name: 'days in weekend' } }, { value: { left: { kind: 'name', name: 'days in weekend' } } }],
  });
  expect(namesIn(strict('function(rate if late) rate if late + 1'))).toEqual(['rate if late']);
  expect(strict('f(rate if late: 1)')).toMatchObject({ arguments: [{ name: { name: 'rate if late' } }] });
});

test('members are names after a dot and in filters, with the keys of contexts above them', () => {
  const members = ['gain-loss'];
  expect(strict('year.gain-loss', [], members)).toMatchObject({ kind: 'path', name: 'gain-loss' });
  expect(strict('gain-loss', [], members)).toMatchObject({ kind: 'binary' });
  expect(strict('years[gain-loss > 0]', [], members)).toMatchObject({ condition: { left: { kind: 'name', name: 'gain-loss' } } });
  expect(strict('{ a-b: 1 }.a-b')).toMatchObject({ kind: 'path', name: 'a-b' });
  expect(strict('time.time offset')).toMatchObject({ kind: 'path', name: 'time offset' });
});

test('a name is spelled as it was declared, however it is spaced where it is used', () => {
  expect(namesIn(strict('debt/income+1', ['debt / income']))).toEqual(['debt / income']);
});

test('the end of an open range is no filter', () => {
  expect(strict('[1..10[')).toMatchObject({ kind: 'range', lowClosed: true, highClosed: false });
  expect(strict('[1..xs[1]]')).toMatchObject({ kind: 'range', high: { kind: 'filter' }, highClosed: true });
});

test('functions in another language', () => {
  expect(strict('function(x) external { java: { class: "java.lang.Math" } }')).toMatchObject({ kind: 'function', language: 'external' });
  expect(strict('function(external) external + 1')).toMatchObject({ kind: 'function', language: 'FEEL' });
});

test('what the policy dialect adds is off', () => {
  expect(strict('25%')).toBe('unreadable-character');
  expect(strict('2000万')).toBe('unexpected-token');
  expect(strict('2024-01-31')).toMatchObject({ kind: 'binary', operator: '-' });
  expect(strict('missing')).toMatchObject({ kind: 'name', name: 'missing' });
  expect(strict('# no comment')).toBe('unreadable-character');
});
