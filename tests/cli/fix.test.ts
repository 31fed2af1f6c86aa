import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workplace } from './plumbline.ts';

const text = `policy gap "示例"
input overdue_days : days >= 0
decision floor : text
  table unique
    | id | overdue_days || floor |
    |----|--------------||-------|
    | F1 | 0..90        || "a"   |
    | F2 | > 91         || "b"   |
`;

const yaml = `policy: gap_in_yaml
statements:
  - input: overdue_days
    type: "days >= 0"

  - decision: floor
    type: "text"
    table:
      hit: unique
      inputs: ["overdue_days"]
      outputs: [floor]
      rows:
        - { id: F1, overdue_days: "0..90", floor: "\\"a\\"" }
        - { id: F2, overdue_days: "> 91", floor: "\\"b\\"" }
`;

const { plumbline, path, write } = workplace({ 'rules/gap.policy': text, 'rules/gap_in_yaml.policy.yaml': yaml });
const fileText = (name: string): string => readFileSync(path(name), 'utf8');

test('--fix writes the case of each finding into its policy, in its spelling, once', async () => {
  const fixed = await plumbline(['check', 'rules', '--fix']);
  expect(fixed.status).toBe(1);
  expect(fixed.error).toContain('error[table-gap]');
  expect(fixed.error).toMatch(/example:\n {4}test ".*" as of \d{4}-\d\d-\d\d\n {6}unconfirmed\n {6}given overdue_days 91\n {6}expect floor no_match\n/);
  expect(fixed.out).toMatch(/^rules\/gap\.policy: 1 test added, to be confirmed\n {2}floor .*91\nrules\/gap_in_yaml\.policy\.yaml: 1 test added, to be confirmed\n {2}floor .*91\n$/);
  expect(fileText('rules/gap.policy').slice(text.length)).toMatch(/^\ntest ".*" as of \d{4}-\d\d-\d\d\n {2}unconfirmed\n {2}given overdue_days 91\n {2}expect floor no_match\n$/);
  expect(fileText('rules/gap_in_yaml.policy.yaml')).toMatch(/\n\n {2}- test: .*\n {4}as_of: ".*"\n {4}status: unconfirmed\n {4}given:\n {6}overdue_days: "91"\n {4}expect: "floor no_match"\n$/);
  const after = [fileText('rules/gap.policy'), fileText('rules/gap_in_yaml.policy.yaml')];
  expect((await plumbline(['check', 'rules', '--fix', '--lang', 'zh'])).out).toBe('没有可添加的测试\n');
  expect([fileText('rules/gap.policy'), fileText('rules/gap_in_yaml.policy.yaml')]).toEqual(after);
});

test('what was written can be tested, is unconfirmed, and is in standard form', async () => {
  expect(await plumbline(['test', 'rules'])).toMatchObject({ status: 0, out: expect.stringContaining('0 passed, 0 failed, 2 unconfirmed') as string });
  expect(await plumbline(['fmt', 'rules/gap.policy', '--check'])).toMatchObject({ status: 0 });
});

test('as JSON, and beside another format', async () => {
  write('other/gap.policy', text);
  const { out } = await plumbline(['check', 'other', '--fix', '--format', 'json']);
  expect(JSON.parse(out)).toMatchObject({ added: [{ file: 'other/gap.policy', titles: [expect.stringContaining('91')] }], diagnostics: [{ code: 'table-gap', test: expect.stringContaining('given overdue_days 91') as string }] });
  write('another/gap.policy', text);
  const github = await plumbline(['check', 'another', '--fix', '--format', 'github']);
  expect(github.out).toMatch(/^::error file=another\/gap\.policy,.*%0Atest ".*expect floor no_match\n$/);
  expect(github.error).toContain('another/gap.policy: 1 test added, to be confirmed');
});

test('what is accepted is left alone', async () => {
  write('accepted/gap.policy', text.replace('decision', '# plumbline: accept table-gap because day 91 is decided by hand\ndecision'));
  expect(await plumbline(['check', 'accepted', '--fix'])).toMatchObject({ status: 0, out: expect.stringMatching(/, 1 accepted\nno tests to add\n$/) as string });
});
