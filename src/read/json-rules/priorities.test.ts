import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { HitPolicy } from '../tree/statement.ts';
import { readJsonRules } from './read-json-rules.ts';

/** The rules that are said to run too early, of a table whose rows give these classes with these priorities. */
function tooEarly(hit: HitPolicy, rows: readonly (readonly [output: string, priority: number])[]): readonly unknown[] {
  const table = { hit, inputs: ['days'], outputs: ['out'] };
  const policy = { policy: 'p', statements: [{ input: 'days', type: 'number' }, { type: 'Class', one_of: ['good', 'poor', 'bad'] }, { decision: 'D', type: 'Class', table }] };
  const rules = rows.map(([value, priority], index) => ({ name: `D.R${index + 1}`, priority, conditions: { all: [] }, event: { type: 'D', params: { value } } }));
  const plumbline = { policy, facts: [{ column: 'days', fact: 'days', kind: 'number' }], outputs: { D: [{ output: 'out', kind: 'enum', ranked: ['bad', 'poor', 'good'] }] } };
  const found: Diagnostic[] = [];
  readJsonRules({ path: 'p.rules.json', text: JSON.stringify({ plumbline, rules }) }, (one) => found.push(one));
  return found.map(({ code, parameters }) => (code === 'rule-priority-differs' ? `${String(parameters['rule'])} after ${String(parameters['earlier'])}` : code));
}

test('rows in an order need falling priorities', () => {
  expect(tooEarly('first', [['good', 3], ['bad', 2], ['good', 1]])).toEqual([]);
  expect(tooEarly('first', [['good', 3], ['bad', 3], ['good', 1]])).toEqual(['D.R2 after D.R1']);
  expect(tooEarly('rule order', [['good', 1], ['bad', 2], ['good', 3]])).toEqual(['D.R2 after D.R1', 'D.R3 after D.R2']);
});

test('rows ranked by their output need those of its rank; equal ones may have any between', () => {
  expect(tooEarly('priority', [['good', 1], ['bad', 9], ['poor', 2], ['bad', 8]])).toEqual([]);
  expect(tooEarly('priority', [['good', 1], ['bad', 9], ['poor', 8], ['bad', 8]])).toEqual(['D.R3 after D.R4']);
  expect(tooEarly('output order', [['good', 5], ['poor', 4]])).toEqual(['D.R1 after D.R2']);
});

test('where no order counts, priorities are free', () => {
  expect(tooEarly('unique', [['good', 1], ['bad', 2]])).toEqual([]);
  expect(tooEarly('collect', [['good', 1], ['bad', 1]])).toEqual([]);
});
