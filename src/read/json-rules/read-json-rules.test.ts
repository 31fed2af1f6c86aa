import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { positionAt } from '../../diagnostics/position.ts';
import { canonicalText } from '../tree/canonical.ts';
import { readJsonRules } from './read-json-rules.ts';

function read(text: string): { readonly canonical: string; readonly problems: readonly string[] } {
  const found: Diagnostic[] = [];
  const tree = readJsonRules({ path: 'policies/late.rules.json', text }, (one) => found.push(one));
  const problems = found.map(({ code, span }) => {
    const { line, column } = span === undefined ? { line: 0, column: 0 } : positionAt(span.file, span.start);
    return `${line}:${column} ${code}`;
  });
  return { canonical: canonicalText(tree), problems };
}

const rule = (test: string): string => `[{ "name": "L1", "conditions": { "all": [${test}] }, "event": { "type": "late" } }]`;

test('JSON as any program lays it out: tabs, CRLF, escapes, exponents', () => {
  const { canonical, problems } = read('[\r\n\t{\r\n\t\t"conditions":{"all":[{"fact":"\\u5929\\u6570","operator":"in","value":[1E2,-0.0,5e-1]}]},\t"event":{"type":"late"}}\r\n]\r\n');
  expect(problems).toEqual([]);
  expect(canonical).toContain('| id | 天数 || late |\n    | R1 | 100, 0, 0.5 || true |');
});

test('the policy is called after its file', () => {
  expect(read('[]')).toEqual({ canonical: 'policy late\n', problems: [] });
});

test.each([
  ['', 'json-malformed', ''],
  ['{}', 'rule-json-shape', '{}'],
  ['3', 'rule-json-shape', '3'],
  ['[{ "name": 3 }]', 'rule-json-shape', '3 }'],
  [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'json-too-deep', `${'['.repeat(4900)}]`],
  [rule('{ "fact": "days", "operator": "equal", "value": 1, }'), 'json-malformed', '}] }, "event"'],
  [rule('{ "fact": "days", "path": "$", "operator": "equal", "value": 1 }'), 'rule-condition-unsupported', '"$"'],
  [rule('{ "fact": "days", "operator": "equal", "value": 0.1000000000000000055 }'), 'rule-value-unsupported', '0.1000000000000000055'],
])('%j gives %s at its place', (text, code, at) => {
  expect(read(text).problems).toContain(`1:${text.indexOf(at) + 1} ${code}`);
});

test('bounds become a range, other conditions on one fact one cell', () => {
  const on = (operator: string, value: unknown): string => JSON.stringify({ fact: 'days', operator, value });
  const cellOf = (...tests: readonly string[]): string | undefined => /\| L1 \| (.*) \|\|/.exec(read(rule(tests.join(', '))).canonical)?.[1];
  expect(cellOf(on('greaterThanInclusive', 1), on('lessThanInclusive', 7))).toBe('1..7');
  expect(cellOf(on('lessThan', 7), on('greaterThan', 1))).toBe('(1..7)');
  expect(cellOf(on('greaterThan', 1), on('notEqual', 5))).toBe('not(<= 1, 5)');
  expect(cellOf(on('notIn', [1, 2]))).toBe('not(1, 2)');
  expect(cellOf(`{ "any": [${on('lessThan', 1)}, { "all": [${on('greaterThan', 7)}, ${on('lessThan', 9)}] }] }`)).toBe('< 1, (7..9)');
});

test('names that JavaScript objects have of themselves are names like any other', () => {
  const policy = { policy: 'odd', statements: [{ input: 'toString', type: 'number' }, { decision: 'constructor', type: 'number', table: { inputs: ['toString'], outputs: ['valueOf'] } }] };
  const facts = [{ column: 'toString', fact: 'toString', kind: 'number' }];
  const rules = [{ name: 'constructor.__proto__', conditions: { all: [{ fact: 'toString', operator: 'equal', value: 1 }] }, event: { type: 'constructor', params: { value: 2 } } }];
  const complete = JSON.stringify({ plumbline: { policy, facts, outputs: { constructor: [{ output: 'valueOf', kind: 'number' }] } }, rules });
  expect(read(complete)).toEqual({ canonical: expect.stringContaining('| __proto__ | 1 || 2 |') as unknown, problems: [] });
  expect(read(JSON.stringify({ plumbline: { policy, facts, outputs: {} }, rules })).problems).toEqual([expect.stringContaining('rule-json-shape')]);
});
