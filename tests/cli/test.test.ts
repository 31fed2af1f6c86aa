import { expect, test } from 'vitest';
import { lending } from '../service/lending-policy.ts';
import { workplace } from './plumbline.ts';

const wrong = `policy wrong
input days_past_due : days >= 0
decision late : boolean
  table unique
    | id | days_past_due || late  |
    |----|---------------||-------|
    | L1 | 0             || false |
    | L2 | > 0           || true  |
decision per_day : number = 100 / days_past_due
trigger reminder
  when late
  emit remind { days: days_past_due }

test "met" as of 2024-01-31
  given days_past_due 0
  expect late = false by late.L1
  expect per_day error
  expect reminder silent

test "not met" as of 2024-01-31
  given days_past_due 5
  expect late = false
  expect late = true by late.L1
  expect per_day no_match
  expect reminder silent
  expect reminder emits remind { days: 6 }
  expect per_day missing_facts days_past_due
`;

const unconfirmed = `policy unconfirmed
input days_past_due : days >= 0
decision late : boolean = days_past_due > 30
test "confirmed" as of 2024-01-31
  given days_past_due 31
  expect late = true
test "as it is today" as of 2024-01-31
  unconfirmed
  given days_past_due 30
  expect late = false
test "as it was" as of 2024-01-31
  unconfirmed
  given days_past_due 30
  expect late = true
`;

const terms = `policy terms
type Terms = record
  rate  : number
  steps : list of number
input age : count
input income : number optional
decision offer : Terms
  table first
    | id | age   | income  || rate | steps  |
    |----|-------|---------||------|--------|
    | O1 | <= 30 | -       || 0.06 | [1, 2] |
    | O2 | <= 40 | missing || 0.05 | [1]    |
    | O3 | > 40  | -       || 0.07 | []     |
  exception waived to O1
    when age < 18
    then { rate: 0, steps: [] }
  exception late to O3
    when age > 60
    then { rate: 1, steps: [] }

test "young" as of 2024-01-31
  given age 30
  expect offer = { rate: 0.05, steps: [1, 9, 3] } by O2, waived, late
`;

const edges = `policy edges
input days_past_due : days >= 0
decision late : boolean
  table unique
    | id | days_past_due || late  |
    |----|---------------||-------|
    | L1 | <= 30         || false |
    | L2 | > 30          || true  |
test "edges" as of 2024-01-31
  cases "days.csv"
`;

const { plumbline } = workplace({
  'edges/edges.policy': edges,
  'edges/days.csv': 'days_past_due,title,expect late,expect late by\r\n30,the last day,false,L1\r\n31,,true,L1\r\n',
  'mistaken/mistaken.policy': edges.replace('policy edges', 'policy mistaken'),
  'mistaken/days.csv': 'days_past_due,expect late\n1.5,false\n100,TRUE\n',
  'terms.policy': terms, 'unconfirmed.policy': unconfirmed, ...lending, 'wrong/wrong.policy': wrong, 'bad/bad.policy': 'policy bad\ndecision x : Y = 1\n' });

test('tests that pass are named and counted, status 0', async () => {
  expect(await plumbline(['test', 'lending.policy'])).toEqual({
    status: 0,
    error: '',
    out: 'lending  lending.policy\n  ✓ day 91\n  ✓ nothing overdue\n2 passed, 0 failed\n',
  });
});

test.each(['compiled', 'closures', 'json-rules-engine'])('a test that fails shows both sides and what fired, status 1 (%s)', async (engine) => {
  const { status, out } = await plumbline(['test', 'wrong', '--engine', engine]);
  expect(status).toBe(1);
  expect(out).toBe(`wrong  wrong/wrong.policy
  ✓ met
  ✗ not met  wrong/wrong.policy:20
      late  wrong/wrong.policy:22
        expected  false
        actual    true
        late.L2 fired: days_past_due = 5
        late.L1 did not: days_past_due = 5, its cell is \`0\`
      late  wrong/wrong.policy:23
        expected  true by late.L1
        actual    true by late.L2
        late.L2 fired: days_past_due = 5
        late.L1 did not: days_past_due = 5, its cell is \`0\`
      per_day  wrong/wrong.policy:24
        expected  no_match
        actual    20
      reminder  wrong/wrong.policy:25
        expected  silent
        actual    emits remind {"days":5}
        late.L2 fired: days_past_due = 5
      reminder  wrong/wrong.policy:26
        days: expected 6, and is 5
        late.L2 fired: days_past_due = 5
      per_day  wrong/wrong.policy:27
        expected  missing_facts days_past_due
        actual    20
1 passed, 1 failed
`);
});

test('of records and lists it shows the entries that differ; of rules and exceptions, why they did not act', async () => {
  const { out } = await plumbline(['test', 'terms.policy']);
  expect(out).toBe(`terms  terms.policy
  ✗ young  terms.policy:21
      offer  terms.policy:23
        rate: expected 0.05, and is 0.06
        steps[1]: expected 9, and is 2
        steps[2]: expected 3, and is absent
        offer.O1 fired: age = 30, income = missing
        offer.O2 did not: its cells hold, and another row goes before it
        offer.waived did not: its \`when\` is false
        offer.late did not: offer.O3 did not fire
0 passed, 1 failed
`);
  expect(JSON.parse((await plumbline(['test', 'terms.policy', '--format', 'json'])).out)).toMatchObject({
    tests: [{ failures: [{ differences: [{ path: 'rate', expected: '0.05', actual: '0.06' }, { path: 'steps[1]' }, { path: 'steps[2]', expected: '3' }], rules: [{ kind: 'fired', rule: 'offer.O1' }, {}, {}, {}] }] }],
  });
  expect((await plumbline(['test', 'terms.policy', '--lang', 'zh'])).out).toContain('rate：期望 0.05，实际为 0.06');
});

test('each record of a CSV file is a test; failures and mistakes are told at its line and column', async () => {
  expect(await plumbline(['test', 'edges'])).toEqual({
    status: 1,
    error: '',
    out: `edges  edges/edges.policy
  ✓ edges: the last day
  ✗ edges: line 3  edges/days.csv:3:1
      late  edges/days.csv:3:5
        expected  true by late.L1
        actual    true by late.L2
        late.L2 fired: days_past_due = 31
        late.L1 did not: days_past_due = 31, its cell is \`<= 30\`
1 passed, 1 failed
`,
  });
  const json: unknown = JSON.parse((await plumbline(['test', 'edges', '--format', 'json'])).out);
  expect(json).toMatchObject({ tests: [{}, { file: 'edges/days.csv', line: 3, failures: [{ file: 'edges/days.csv', line: 3, column: 5 }] }] });
  const { status, error } = await plumbline(['test', 'mistaken']);
  expect(status).toBe(1);
  expect(error).toContain('mistaken/days.csv:2:1: error[literal-off-grain]');
  expect(error).toContain('mistaken/days.csv:3:5: error[');
});

test('a test that no person has confirmed is marked, counted apart and listed', async () => {
  expect(await plumbline(['test', 'unconfirmed.policy'])).toEqual({
    status: 1,
    error: '',
    out: `unconfirmed  unconfirmed.policy
  ✓ confirmed
  ? as it is today  unconfirmed
  ✗ as it was  unconfirmed  unconfirmed.policy:11
      late  unconfirmed.policy:14
        expected  true
        actual    false
1 passed, 1 failed, 1 unconfirmed
`,
  });
  expect(JSON.parse((await plumbline(['test', 'unconfirmed.policy', '--format', 'json'])).out)).toMatchObject({
    passed: 1,
    failed: 1,
    unconfirmed: 1,
    tests: [{ confirmed: true, passed: true }, { confirmed: false, passed: true }, { confirmed: false, passed: false }],
  });
  expect((await plumbline(['check', 'unconfirmed.policy', '--list', 'unconfirmed'])).out).toBe(
    'unconfirmed.policy:7  unconfirmed test "as it is today"\nunconfirmed.policy:11  unconfirmed test "as it was"\n2 unconfirmed\n',
  );
});

test('as JSON', async () => {
  const { status, out } = await plumbline(['test', 'wrong', '--format', 'json']);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    passed: 1,
    failed: 1,
    tests: [
      { policy: 'wrong', test: 'met', line: 14, passed: true, failures: [] },
      { test: 'not met', passed: false, failures: [{ subject: 'late', line: 22, expected: 'false', actual: 'true', because: ['late.L2'] }, {}, {}, {}, {}, {}] },
    ],
    diagnostics: [],
  });
});

test('a policy with errors is a failure even if no test fails', async () => {
  const { status, error } = await plumbline(['test', 'bad']);
  expect(status).toBe(1);
  expect(error).toContain('bad/bad.policy:2:');
});
