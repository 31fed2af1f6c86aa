import { expect, test } from 'vitest';
import { lending } from '../service/lending-policy.ts';
import { workplace } from './plumbline.ts';

const book = 'DKBH,KHJL,YQTS,manual.able_to_perform.value\n42,"Wang, Fang",91,true\n43,,,\n';
const mapping = 'column,fact,note\nDKBH,loan.id,number of the loan\nKHJL,-,the account manager\nYQTS,loan.overdue_days,days past due\n';
const { plumbline, write } = workplace({ ...lending, 'book.csv': book, 'columns.csv': mapping });

const given = ['eval', '.', '--facts', 'book.csv', '--columns', 'columns.csv', '--as-of', '2024-01-31', '--decision', 'class', '--subject-from', 'loan.id', '--format', 'json'];

test('columns carry what the mapping says, or nothing; those that it does not name are facts by their paths', async () => {
  write('book.csv', book.replace(',manual.able_to_perform.value', ',loan.reviewed'));
  const { status, out, error } = await plumbline(given);
  expect({ status, error }).toEqual({ status: 1, error: '' });
  expect(out.trimEnd().split('\n').map((line): unknown => JSON.parse(line))).toMatchObject([
    { outcome: 'decided', decisions: { class: { value: 'loss' } }, receipt: { subject: '42' } },
    { outcome: 'missing_facts', receipt: { subject: '43' } },
  ]);
});

test('a problem with a fact is told by the fact, whatever its column is called', async () => {
  write('negative.csv', 'DKBH,KHJL,YQTS\n42,,-1\n');
  const { out } = await plumbline(given.with(3, 'negative.csv'));
  expect(JSON.parse(out)).toMatchObject({ error: { line: 2, problems: [{ path: 'loan.overdue_days', code: 'fact-out-of-range' }] } });
});

test('a column that neither is a fact nor stands in the mapping is refused, as is a mapping that does not fit the file or the policy', async () => {
  write('other.csv', 'DKBH,YQTS1,YE,loan.id\n42,91,1,42\n');
  write('misspelt.csv', `${mapping}YE,loan.balanc,balance\n`);
  const { status, out, error } = await plumbline(given.with(3, 'other.csv').with(5, 'misspelt.csv'));
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(error.match(/error\[.*/g)).toEqual([
    'error[csv-mapping-unknown-column] `misspelt.csv` names column `KHJL`, which the facts do not have',
    'error[csv-mapping-unknown-column] `misspelt.csv` names column `YQTS`, which the facts do not have; did you mean `YQTS1`?',
    'error[csv-unknown-column] column 2, `YQTS1`, is not a fact that the policy knows',
    'error[csv-mapping-unknown-fact] `misspelt.csv` puts column `YE` at `loan.balanc`, which is not a fact that the policy knows; did you mean `loan.balance`?',
    'error[csv-duplicate-column] column 4 is `loan.id` a second time',
  ]);
});

test.each([
  ['', 'line 1: its first line is not'],
  ['column,facts\nDKBH,loan.id\n', 'line 1: its first line is not'],
  ['column,fact\nDKBH,loan.id\nYQTS,loan.overdue_days,days\n', 'line 3: it has fewer or more fields'],
  ['column,fact\n,loan.id\n', 'line 2: no column is named'],
  ['column,fact\nDKBH,\n', 'line 2: no fact is named'],
  ['column,fact\nDKBH,loan.id\nDKBH,-\n', 'line 3: the column stands above already'],
])('a mapping that cannot be read is refused: %j', async (text, says) => {
  write('faulty.csv', text);
  const { status, error } = await plumbline(given.with(5, 'faulty.csv'));
  expect(error).toContain('csv-mapping-malformed');
  expect(error).toContain(says);
  expect(status).toBe(2);
});

test('a mapping that is not there, and one for facts that have no columns', async () => {
  const absent = await plumbline(given.with(5, 'absent.csv'));
  expect(absent).toMatchObject({ status: 2, error: expect.stringContaining('facts-file-unreadable') as unknown });
  write('one.json', '{}');
  const misplaced = await plumbline(given.with(3, 'one.json'));
  expect(misplaced).toMatchObject({ status: 2, error: expect.stringContaining('csv-mapping-misplaced') as unknown });
});
