import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Expression } from '../tree/expression.ts';
import { withNames } from './builtin-names.ts';
import { parse } from './parse.ts';

/** FEEL and nothing else: what a DMN file may say, its names joined by those in scope. */
function strict(text: string, names: readonly string[] = []): Expression | string {
  const found: Diagnostic[] = [];
  const file = { path: 'a.dmn', text };
  const parsed = parse(text, { file, offset: 0 }, (grammar) => grammar.expression(), (each) => found.push(each), 'strict', withNames(names));
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
  expect(strict('(for each one in xs return 1) + each one')).toBe('unexpected-token');
});

test('what the policy dialect adds is off', () => {
  expect(strict('25%')).toBe('unreadable-character');
  expect(strict('2000万')).toBe('unexpected-token');
  expect(strict('2024-01-31')).toMatchObject({ kind: 'binary', operator: '-' });
  expect(strict('missing')).toMatchObject({ kind: 'name', name: 'missing' });
  expect(strict('# no comment')).toBe('unreadable-character');
});
