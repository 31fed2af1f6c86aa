import { expect, test } from 'vitest';
import { closuresOf } from '../closures/engine.ts';
import { date } from '../fixtures/expressions.ts';
import { policyFrom } from '../fixtures/policy-text.ts';
import { planFor } from '../plan/plans.ts';
import type { TableRules } from './rules.ts';
import { rulesOf } from './rules.ts';

function rulesFrom(text: string): TableRules {
  const plan = planFor(policyFrom(text), date('2024-01-31'));
  const table = plan.steps.flatMap((step) => (step.kind === 'decision' && step.body?.kind === 'table' ? [step.body] : []))[0];
  if (table === undefined) throw new Error('no table');
  return rulesOf(table, closuresOf(plan).compiler);
}

const text = `policy p
type Class = one of normal, special, loss ordered, worst last
input n : number
input kind : Class
input extra : number optional
decision d : number
  table first
    | id | n           | kind          | extra     || d |
    | A  | [1..10)     | -             | -         || 1 |
    | B  | > 1 + n * 2 | normal, loss  | not(5)    || 2 |
    | C  | -           | -             | missing   || 3 |
    | Z  | otherwise   | -             | -         || 4 |
`;

test('a row is a rule, a cell a condition: constant cells first, each of a priority of its own', () => {
  const { rules, constants, operands } = rulesFrom(text);
  expect(rules).toEqual([
    {
      name: 'd.A',
      priority: 4,
      conditions: {
        all: [
          {
            priority: 1,
            all: [
              { fact: 'column 0', operator: 'present', value: true, priority: 3 },
              { fact: 'column 0', operator: '>=', value: 0, priority: 2 },
              { fact: 'column 0', operator: '<', value: 1, priority: 1 },
            ],
          },
        ],
      },
      event: { type: 'd.A', params: { row: 0 } },
    },
    {
      name: 'd.B',
      priority: 3,
      conditions: {
        all: [
          {
            priority: 3,
            any: [
              { fact: 'column 1', operator: '=', value: 2, priority: 2 },
              { fact: 'column 1', operator: '=', value: 3, priority: 1 },
            ],
          },
          {
            priority: 2,
            all: [
              { fact: 'column 2', operator: 'present', value: true, priority: 2 },
              { not: { fact: 'column 2', operator: '=', value: 4 }, priority: 1 },
            ],
          },
          { fact: 'column 0', operator: '>', value: { fact: 'operand', params: { place: 0 } }, priority: 1 },
        ],
      },
      event: { type: 'd.B', params: { row: 1 } },
    },
    { name: 'd.C', priority: 2, conditions: { all: [{ fact: 'column 2', operator: 'missing', value: true, priority: 1 }] }, event: { type: 'd.C', params: { row: 2 } } },
  ]);
  expect([constants.length, operands.map(({ column }) => column)]).toEqual([5, [0]]);
});

test('rules are plain JSON', () => {
  const { rules } = rulesFrom(text);
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
});
