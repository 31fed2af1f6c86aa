import { Engine, type RuleProperties } from 'json-rules-engine';
import { expect, test } from 'vitest';
import { workplace } from './plumbline.ts';

const overdue = `policy overdue "逾期天数下限"
source Measures2023 "商业银行金融资产风险分类办法, Order [2023] No. 1" articles 1..48
type Class = one of normal "正常", special_mention "关注", substandard "次级" ordered, worst last
input loan
  overdue_days "逾期天数" : days >= 0
decision floor "分类下限" : Class
  cites Measures2023
  table unique
    | id | loan.overdue_days || floor           || cites               |
    |----|-------------------||-----------------||---------------------|
    | F1 | 0                 || normal          || -                   |
    | F2 | 1..90             || special_mention || Measures2023 art 10 |
    | F3 | > 90              || substandard     || Measures2023 art 11 |
`;

const dated = `policy dated
input days_past_due : days >= 0
decision grade : text
  table unique in force 2023-07-01 ..
    | id | days_past_due | in force      || grade |
    | G1 | <= 90         | -             || "A"   |
    | G2 | > 90          | .. 2023-12-31 || "B"   |
    | G3 | > 90          | 2024-01-01 .. || "C"   |
`;

const unsayable = `policy unsayable
input loan
  overdue_days : days >= 0
  grace_days   : days >= 0
  limit        : number
parameter rate(days : days) : percent
  | id | days || rate |
  | P1 | -    || 1%   |
decision late : boolean
  table unique
    | id | loan.overdue_days | loan.limit           || late  |
    | L1 | > loan.grace_days | -                    || true  |
    | L2 | -                 | > 9007199254740993   || false |
`;

const alone = `[
  {
    "name": "late",
    "conditions": { "all": [{ "fact": "loan", "path": "$.overdue_days", "operator": "greaterThan", "value": 90 }] },
    "event": { "type": "watch", "params": { "level": 2 } }
  }
]
`;

const { plumbline, write } = workplace({
  'overdue.policy': overdue,
  'dated.policy': dated,
  'unsayable.policy': unsayable,
  'alone.rules.json': alone,
  'wrong.rules.json': alone.replace('greaterThan', 'exceeds'),
});

test('a flat table becomes rules that plain json-rules-engine runs', async () => {
  const { status, error, out } = await plumbline(['convert', 'overdue.policy', '--to', 'json-rules']);
  expect([status, error]).toEqual([0, '']);
  const { rules } = JSON.parse(out) as { readonly rules: RuleProperties[] };
  const engine = new Engine();
  rules.forEach((rule) => engine.addRule(rule));
  const { events, results } = await engine.run({ loan: { overdue_days: 91 } });
  expect(events).toEqual([{ type: 'floor', params: { value: 'substandard', cites: 'Measures2023 art 11' } }]);
  expect(results.map(({ name }) => name)).toEqual(['floor.F3']);
});

test('the rules are checked, tested and evaluated like any policy, and come back as the policy they were', async () => {
  await plumbline(['convert', 'overdue.policy', '--to', 'json-rules', '--out', 'overdue.rules.json']);
  expect(await plumbline(['check', 'overdue.rules.json'])).toEqual({ status: 0, error: '', out: 'checked: 1 policy, 1 decision, 0 tests; no errors\n' });
  write('case.json', '{ "loan": { "overdue_days": 7 } }');
  const { out } = await plumbline(['eval', 'overdue.rules.json', '--facts', 'case.json', '--as-of', '2024-01-31', '--format', 'json']);
  expect(out).toContain('floor.F2');
  const back = await plumbline(['convert', 'overdue.rules.json', '--to', 'policy', '--out', 'back.policy']);
  expect(back.status).toBe(0);
  const hashes = await Promise.all(['overdue.policy', 'overdue.rules.json', 'back.policy'].map(contentHash));
  expect(new Set(hashes)).toEqual(new Set([expect.stringMatching(/^[0-9a-f]{64}$/)]));
});

test('what is dated needs a date, and gives the rows in force then', async () => {
  const undated = await plumbline(['convert', 'dated.policy', '--to', 'json-rules']);
  expect(undated.status).toBe(1);
  expect(undated.error).toMatch(/dated\.policy:4:\d+: error\[rules-cannot-say\][^]*--as-of/);
  const { status, out } = await plumbline(['convert', 'dated.policy', '--to', 'json-rules', '--as-of', '2024-01-31']);
  const { rules } = JSON.parse(out) as { readonly rules: RuleProperties[] };
  expect([status, rules.map(({ name }) => name)]).toEqual([0, ['grade.G1', 'grade.G3']]);
  expect((await plumbline(['convert', 'dated.policy', '--to', 'json-rules', '--as-of', '2024-02-30'])).error).toContain('as-of-invalid');
});

test('what rules cannot say is refused by name, each with its place', async () => {
  const { status, out, error } = await plumbline(['convert', 'unsayable.policy', '--to', 'json-rules']);
  expect([status, out]).toEqual([1, '']);
  expect(error).toMatch(/unsayable\.policy:6:11: error\[rules-cannot-say\] rule JSON cannot say `rate`/);
  const table = unsayable.replace(/^parameter[^]*?(?=decision)/m, '');
  write('table.policy', table);
  const second = await plumbline(['convert', 'table.policy', '--to', 'json-rules']);
  expect(second.error).toMatch(/table\.policy:9:\d+: error\[rules-cannot-say\] rule JSON cannot say `late\.L1`/);
  expect(second.error).toMatch(/table\.policy:10:\d+: error\[rules-number-inexact\] row `late\.L2` has the number 9007199254740993, which in double precision becomes 9007199254740992/);
});

test('single tables of a policy that does more', async () => {
  write('mixed.policy', unsayable.replace('> loan.grace_days', '> 90').replace('9007199254740993', '5000000'));
  expect((await plumbline(['convert', 'mixed.policy', '--to', 'json-rules'])).status).toBe(1);
  const { status, out } = await plumbline(['convert', 'mixed.policy', '--to', 'json-rules', '--decision', 'late']);
  const { rules } = JSON.parse(out) as { readonly rules: RuleProperties[] };
  expect([status, rules.map(({ name }) => name)]).toEqual([0, ['late.L1', 'late.L2']]);
  const unknown = await plumbline(['convert', 'mixed.policy', '--to', 'json-rules', '--decision', 'lat']);
  expect([unknown.status, unknown.error]).toEqual([1, expect.stringContaining('did you mean `late`?')]);
});

test('rules that stand alone are a policy, with types told from their values', async () => {
  expect((await plumbline(['check', 'alone.rules.json'])).status).toBe(0);
  const { out } = await plumbline(['convert', 'alone.rules.json', '--to', 'yaml']);
  expect(out).toContain('overdue_days: "number"');
  const { status, error } = await plumbline(['check', 'wrong.rules.json']);
  expect(status).toBe(1);
  expect(error).toMatch(/wrong\.rules\.json:4:\d+: error\[rule-operator-unknown\] `exceeds`/);
});

test('folders are read without rule JSON, and fmt does not touch it', async () => {
  write('folder/overdue.policy', overdue);
  write('folder/overdue.rules.json', alone);
  expect((await plumbline(['check', 'folder'])).out).toContain('1 policy');
  const { status, error } = await plumbline(['fmt', 'folder/overdue.rules.json']);
  expect([status, error]).toEqual([1, expect.stringContaining('rules-not-formatted')]);
});

async function contentHash(path: string): Promise<string | undefined> {
  const { out } = await plumbline(['check', path, '--format', 'json']);
  const { policies } = JSON.parse(out) as { readonly policies: readonly { readonly content_hash: string }[] };
  return policies[0]?.content_hash;
}
