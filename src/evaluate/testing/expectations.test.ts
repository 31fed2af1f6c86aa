import { expect, test } from 'vitest';
import { compile } from '../../library/compile.ts';
import { runTests } from './run-tests.ts';

const law = `policy law
source Law "法" articles 1..20
input days : days >= 0
decision floor : text
  cites Law art 1
  table
    | id | days || floor || cites     |
    |----|------||-------||-----------|
    | A  | <= 9 || "low" || Law art 9 |
    | B  | > 9  || "top" || -         |
`;

const policy = `policy use
import law
input amount : number
decision upper : text = upper case(law.floor)
decision share : number = amount / law.days
decision half : number = share / 2
type Terms = record
  rate : number
  steps : list of number
decision terms : Terms = { rate: amount, steps: [1, amount, 3] }
trigger told
  when amount > 0
  emit told { amount: amount, floor: law.floor }
`;

async function failures(...clauses: readonly string[]): Promise<readonly object[]> {
  const text = `${policy}test "t" as of 2024-01-31\n${clauses.map((clause) => `  ${clause}\n`).join('')}`;
  const { policies, diagnostics } = await compile({ 'law.policy': law, 'use.policy': text });
  expect(diagnostics).toEqual([]);
  const use = policies.get('use');
  const [result] = use === undefined ? [] : await runTests(use, 'compiled');
  return (result?.failures ?? []).map(({ expected, actual, differences }) => (differences.length === 0 ? { expected, actual } : { differences }));
}

test('citations are those of what determined the value, of an imported policy under its name or its own', async () => {
  expect(await failures('given law.days 5', 'expect upper = "LOW" cites law.Law art 9, law.Law art 1', 'expect law.floor = "low" by A cites law.Law art 1')).toEqual([]);
  expect(await failures('given law.days 10', 'expect upper = "TOP" cites law.Law art 9', 'expect upper = "LOW" by law.floor.A cites law.Law art 1')).toEqual([
    { expected: 'TOP cites law.Law art 9', actual: 'TOP cites Law art 1' },
    { expected: 'LOW by law.floor.A cites law.Law art 1', actual: 'TOP by law.floor.B cites Law art 1' },
  ]);
});

test('an outcome for a reason', async () => {
  const given = ['given law.days 0', 'given amount 1'];
  expect(await failures(...given, 'expect share error "division-by-zero"', 'expect half error "depends-on"', 'expect share error')).toEqual([]);
  expect(await failures(...given, 'expect half error "division-by-zero"')).toEqual([{ expected: 'error "division-by-zero"', actual: 'error "depends-on"' }]);
  expect(await failures('given amount 1', 'expect share missing_facts "fact-missing" law.days', 'expect share missing_facts "value-missing" law.days')).toEqual([
    { expected: 'missing_facts "value-missing" law.days', actual: 'missing_facts "fact-missing" law.days' },
  ]);
});

test('records, lists and events that differ are told entry by entry', async () => {
  expect(await failures('given amount 5', 'given law.days 1', 'expect terms = { rate: 5, steps: [1, 4, 3, 4] }', 'expect told emits told { amount: 6, floor: "low" }')).toEqual([
    { differences: [{ path: 'steps[1]', expected: '4', actual: '5' }, { path: 'steps[3]', expected: '4', actual: undefined }] },
    { differences: [{ path: 'amount', expected: '6', actual: '5' }] },
  ]);
});
