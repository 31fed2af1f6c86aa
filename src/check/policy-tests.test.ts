import { expect, test } from 'vitest';
import { literalText } from '../feel/functions/feel-text.ts';
import { parseDecimal } from '../feel/values/decimal.ts';
import type { Policy } from '../model/policy.ts';
import { checkTexts, expectProblem, expectProblemsInFiles, policyOf } from './testing.ts';

const policy = `manual confirmed : boolean "?"
decision d : Class
  table
    | id | loan.overdue_days || d               |
    |----|-------------------||-----------------|
    | R1 | <= 90             || normal          |
    | R2 | > 90              || special_mention |
  exception waived to R2
    when loan.refinanced
    then normal
parameter rate(c : Class) : percent
  | id | c      || rate |
  |----|--------||------|
  | P1 | normal || 1%   |
trigger watch
  when d >= special_mention
  emit listed { id: loan.purpose, class: d }
`;

function tested(...clauses: readonly string[]): string {
  return `${policy}test "t" as of 2024-01-31\n${clauses.map((clause) => `  ${clause}\n`).join('')}`;
}

test('givens become values of the leaf facts', () => {
  const { tests, inputs } = policyOf(
    tested(
      'given loan { overdue_days: 91, guarantee: credit, balance: 2000万, terms: { rate: 5% } }',
      'given loan.start 2024-01-01',
      'given others [{ id: "1", balance: 1.5, class: normal }]',
      'given manual.confirmed { value: true, who: "Wang", when: "2024-01-30" }',
      'expect d = special_mention by R2',
    ),
  );
  const values = new Map([...(tests[0]?.givens ?? [])].map(([fact, value]) => [fact.path, value]));
  expect([...values.keys()]).toEqual(['loan.overdue_days', 'loan.guarantee', 'loan.balance', 'loan.terms.rate', 'loan.start', 'others', 'manual.confirmed']);
  expect(values.get('loan.balance')).toEqual(parseDecimal('20000000'));
  expect(values.get('loan.terms.rate')).toEqual(parseDecimal('0.05'));
  expect([...(tests[0]?.givens.keys() ?? [])][0]).toBe(inputs.get('loan')?.facts[0]);
});

const shared = 'facts base\n  given loan { overdue_days: 1, balance: 5 }\nfacts late\n  given base\n  given loan.overdue_days 91\n';

function givenIn({ tests }: Policy): Record<string, string> {
  return Object.fromEntries([...(tests[0]?.givens ?? [])].map(([fact, value]) => [fact.path, literalText(value)]));
}

test('facts are taken over; what the test gives itself goes before, then what is taken later', () => {
  const given = (...clauses: readonly string[]): Record<string, string> => givenIn(policyOf(shared + tested(...clauses, 'expect d = normal').replace(policy, '') + policy));
  expect(given('given late')).toEqual({ 'loan.overdue_days': '91', 'loan.balance': '5' });
  expect(given('given base', 'given late')).toEqual({ 'loan.overdue_days': '91', 'loan.balance': '5' });
  expect(given('given late', 'given base')).toEqual({ 'loan.overdue_days': '1', 'loan.balance': '5' });
  expect(given('given loan { overdue_days: 7, refinanced: true }', 'given late')).toEqual({ 'loan.overdue_days': '7', 'loan.balance': '5', 'loan.refinanced': 'true' });
});

test('shared facts that cannot be taken over', () => {
  expectProblem('facts-unknown', shared + tested('given «lat»', 'expect d = normal'));
  expectProblem('facts-unknown', shared + tested('given «d»', 'expect d = normal'));
  expectProblem('given-value-missing', shared + tested('given «loan.overdue_days»', 'expect d = normal'));
  expectProblem('given-value-misplaced', shared + tested('given «late» { overdue_days: 5 }', 'expect d = normal'));
  expectProblem('facts-cycle', 'facts «a»\n  given b\nfacts b\n  given a\n  given loan.balance 5\n');
  expectProblem('declared-twice', 'facts a\n  given loan.balance 5\n  given «loan.balance» 6\n');
  expectProblem('declared-twice', 'facts «loan»\n  given loan.balance 5\n');
  expectProblem('not-a-value', `${shared}decision e : boolean\n  = «late»\n`);
  expectProblem('clause-missing', 'facts «late»\n');
  // Those that cannot be read are reported once.
  expectProblem('clause-ends-early', `facts late\n  given loan.balance 5 +«»\n${tested('given late', 'expect d = normal')}`);
});

test('facts of an imported policy, and those that it takes over from another', () => {
  const first = 'policy first\ninput n : days\nfacts five\n  given n 5\ndecision d : days = n\n';
  const second = 'policy second\nimport first\ninput m : days\nfacts both\n  given first.five\n  given m 6\n';
  const third = 'policy third\nimport first\nimport second\ndecision e : days = first.d + second.m\ntest "t" as of 2024-01-31\n  given second.both\n  given first.n 7\n  expect e = 13\n';
  const { found, policies } = checkTexts(first, second, third);
  expect(found).toEqual([]);
  expect(givenIn(policies[2] as Policy)).toEqual({ n: '7', m: '6' });
  expectProblemsInFiles(['facts-unknown'], first, 'policy p\nimport first\ndecision e : days = 1\ntest "t" as of 2024-01-31\n  given «first.fve»\n  expect e = 1\n');
});

test('givens that do not fit the inputs', () => {
  expectProblem('given-unknown', tested('given loan { «overdue»: 91 }', 'expect d = normal'));
  expectProblem('given-unknown', tested('given «laon» { overdue_days: 91 }', 'expect d = normal'));
  expectProblem('literal-off-grain', tested('given loan { overdue_days: «91.5» }', 'expect d = normal'));
  expectProblem('value-out-of-range', tested('given loan { overdue_days: «-1» }', 'expect d = normal'));
  expectProblem('type-mismatch', tested('given loan { guarantee: «"credit"» }', 'expect d = normal'));
  expectProblem('type-mismatch', tested('given loan «5»', 'expect d = normal'));
  expectProblem('not-constant', tested('given loan { overdue_days: «loan.overdue_days» }', 'expect d = normal'));
  expectProblem('missing-misplaced', tested('given loan { expected_loss: «missing» }', 'expect d = normal'));
  expectProblem('record-field-missing', tested('given others [«{ id: "1" }»]', 'expect d = normal').replace('id: "1"', 'id: "1", balance: 1'));
  expectProblem('declared-twice', tested('given loan { overdue_days: 1, «overdue_days»: 2 }', 'expect d = normal'));
  expectProblem('manual-answer-malformed', tested('given manual.confirmed «true»', 'expect d = normal'));
  expectProblem('manual-answer-malformed', tested('given manual.confirmed «{ value: true, who: "Wang", when: "yesterday" }»', 'expect d = normal'));
});

test('expectations', () => {
  const { tests } = policyOf(
    tested('expect d = special_mention by d.R2, rate.P1, waived', 'expect d missing_facts loan.overdue_days, manual.confirmed', 'expect d no_match', 'expect watch emits listed { id: "a", class: normal }', 'expect watch silent'),
  );
  expect(tests[0]?.expectations.map(({ expected }) => expected)).toMatchObject([
    { kind: 'value', value: { kind: 'constant' }, by: ['d.R2', 'rate.P1', 'd.waived'] },
    { kind: 'outcome', outcome: 'missing_facts', reason: undefined, paths: ['loan.overdue_days', 'manual.confirmed'] },
    { kind: 'outcome', outcome: 'no_match' },
    { kind: 'emits', event: 'listed', data: { kind: 'constant' } },
    { kind: 'silent' },
  ]);
});

test('expectations of reasons and citations', () => {
  const source = 'source Law "法" articles 1..9\n';
  const { tests } = policyOf(source + tested('expect d error "division-by-zero"', 'expect d missing_facts "fact-missing" loan.balance', 'expect d = normal by R1 cites Law art 3, Law'));
  expect(tests[0]?.expectations.map(({ expected }) => expected)).toMatchObject([
    { kind: 'outcome', outcome: 'error', reason: 'division-by-zero', paths: [] },
    { kind: 'outcome', outcome: 'missing_facts', reason: 'fact-missing', paths: ['loan.balance'] },
    { kind: 'value', by: ['d.R1'], cites: [{ text: 'Law art 3' }, { text: 'Law' }] },
  ]);
  expectProblem('reason-unknown', tested('expect d error «"divison-by-zero"»'));
  expectProblem('article-not-listed', source + tested('expect d = normal cites «Law art 10»'));
  expectProblem('source-unknown', source + tested('expect d = normal by R1 cites «Lw» art 1'));
});

test('expectations that cannot be', () => {
  expectProblem('subject-unknown', tested('expect «dd» = normal'));
  expectProblem('expectation-misplaced', tested('«expect watch = normal»'));
  expectProblem('expectation-misplaced', tested('«expect d silent»'));
  expectProblem('member-unknown', tested('expect d = «nrmal»'));
  expectProblem('rule-unknown', tested('expect d = normal by «R3»'));
  expectProblem('rule-unknown', tested('expect d = normal by «rate.R1»'));
  expectProblem('given-unknown', tested('expect d missing_facts «loan.overdue»'));
  expectProblem('event-unknown', tested('expect watch emits «lsted»'));
  expectProblem('field-unknown', tested('expect watch emits listed { «idd»: "a", class: normal }'));
});

test('facts, decisions and rules of an imported policy', () => {
  const base = `policy base\ninput n : days\nmanual m : boolean "?"\ndecision d : days\n  table\n    | id | n || d |\n    |----|---||---|\n    | R1 | - || 1 |\n`;
  const { found, policies } = checkTexts(base, 'policy p\nimport base\ndecision e : days\n  = base.d\ntest "t" as of 2024-01-01\n  given base.n 5\n  given base.manual.m { value: true, who: "W", when: 2024-01-01 }\n  expect e = 1 by base.d.R1\n  expect base.d = 1 by R1\n  expect e missing_facts base.n\n');
  expect(found).toEqual([]);
  expect([...(policies[1]?.tests[0]?.givens.keys() ?? [])].map(({ policy: owner, path }) => `${owner} ${path}`)).toEqual(['base n', 'base manual.m']);
  expect(policies[1]?.tests[0]?.expectations.map(({ expected }) => (expected.kind === 'value' ? expected.by : []))).toEqual([['base.d.R1'], ['base.d.R1'], []]);
  expectProblemsInFiles(['given-unknown'], base, 'policy p\nimport base\ndecision e : days\n  = base.d\ntest "t" as of 2024-01-01\n  given «n» 5\n  expect e = 1\n');
});
