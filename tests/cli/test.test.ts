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

const { plumbline } = workplace({ 'unconfirmed.policy': unconfirmed, ...lending, 'wrong/wrong.policy': wrong, 'bad/bad.policy': 'policy bad\ndecision x : Y = 1\n' });

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
        because   late.L2
      late  wrong/wrong.policy:23
        expected  true by late.L1
        actual    true by late.L2
        because   late.L2
      per_day  wrong/wrong.policy:24
        expected  no_match
        actual    20
      reminder  wrong/wrong.policy:25
        expected  silent
        actual    emits remind {"days":5}
        because   late.L2
      reminder  wrong/wrong.policy:26
        expected  emits remind {"days":6}
        actual    emits remind {"days":5}
        because   late.L2
      per_day  wrong/wrong.policy:27
        expected  missing_facts days_past_due
        actual    20
1 passed, 1 failed
`);
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
