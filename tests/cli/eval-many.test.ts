import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lending } from '../service/lending-policy.ts';
import { workplace } from './plumbline.ts';

const { plumbline, plumblineWithin, program, start, write, path } = workplace({
  ...lending,
  'book.csv':
    'loan.id,loan.overdue_days,loan.balance,loan.guarantee,loan.reviewed,loan.score\n' +
    'L1,0,100.10,credit,true,1.5\nL2,7,200.20,mortgage,false,\nL3,-1,x,credit,true,2\nL4,95,300.30,pledge,true,2\nL5,95,300.30,credit,true,2.25\nL6,1\n',
});

const asked = ['--as-of', '2024-01-31', '--decision', 'class', '--decision', 'doubled', '--decision', 'same_score', '--decision', 'watch'];
const ROWS = 20_000;

/** A loan whose debts elsewhere make it a thousand characters long. */
function loan(index: number): object {
  const others = Array.from({ length: 20 }, (_, each) => ({ bank: `第${each}银行`, balance: `${each}.50` }));
  return { loan: { id: `L${index}`, overdue_days: index % 400, balance: '100.10' }, others };
}

function book(format: string): string {
  const rows = Array.from({ length: ROWS }, (_, index) => JSON.stringify(loan(index)));
  if (format === 'ndjson') return rows.join('\n');
  if (format === 'json') return `[${rows.join(',\n')}]`;
  const others = (row: string): string => row.slice(row.indexOf('[{'), -1).replaceAll('"', '""');
  return `loan.id,loan.overdue_days,loan.balance,others\n${rows.map((row, index) => `L${index},${index % 400},100.10,"${others(row)}"`).join('\n')}\n`;
}

// Of a list held whole, text and facts take four times this memory.
test.each(['json', 'ndjson', 'csv'])('a file of many cases is answered in order, in memory that cannot hold it: %s', async (format) => {
  write(`many.${format}`, book(format));
  const question = ['--as-of', '2024-01-31', '--decision', 'class', '--decision', 'at_others', '--subject-from', 'loan.id', '--format', 'json'];
  const { status, error } = await plumblineWithin(64, ['eval', '.', '--facts', `many.${format}`, '--out', `answers.${format}`, ...question]);
  expect({ status, error }).toEqual({ status: 0, error: '' });
  const text = readFileSync(path(`answers.${format}`), 'utf8');
  expect([...text.matchAll(/"subject":"(L\d+)"/g)].map((match) => match[1])).toEqual(Array.from({ length: ROWS }, (_, index) => `L${index}`));
  expect(text.match(/"at_others":\{"outcome":"decided","value":"200.00"/g)).toHaveLength(ROWS);
  expect(text.match(/"class":\{"outcome":"decided","value":"normal"/g)).toHaveLength(ROWS / 400);
});

test('a summary for a program: outcomes, values, sums, events, what was refused and where', async () => {
  const { status, out, error } = await plumbline(['eval', '.', '--facts', 'book.csv', ...asked, '--summary', '--format', 'json']);
  expect({ status, error }).toEqual({ status: 1, error: '' });
  const { content_hash: hash, seconds, cases_per_second: pace, ...summary } = JSON.parse(out) as Record<string, unknown>;
  expect([hash, seconds, pace]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.any(Number), expect.any(Number)]);
  expect(summary).toEqual({
    summary_version: 1,
    policy: 'lending',
    as_of: '2024-01-31',
    cases: 6,
    answered: 3,
    refused: 3,
    outcomes: { decided: 2, missing_facts: 1 },
    decisions: {
      class: { outcomes: { decided: 3 }, values: [{ value: 'normal', cases: 1 }, { value: 'special_mention', cases: 1 }, { value: 'loss', cases: 1 }] },
      doubled: { outcomes: { decided: 3 }, numbers: { min: '200.20', max: '600.60', sum: '1201.20' } },
      same_score: { outcomes: { decided: 2, missing_facts: 1 }, numbers: { min: '1.5', max: '2.25', sum: '3.75' } },
    },
    triggers: { watch: { outcomes: { decided: 3 }, fired: 2 } },
    events: { watch: 2 },
    problems: [
      { code: 'fact-out-of-range', path: 'loan.overdue_days', cases: 1, first: { line: 4 } },
      { code: 'fact-wrong-type', path: 'loan.balance', cases: 1, first: { line: 4 } },
      { code: 'fact-not-a-member', path: 'loan.guarantee', cases: 1, first: { line: 5 } },
      { code: 'csv-record-length', path: '', cases: 1, first: { line: 7 } },
    ],
    other_problems: 0,
  });
});

test('a summary for a person, while the answers go to a file', async () => {
  const { status, out } = await plumbline(['eval', '.', '--facts', 'book.csv', ...asked, '--summary', '--out', 'answers.txt']);
  expect(status).toBe(1);
  expect(out.replace(/\d+\.\d s, [\d,]+ cases a second/, 'TIME')).toBe(`6 cases: 3 answered, 3 refused  TIME

  decided        2  66.7%
  missing_facts  1  33.3%

class  分类
  normal 正常           1  33.3%
  special_mention 关注  1  33.3%
  loss 损失             1  33.3%

doubled  两倍余额
  sum       1201.20
  least     200.20
  greatest  600.60

same_score
  sum            3.75
  least          1.5
  greatest       2.25
  missing_facts  1     33.3%

  watch 进入观察名单  fires  2  66.7%

  → watch  2

  fact-out-of-range  loan.overdue_days  1  first on line 4
  fact-wrong-type    loan.balance       1  first on line 4
  fact-not-a-member  loan.guarantee     1  first on line 5
  csv-record-length                     1  first on line 7
`);
  const answers = readFileSync(path('answers.txt'), 'utf8');
  expect(answers).toContain('line 2  decided');
  expect(answers).toContain('line 7  the facts do not fit the policy');
});

test('many different values are told apart up to a hundred; the rest are counted together', async () => {
  write('regions.csv', `vocabulary.region\n${Array.from({ length: 300 }, (_, index) => `R${index % 150}`).join('\n')}\n`);
  const summary = async (...more: readonly string[]): Promise<string> =>
    (await plumbline(['eval', '.', '--facts', 'regions.csv', '--as-of', '2024-01-31', '--decision', 'region', '--summary', ...more])).out;
  const { decisions } = JSON.parse(await summary('--format', 'json')) as { decisions: { region: { values: object[]; other_values: number } } };
  expect(decisions.region.values).toHaveLength(100);
  expect(decisions.region).toMatchObject({ outcomes: { decided: 300 }, other_values: 100 });
  expect(await summary()).toMatch(/ {2}R9 +2 +0\.7%\n {2}\(other values\) +280 +93\.3%\n/);
});

test('cases that are all decided: status 0, with a summary and with answers alike', async () => {
  const given = ['eval', '.', '--facts', '-', '--input', 'ndjson', '--as-of', '2024-01-31', '--decision', 'class', '--summary'];
  expect(await plumbline(given, '{"loan": {"overdue_days": 1}}\n')).toMatchObject({ status: 0, error: '' });
  expect(await plumbline(given, '{"loan": {"overdue_days": 1}}\n{}\n')).toMatchObject({ status: 1, error: '' });
});

test('a list that stops being JSON: the cases before are answered, then the place is named', async () => {
  write('cut.json', '[\n  {"loan": {"overdue_days": 1}},\n  {"loan": {"overdue_days": 1, "overdue_days": 2}},\n  {"loan": {overdue_days: 3}}\n]\n');
  const { status, out, error } = await plumbline(['eval', '.', '--facts', 'cut.json', '--as-of', '2024-01-31', '--decision', 'class', '--format', 'json']);
  expect(status).toBe(2);
  expect(out).toContain('"special_mention"');
  expect(out).toContain('"error":{"code":"facts-rejected","index":1,"problems":[{"path":"loan.overdue_days","code":"json-duplicate-key"');
  expect(error).toContain('cut.json:4:13: error[json-malformed]');
  expect(error).toContain('4 |   {"loan": {overdue_days: 3}}\n    |             ^');
});

test('a reader that stops reading ends the run', async () => {
  write('long.ndjson', '{"loan": {"overdue_days": 1}}\n'.repeat(ROWS));
  const child = start('eval', '.', '--facts', 'long.ndjson', '--as-of', '2024-01-31', '--format', 'json');
  const ended = once(child, 'close');
  child.stdout?.once('data', () => child.stdout?.destroy());
  let error = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (error += text));
  expect(await ended).toEqual([0, null]);
  expect(error).toBe('');
});

test('who asks through standard input has each answer before asking on', async () => {
  const child = start('eval', '.', '--facts', '-', '--input', 'ndjson', '--as-of', '2024-01-31', '--decision', 'class', '--format', 'json');
  const ended = once(child, 'close');
  for (const days of [0, 1, 91]) {
    child.stdin?.write(`{"loan": {"overdue_days": ${days}}}\n`);
    const [answer] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    expect(JSON.parse(answer.toString())).toMatchObject({ outcome: 'decided' });
  }
  child.stdin?.end();
  expect(await ended).toEqual([0, null]);
});

test.each([
  ['book.csv', 'the facts are read from it'],
  ['no/such/folder.txt', 'file-unwritable'],
])('answers cannot be written to %s: status 2', async (out, says) => {
  const before = readFileSync(path('book.csv'), 'utf8');
  const { status, error } = await plumbline(['eval', '.', '--facts', 'book.csv', ...asked, '--out', out]);
  expect(error).toContain(says);
  expect(status).toBe(2);
  expect(readFileSync(path('book.csv'), 'utf8')).toBe(before);
});

const terminal = spawnSync('script', ['--version']).status === 0;

test.skipIf(!terminal)('on a terminal a line shows how far the run has come, and is taken away (needs the program script)', () => {
  write('long.csv', `loan.overdue_days\n${'1\n'.repeat(ROWS)}`);
  const command = `${process.execPath} ${program()} eval . --facts long.csv --as-of 2024-01-31 --decision class --out answers.ndjson --format json`;
  const shown = execFileSync('script', ['-qec', command, '/dev/null'], { cwd: path('.'), encoding: 'utf8', env: { PATH: process.env['PATH'], LANG: 'C' } });
  const lines = shown.split('\r\u001b[K');
  expect(lines.at(-1)).toBe('');
  expect(lines[1]).toMatch(/^[█░]{20} +\d+% {2}[\d,]+ cases {2}[\d,]+\/s( {2}[\d:]+ left)?$/);
});
