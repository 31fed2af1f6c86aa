import { expect, test } from 'vitest';
import { lending } from '../service/lending-policy.ts';
import { workplace } from './plumbline.ts';

const broken = `policy broken
input loan
  overdue_days : days >= 0
decision late : boolean
  = loan.overdue_day > 90
`;

const unconfirmed = `policy matrix "矩阵"
source Guide2007 "贷款风险分类指引" articles 1..20
input days_past_due : days >= 0
decision grade : text
  table unique
    | id | days_past_due || grade | basis       | note              | cites          |
    |----|---------------||-------|-------------|-------------------|----------------|
    | M1 | 0             || "A"   | law         | -                 | Guide2007 art 5 |
    | M2 | > 0           || "B"   | unconfirmed | "ask compliance"  | Guide2007 art 6 |
`;

const clean = `policy clean
input overdue_days : days >= 0
decision late : boolean = overdue_days > 90
test "day 91" as of 2024-01-31
  given overdue_days 91
  expect late = true
`;

const { plumbline } = workplace({
  'policies/lending.policy': lending['lending.policy'],
  'policies/vocabulary.policy': lending['vocabulary.policy'],
  'clean/clean.policy': clean,
  'broken.policy': broken,
  'bank/plumbline.yaml': '# the root of the policy set\n',
  'bank/shared/vocabulary.policy': lending['vocabulary.policy'],
  'bank/retail/lending.policy': lending['lending.policy'],
  'other/shared/vocabulary.policy': lending['vocabulary.policy'],
  'other/retail/lending.policy': lending['lending.policy'],
  'unconfirmed.policy': unconfirmed,
});

test('policies without errors: a line that says what was checked, status 0', async () => {
  expect(await plumbline(['check', 'clean'])).toEqual({ status: 0, error: '', out: 'checked: 1 policy, 1 decision, 1 test; no errors\n' });
});

test('a file named alone finds what it imports beside it', async () => {
  expect((await plumbline(['check', 'policies/lending.policy'])).status).toBe(0);
});

test('an error has file, line, column, code and remedy, status 1', async () => {
  const { status, error } = await plumbline(['check', 'broken.policy']);
  expect(status).toBe(1);
  expect(error).toMatch(/broken\.policy:5:\d+: error\[[a-z-]+\] .*overdue_day/);
  expect(error).toContain('did you mean');
  expect(error).toContain('1 error');
});

test('the same in Chinese', async () => {
  const { status, error } = await plumbline(['check', 'broken.policy', '--lang', 'zh']);
  expect(status).toBe(1);
  expect(error).toContain('错误[');
  expect(error).toContain('建议：');
});

test('as JSON', async () => {
  const { status, out } = await plumbline(['check', 'broken.policy', 'clean', '--format', 'json']);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    policies: [{ policy: 'clean', file: 'clean/clean.policy' }],
    accepted: [],
    diagnostics: [{ severity: 'error', file: 'broken.policy', line: 5 }],
  });
});

test('the stages on the way can be printed', async () => {
  const tree = await plumbline(['check', 'policies', '--print', 'ast']);
  expect(JSON.parse(tree.out)).toMatchObject([{ file: 'policies/lending.policy', policy: { kind: 'policy' } }, { file: 'policies/vocabulary.policy' }]);
  const model = await plumbline(['check', 'policies', '--print', 'model']);
  expect(JSON.parse(model.out)).toMatchObject([
    { policy: 'vocabulary' },
    { policy: 'lending', imports: ['vocabulary'], decisions: { class: { type: { vocabulary: 'vocabulary.Class' }, bodies: [{ columns: [{ expression: { fact: 'loan.overdue_days' } }] }] } } },
  ]);
  const plan = await plumbline(['check', 'policies', '--print', 'plan', '--as-of', '2024-01-31']);
  expect(JSON.parse(plan.out)).toMatchObject([{ policy: 'vocabulary' }, { policy: 'lending', plan: { steps: [{ decision: 'class', needs: ['loan.overdue_days'] }, {}, {}, {}, {}, {}, {}, {}] } }]);
});

test('what rests on an unconfirmed basis is listed with its place', async () => {
  const { status, out } = await plumbline(['check', 'unconfirmed.policy', '--list', 'unconfirmed']);
  expect(status).toBe(0);
  expect(out).toBe('unconfirmed.policy:9  matrix.grade.M2  Guide2007 art 6  ask compliance\n1 unconfirmed\n');
});

test.each([
  [['check', 'nowhere.policy'], 'file-unreadable'],
  [['check', '.', '--format', 'xml'], 'Allowed choices are text, json'],
  [['check'], "missing required argument 'paths'"],
  [['chekc', '.'], 'Did you mean check?'],
  [['check', '.', '--print', 'plan', '--as-of', '2024-02-30'], 'as-of-invalid'],
  [[], 'Usage: plumbline'],
])('%j is wrong usage: status 2', async (given, says) => {
  const { status, error } = await plumbline(given);
  expect(error).toContain(says);
  expect(status).toBe(2);
});

test('help and version are not errors', async () => {
  expect(await plumbline(['--version'])).toMatchObject({ status: 0, error: '' });
  expect((await plumbline(['eval', '--help'])).out).toContain('--facts');
});

test('a folder named alone finds what it imports below the folder of plumbline.yaml, and without that does not', async () => {
  expect((await plumbline(['check', 'bank/retail'])).status).toBe(0);
  expect((await plumbline(['check', 'other/retail'])).error).toContain('error[import-unknown]');
});
