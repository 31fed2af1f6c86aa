import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compile, evaluate } from '../../src/index.ts';
import type { Policy } from '../../src/index.ts';

const { policies } = await compile('rules');
const assessment = policies.get('risk_assessment') as Policy; // undefined fails every test below

test('the example enterprise is of very high risk, and what drove that comes first', async () => {
  const facts = await readFile('rules/risk-assessment/examples/enterprise.json', 'utf8');
  const { outcome, decisions, events } = evaluate(assessment, facts, { asOf: '2026-03-31' });
  expect(outcome).toBe('decided');
  // 80 x 40% + 80 x 20% + 30 x 20% + 70 x 20%
  expect(decisions).toMatchObject({ overall_score: { value: '68' }, grade: { value: 'very_high' } });
  expect(events.map(({ event }) => event)).toEqual(['high_risk']);
  const contributions = (decisions.drivers?.value as readonly { readonly contribution: string }[]).map(({ contribution }) => Number(contribution));
  expect(contributions).toEqual([12, 12, 10, 8, 8, 6, 6, 6]);
});
