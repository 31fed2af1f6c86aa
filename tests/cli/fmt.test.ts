import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { workplace } from './plumbline.ts';

const formatted = `policy overdue "逾期"
input days_past_due : days >= 0

# A floor by days past due.
decision late : boolean
  table unique
    | id | days_past_due || late  |
    |----|---------------||-------|
    | L1 | <= 90         || false |
    | L2 | > 90          || true  |
`;
const unformatted = formatted.replace('| <= 90         |', '|<=90|').replace(': days >= 0', '：days>=0');
const broken = 'policy broken\ndecision late : boolean\n  = days_past_due >\n';
const yaml = 'policy: in_yaml\nstatements:\n    - { decision: one, type: "number", value: "1" }\n';

const { plumbline, write, path } = workplace({});

function onDisk(name: string): string {
  return readFileSync(path(name), 'utf8');
}

beforeEach(() => {
  write('overdue.policy', unformatted);
});

test('fmt --check names what is not in standard form, leaves it, and ends with 1', async () => {
  write('policies/formatted.policy', formatted.replace('policy overdue', 'policy formatted'));
  write('policies/unformatted.policy', unformatted);
  const { status, out, error } = await plumbline(['fmt', 'policies', '--check']);
  expect({ status, out, error }).toEqual({ status: 1, out: 'policies/unformatted.policy\n2 files, 1 not in standard form\n', error: '' });
  expect(onDisk('policies/unformatted.policy')).toBe(unformatted);
});

test('fmt puts it into standard form, and then --check is content', async () => {
  expect(await plumbline(['fmt', 'overdue.policy'])).toEqual({ status: 0, out: 'overdue.policy\n1 file, 1 formatted\n', error: '' });
  expect(onDisk('overdue.policy')).toBe(formatted);
  expect(await plumbline(['fmt', 'overdue.policy', '--check'])).toEqual({ status: 0, out: '1 file, 0 not in standard form\n', error: '' });
});

test('as JSON, for programs', async () => {
  const { status, out } = await plumbline(['fmt', 'overdue.policy', '--check', '--format', 'json']);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toEqual({ files: 1, unformatted: ['overdue.policy'], diagnostics: [] });
});

test('in Chinese, for people', async () => {
  const { out } = await plumbline(['fmt', 'overdue.policy', '--check', '--lang', 'zh']);
  expect(out).toBe('overdue.policy\n1 个文件，其中 1 个不是标准格式\n');
});

test('a policy in YAML is put into the standard form of its own spelling', async () => {
  write('in_yaml.policy.yaml', yaml);
  expect((await plumbline(['fmt', 'in_yaml.policy.yaml'])).status).toBe(0);
  expect(onDisk('in_yaml.policy.yaml')).toBe('policy: in_yaml\nstatements:\n  - decision: one\n    type: "number"\n    value: "1"\n');
});

test('a file with an error stays as it is, and the error is reported', async () => {
  write('broken.policy', broken);
  const { status, out, error } = await plumbline(['fmt', 'broken.policy']);
  expect([status, out]).toEqual([1, '1 file, 0 formatted\n']);
  expect(error).toContain('broken.policy:3:');
  expect(onDisk('broken.policy')).toBe(broken);
});
