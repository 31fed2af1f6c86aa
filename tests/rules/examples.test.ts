import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { casesIn, openFacts } from '../../src/cli/facts-file.ts';
import { exampleQuestion } from '../../src/emit/example.ts';
import { evaluate as decide } from '../../src/evaluate/evaluate.ts';
import { dateOf } from '../../src/feel/values/temporal.ts';
import { compile, evaluate } from '../../src/index.ts';
import type { Answer, PlainJson, Policy } from '../../src/index.ts';
import { createService } from '../../src/service/service.ts';

const examples = 'rules/five-level-classification/examples';
const { policies } = await compile('rules');
const classification = policies.get('loan_classification') as Policy; // undefined fails the first test

test('the example facts are those of a loan that is substandard', async () => {
  const facts = await readFile(`${examples}/loan.json`, 'utf8');
  const { outcome, decisions, triggers } = evaluate(classification, facts, { asOf: '2026-03-31' });
  expect(outcome).toBe('decided');
  expect(decisions.class).toMatchObject({ value: 'substandard', because: expect.arrayContaining(['overdue_floor.O5']) as unknown });
  expect(decisions.provision).toMatchObject({ value: '500000.00' });
  expect(triggers.non_performing).toMatchObject({ fired: true });
});

test('the example request is answered with a class, its citation and its events', async () => {
  const service = createService({ policies: () => policies, onInternalError: (error) => expect.unreachable(String(error)) });
  const payload = await readFile(`${examples}/request.json`, 'utf8');
  const reply = await service.inject({ method: 'POST', url: '/v1/policies/loan_classification/evaluate', headers: { 'content-type': 'application/json' }, payload });
  const answer = reply.json<Answer>();
  expect(reply.statusCode).toBe(200);
  expect(answer.outcome).toBe('decided');
  expect(answer.decisions.class?.cites).toContainEqual(expect.objectContaining({ citation: 'Measures2023 art 11', of: 'overdue_floor.O5', basis: 'law' }));
  expect(answer.events.map(({ event }) => event)).toEqual(['watch', 'npl']);
  await service.close();
});

test('the question that the interface description shows is about a loan of which everything is decided', () => {
  const question = exampleQuestion(classification);
  const answer = evaluate(classification, question?.facts as PlainJson, { asOf: question?.as_of ?? '' });
  expect(answer.outcome).toBe('decided');
  expect(answer.decisions.class).toMatchObject({ value: 'substandard' });
});

/** What the law says of each loan of the file on 2026-03-31, written down by hand. */
const expected: readonly (readonly [why: string, found: string, provision: string | undefined])[] = [
  ['nothing against it', 'normal', '0.00'],
  ['5 days, technical', 'normal', '0.00'],
  ['12 days', 'special_mention', '40000.00'],
  ['45 days, unsecured: the matrix', 'substandard', '75000.00'],
  ['96 days, fully secured', 'substandard', '500000.00'],
  ['271 days', 'doubtful', '1000000.00'],
  ['400 days, and 95% expected to be lost', 'loss', '2000000.00'],
  ['a renewal that meets every condition', 'normal', '0.00'],
  ['refinanced otherwise', 'special_mention', '40000.00'],
  ['12% of the claims on the debtor non-performing', 'substandard', '500000.00'],
  ['restructured, under observation', 'special_mention', '40000.00'],
  ['days past due left empty', 'missing_facts', undefined],
];

test('the loans of the example file get the classes that the law gives them', async () => {
  const asOf = dateOf(2026, 3, 31);
  const found: (readonly [string, unknown, unknown])[] = [];
  for await (const { decoded } of casesIn(classification, await openFacts(`${examples}/loans.csv`), 'csv', 'utf-8')) {
    if ('problems' in decoded || asOf === undefined) throw new Error(JSON.stringify(decoded));
    const { decisions } = decide(classification, decoded.facts, { asOf, decisions: ['class', 'provision'] });
    found.push([expected[found.length]?.[0] ?? '', decisions.class?.value ?? decisions.class?.outcome, decisions.provision?.value]);
  }
  expect(found).toEqual(expected);
});
