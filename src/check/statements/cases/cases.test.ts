import { expect, test } from 'vitest';
import { positionAt } from '../../../diagnostics/position.ts';
import { formatTemporal } from '../../../feel/values/temporal.ts';
import { literalText } from '../../../feel/functions/feel-text.ts';
import { compile, type Compiled } from '../../../library/compile.ts';
import type { Expectation, PolicyTest } from '../../../model/policy.ts';

const policy = `policy p
type Class = one of normal, loss ordered, worst last
input loan
  days "逾期天数" : days >= 0
  name            : text optional
  class           : Class
  since           : date optional
  rates           : list of percent optional
manual lawful : boolean "?"
decision late : Class
  table
    | id | loan.days || late   |
    |----|-----------||--------|
    | L1 | <= 90     || normal |
    | L2 | > 90      || loss   |
decision per_day : number = 100 / loan.days
trigger told
  when late = loss
  emit told { class: late }
facts ordinary
  given loan { days: 5, class: normal, name: "A" }
`;

async function compiled(csv: string, ...clauses: readonly string[]): Promise<Compiled> {
  const text = `${policy}test "days" as of 2024-01-31\n  given ordinary\n  cases "days.csv"\n${clauses.map((clause) => `  ${clause}\n`).join('')}`;
  return compile({ 'rules/p.policy': text, 'rules/days.csv': csv });
}

async function testsOf(csv: string, ...clauses: readonly string[]): Promise<readonly PolicyTest[]> {
  const { policies, diagnostics } = await compiled(csv, ...clauses);
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  return policies.get('p')?.tests ?? [];
}

/** Codes with the line, column and text of each place. */
async function problems(csv: string, ...clauses: readonly string[]): Promise<readonly string[]> {
  const { diagnostics } = await compiled(csv, ...clauses);
  return diagnostics.map(({ code, span }) => {
    if (span === undefined) return code;
    const { line, column } = positionAt(span.file, span.start);
    return `${span.file.path}:${line}:${column} ${code} ${span.file.text.slice(span.start, span.end)}`;
  });
}

function given({ givens }: PolicyTest): Record<string, string> {
  return Object.fromEntries([...givens].map(([fact, value]) => [fact.path, literalText(value)]));
}

function told({ expected }: Expectation): unknown {
  return expected.kind === 'value' ? [expected.value.kind === 'constant' ? literalText(expected.value.value) : expected.value.kind, ...expected.by] : expected;
}

test('each record is a test, with what stands in the test and goes before that', async () => {
  const tests = await testsOf('title,as_of,loan.days,loan.name,loan.since,loan.rates,expect late,expect late by\nat the edge,,90,"a ""b""",2024-01-01,"[1%, 0.02]",normal,L1\n,2024-02-29,91,,,,loss,"late.L2, L2"\n');
  expect(tests.map(({ title, asOf, span, confirmed }) => [title, formatTemporal(asOf), span.file.path, positionAt(span.file, span.start).line, confirmed])).toEqual([
    ['days: at the edge', '2024-01-31', 'rules/days.csv', 2, true],
    ['days: line 3', '2024-02-29', 'rules/days.csv', 3, true],
  ]);
  expect(tests.map(given)).toEqual([
    { 'loan.days': '90', 'loan.class': 'normal', 'loan.name': '"a \\"b\\""', 'loan.since': '2024-01-01', 'loan.rates': '[0.01, 0.02]' },
    { 'loan.days': '91', 'loan.class': 'normal' },
  ]);
  expect(tests.map(({ expectations }) => expectations.map(told))).toEqual([[['normal', 'late.L1']], [['loss', 'late.L2', 'late.L2']]]);
});

test('outcomes, events and the answers of people', async () => {
  const tests = await testsOf('loan.days,manual.lawful.value,manual.lawful.who,manual.lawful.when,expect per_day,expect told,expect told emits\n0,true,Wang,2024-01-30,"error ""division-by-zero""",silent,\n,,,,missing_facts loan.days,,"told { class: loss }"\n', 'unconfirmed', 'expect late = normal');
  expect(tests.map((each) => [given(each)['manual.lawful'], each.confirmed])).toEqual([['true', false], [undefined, false]]);
  expect(tests.map(({ expectations }) => expectations.map(told))).toMatchObject([
    [['normal'], { kind: 'outcome', outcome: 'error', reason: 'division-by-zero' }, { kind: 'silent' }],
    [['normal'], { kind: 'outcome', outcome: 'missing_facts', paths: ['loan.days'] }, { kind: 'emits', event: 'told' }],
  ]);
});

test('what is wrong is told where it stands in the file, all of it', async () => {
  expect(await problems('loan.dys,expect lat,loan.days,loan.days,逾期天数,expect told by,loan\n')).toEqual([
    'rules/days.csv:1:1 cases-column-unknown loan.dys',
    'rules/days.csv:1:17 subject-unknown lat',
    'rules/days.csv:1:31 csv-duplicate-column loan.days',
    'rules/days.csv:1:41 cases-column-unknown 逾期天数',
    'rules/days.csv:1:46 expectation-misplaced expect told by',
    'rules/days.csv:1:61 cases-column-unknown loan',
    'rules/days.csv:1:1 cases-without-records loan.dys,expect lat,loan.days,loan.days,逾期天数,expect told by,loan',
  ]);
  expect(await problems('loan.days,loan.class,as_of,expect late,expect late by\n1.5,nrmal,2024-02-30,los,L9\n-1,normal,,"no_match ""whatever""",L1 L2\nx,loss,\n5,loss,,,\n')).toEqual([
    'rules/days.csv:2:22 member-unknown los',
    'rules/days.csv:2:26 rule-unknown L9',
    'rules/days.csv:2:11 date-invalid 2024-02-30',
    'rules/days.csv:2:1 literal-off-grain 1.5',
    'rules/days.csv:2:5 member-unknown nrmal',
    'rules/days.csv:3:22 reason-unknown ""whatever""',
    'rules/days.csv:3:36 rules-without-value L1 L2',
    'rules/days.csv:3:1 value-out-of-range -1',
    'rules/days.csv:4:1 csv-record-length x,loss,',
    'rules/days.csv:5:1 case-expects-nothing 5,loss,,,',
  ]);
  expect(await problems('loan.days\n1\n')).toEqual(['rules/days.csv:1:1 clause-missing loan.days']);
  expect(await problems('loan.days,expect late\n1,"normal\n')).toEqual(['rules/days.csv:2:3 csv-malformed "']);
  expect(await problems('manual.lawful.value,manual.lawful.who,expect late\ntrue,Wang,normal\n')).toEqual(['rules/days.csv:2:1 manual-answer-malformed true']);
});

test('a file that is not there, or not beside the policy, is told where it is named', async () => {
  const named = async (path: string): Promise<readonly unknown[]> => (await compile({ 'p.policy': `${policy}test "t" as of 2024-01-31\n  cases "${path}"\n` })).diagnostics.map(({ code, span }) => [code, span?.file.text.slice(span.start, span.end)]);
  expect(await named('gone.csv')).toEqual([['cases-unreadable', '"gone.csv"']]);
  expect(await named('../p.policy')).toEqual([['cases-unreadable', '"../p.policy"']]);
  expect(await named('/etc/passwd')).toEqual([['cases-unreadable', '"/etc/passwd"']]);
});

test('the content hash is that of the policy, whatever its cases are', async () => {
  const hash = async (csv: string): Promise<string | undefined> => (await compiled(csv)).policies.get('p')?.contentHash;
  expect(await hash('loan.days,expect late\n1,normal\n')).toBe(await hash('loan.days,expect late\n2,normal\n'));
});
