import { expect, test } from 'vitest';
import { lending } from '../service/lending-policy.ts';
import { workplace } from './plumbline.ts';

const { plumbline, write } = workplace({
  ...lending,
  'one.json': '{"loan": {"id": "42", "overdue_days": 91, "balance": "1000000.00"}}',
  'list.json': '[{"loan": {"overdue_days": 0}}, {"loan": {"overdue_days": -1}}, {"loan": {}}]',
  'book.ndjson': '{"loan": {"overdue_days": 1}}\r\n\n{"loan": {"overdue_days": 1,}}\n{"loan": {"overdue_days": 91}}',
  'book.csv': '\ufeffloan.id,loan.overdue_days,loan.reviewed,manual.able_to_perform.value,manual.able_to_perform.who,manual.able_to_perform.when,others\r\n' +
    '"4""2",91,true,true,李明,2024-01-30,"[{""bank"": ""甲"", ""balance"": 0.1}]"\r\n43,,,,,,\r\n"44\n",1,是,,,,[\r\n45,1\r\n',
});

/** One JSON document a line. */
function documents(out: string): readonly unknown[] {
  return out.trimEnd().split('\n').map((line): unknown => JSON.parse(line));
}

test('one case, for a person: decisions with labels, values, rules, citations, events, and why not', async () => {
  const { status, out, error } = await plumbline(['eval', 'lending.policy', '--facts', 'one.json', '--as-of', '2024-01-31', '--decision', 'class', '--decision', 'watch', '--decision', 'same_score']);
  expect(error).toBe('');
  expect(out).toBe(`missing_facts
  class         loss           class.F3  Rules art 2
  分类          损失
  same_score    missing_facts
  watch         fires          class.F3  Rules art 2
  进入观察名单
  → watch {loan: 42, since: 2024-01-31, days: 91, balance: 1000000.00}  watch
  same_score: no value was sent for \`loan.score\`  lending.policy:41:10

`);
  expect(status).toBe(1);
});

test('a case that is decided: status 0', async () => {
  expect((await plumbline(['eval', '.', '--facts', 'one.json', '--as-of', 'today', '--decision', 'class'])).status).toBe(0);
});

test('every engine prints the same bytes', async () => {
  const [compiled, ...others] = await Promise.all(
    ['compiled', 'closures', 'json-rules-engine'].map((engine) => plumbline(['eval', '.', '--facts', 'list.json', '--as-of', '2024-01-31', '--explain', 'full', '--format', 'json', '--engine', engine])),
  );
  expect(compiled?.out).toContain('class.F3');
  expect(others).toEqual([compiled, compiled]);
});

test('explained in full: the rows that did not fire, each with the first cell that failed', async () => {
  const { out } = await plumbline(['eval', '.', '--facts', 'one.json', '--as-of', '2024-01-31', '--decision', 'class', '--explain', 'full']);
  expect(out).toContain('✓ class.F3');
  expect(out).toContain('✗ class.F1  loan.overdue_days is 91, not 0');
});

test('one case as JSON is the same answer as over HTTP', async () => {
  const { out } = await plumbline(['eval', '.', '--facts', 'one.json', '--as-of', '2024-01-31', '--decision', 'class', '--format', 'json', '--subject-from', 'loan.id']);
  expect(JSON.parse(out)).toMatchObject({
    outcome: 'decided',
    decisions: { class: { value: 'loss', rules: ['class.F3'] } },
    receipt: { receipt_version: 1, policy: 'lending', subject: '42', asked: ['class'] },
  });
});

test('a list of cases is answered by a list', async () => {
  const { status, out } = await plumbline(['eval', '.', '--facts', 'list.json', '--as-of', '2024-01-31', '--decision', 'class', '--format', 'json']);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject([
    { decisions: { class: { value: 'normal' } } },
    { error: { index: 1, problems: [{ path: 'loan.overdue_days', code: 'fact-out-of-range' }] } },
    { outcome: 'missing_facts' },
  ]);
});

test('NDJSON: a line that cannot be read hides no other', async () => {
  const { status, out } = await plumbline(['eval', '.', '--facts', 'book.ndjson', '--as-of', '2024-01-31', '--decision', 'class', '--format', 'json']);
  expect(status).toBe(1);
  expect(documents(out)).toMatchObject([
    { decisions: { class: { value: 'special_mention' } } },
    { error: { line: 3, problems: [{ path: 'loan.overdue_days', code: 'json-malformed' }] } },
    { decisions: { class: { value: 'loss' } } },
  ]);
});

test('CSV: empty fields are absent, lists are JSON, errors name line and column', async () => {
  const { status, out } = await plumbline(['eval', '.', '--facts', 'book.csv', '--as-of', '2024-01-31', '--format', 'json', '--decision', 'class', '--decision', 'at_others', '--decision', 'may_upgrade', '--subject-from', 'loan.id']);
  expect(status).toBe(1);
  expect(documents(out)).toMatchObject([
    { outcome: 'decided', decisions: { class: { value: 'loss' }, at_others: { value: '0.10' }, may_upgrade: { value: true } }, receipt: { subject: '4"2' } },
    { outcome: 'missing_facts', receipt: { subject: '43' } },
    { error: { line: 4, problems: [{ path: 'others', code: 'json-malformed' }] } },
    { error: { line: 6, problems: [{ code: 'csv-record-length' }] } },
  ]);
});

test('CSV for a person', async () => {
  const { out } = await plumbline(['eval', '.', '--facts', 'book.csv', '--as-of', '2024-01-31', '--decision', 'class', '--lang', 'zh']);
  expect(out).toContain('第 2 行  decided');
  expect(out).toContain('该记录有 2 个字段，而表头有 7 个');
  expect(out).toContain('已判定 2 笔，拒绝 2 笔');
});

test('a header that does not fit is refused once, with every column that is wrong', async () => {
  write('header.csv', '贷款编号,loan.overdue_day,loan.balance,loan.balance\n1,2,3,4\n5,6,7,8\n');
  const { status, error, out } = await plumbline(['eval', '.', '--facts', 'header.csv', '--as-of', '2024-01-31']);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(error).toContain('column 1, `贷款编号`, is not a fact that the policy knows; did you mean `loan.id`?');
  expect(error).toContain('column 2, `loan.overdue_day`, is not a fact that the policy knows; did you mean `loan.overdue_days`?');
  expect(error).toContain('column 4 is `loan.balance` a second time');
  expect(error).toContain('3 errors');
});

test('files from Chinese Windows: read with their encoding, refused without', async () => {
  const gb18030 = Buffer.concat([Buffer.from('loan.overdue_days,vocabulary.region\n1,'), Buffer.from([0xc9, 0xcf, 0xba, 0xa3]), Buffer.from('\n')]);
  write('gb.csv', gb18030);
  const given = ['eval', '.', '--facts', 'gb.csv', '--as-of', '2024-01-31', '--decision', 'region', '--format', 'json'];
  expect(JSON.parse((await plumbline([...given, '--encoding', 'gb18030'])).out)).toMatchObject({ decisions: { region: { value: '上海' } } });
  const refused = await plumbline(given);
  expect({ status: refused.status, out: refused.out }).toEqual({ status: 2, out: '' });
  expect(refused.error).toContain('facts-not-in-encoding');
  expect(await plumbline([...given, '--encoding', 'klingon'])).toMatchObject({ status: 2 });
});

test('facts from standard input', async () => {
  const given = ['eval', '.', '--facts', '-', '--as-of', '2024-01-31', '--decision', 'class', '--format', 'json'];
  expect(JSON.parse((await plumbline(given, '{"loan": {"overdue_days": 1}}')).out)).toMatchObject({ outcome: 'decided' });
  expect(JSON.parse((await plumbline([...given, '--input', 'csv'], 'loan.overdue_days\n1\n')).out)).toMatchObject({ outcome: 'decided' });
});

test('a file of many cases is read as a stream', async () => {
  write('many.csv', `loan.overdue_days\n${Array.from({ length: 20_000 }, (_, index) => `${index % 400}\n`).join('')}`);
  const { status, out } = await plumbline(['eval', '.', '--facts', 'many.csv', '--as-of', '2024-01-31', '--decision', 'class', '--format', 'json']);
  expect(status).toBe(0);
  const values = documents(out).map((answer) => (answer as { decisions: { class: { value: string } } }).decisions.class.value);
  expect(values).toHaveLength(20_000);
  expect(values.filter((value) => value === 'normal')).toHaveLength(50);
});

test.each([
  [['--facts', 'absent.json', '--as-of', '2024-01-31'], 'facts-file-unreadable'],
  [['--facts', 'one.json'], "required option '--as-of <date>' not specified"],
  [['--facts', 'one.json', '--as-of', '2023-02-29'], 'as-of-invalid'],
  [['--facts', 'lending.policy', '--as-of', '2024-01-31'], 'facts-format-unknown'],
  [['--facts', 'one.json', '--as-of', '2024-01-31', '--decision', 'clas'], 'did you mean `class`?'],
  [['--facts', 'one.json', '--as-of', '2024-01-31', '--policy', 'lendin'], 'did you mean `lending`?'],
  [['--facts', 'one.json', '--as-of', '2024-01-31', '--subject-from', 'loan.ids'], 'did you mean `loan.id`?'],
  [['--facts', 'broken.json', '--as-of', '2024-01-31'], 'broken.json:2:3: error[json-malformed]'],
  [['--facts', 'quote.csv', '--as-of', '2024-01-31'], 'csv-malformed'],
])('%j is wrong usage or unreadable: status 2', async (given, says) => {
  write('broken.json', '{"loan": {\n  overdue_days: 1}}');
  write('quote.csv', 'loan.id\n"1\n');
  const { status, error } = await plumbline(['eval', '.', ...given]);
  expect(error).toContain(says);
  expect(status).toBe(2);
});

test('an empty CSV file has no header', async () => {
  const { status, error } = await plumbline(['eval', '.', '--facts', '-', '--input', 'csv', '--as-of', '2024-01-31'], '');
  expect(status).toBe(1);
  expect(error).toContain('csv-no-header');
});

test('several policies: one must be named', async () => {
  write('two/a.policy', 'policy a\ndecision x : number = 1\n');
  write('two/b.policy', 'policy b\ndecision x : number = 2\n');
  const ambiguous = await plumbline(['eval', 'two', '--facts', '-', '--as-of', '2024-01-31'], '{}');
  expect(ambiguous.status).toBe(2);
  expect(ambiguous.error).toContain('policy-ambiguous');
  const named = await plumbline(['eval', 'two', '--facts', '-', '--as-of', '2024-01-31', '--policy', 'b', '--format', 'json'], '{}');
  expect(JSON.parse(named.out)).toMatchObject({ decisions: { x: { value: '2' } } });
});
