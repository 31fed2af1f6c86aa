import { expect, test } from 'vitest';
import { messageOf } from '../diagnostics/message.ts';
import { compile } from '../library/compile.ts';
import { checkTexts } from './testing.ts';

/** One mistake gives one error, however many places rest on what it spoils. */
const sound = `policy p
import vocabulary
source Rules "办法" articles 1..9
type Grade = one of fine, poor ordered, worst last
type Debt = record
  grade  : Grade
  amount : money CNY optional
input loan
  days_past_due : days
  balance       : money CNY
  reviewed      : boolean optional
input debts : list of Debt
decision amount : money CNY
  = loan.balance * 1.5%
  round half up to 0.01
decision grade : Grade
  cites Rules art 3, vocabulary.Law art 2
  table unique in force .. 2023-12-31
    | id | loan.days_past_due || grade |
    |----|--------------------||-------|
    | A1 | -                  || fine  |
  table unique in force 2024-01-01 ..
    | id | loan.days_past_due | loan.reviewed || grade || note |
    |----|--------------------|---------------||-------||------|
    | B1 | <= 90              | -             || fine  || -    |
    | B2 | > 90               | missing       || poor  || "x"  |
    | B3 | > 90               | true, false   || poor  || -    |
  exception leniency to B2
    when loan.balance < 1000
    then fine
decision poor_debts : count
  = count(debts[item.grade = poor])
parameter rate(grade : Grade) : percent
  | id | grade || rate |
  |----|-------||------|
  | R1 | fine  || 1%   |
  | R2 | poor  || 5%   |
decision share : percent
  = rate(grade)
trigger alarm
  when grade = poor and vocabulary.strict
  emit alarm { grade: grade }
  emit report
test "leniency" as of 2024-01-31
  given loan { days_past_due: 91, balance: 10 }
  given debts [{ grade: fine }]
  given vocabulary.strict true
  expect grade = fine by grade.leniency
  expect share = 1% by rate.R1
  expect amount = 0.15
  expect alarm silent
test "alarm" as of 2024-01-31
  given loan { days_past_due: 91, balance: 5000 }
  given vocabulary.strict true
  expect grade = poor by B2
  expect alarm emits alarm { grade: Grade.poor }
  expect alarm emits report
`;
const vocabulary = 'policy vocabulary\nsource Law "法" articles 1..9\ninput strict : boolean';

test('nothing is wrong to begin with', () => {
  expect(checkTexts(vocabulary, sound).found.map((one) => messageOf(one, 'en'))).toEqual([]);
});

test.each([
  ['import vocabulary', 'imoprt vocabulary', 'unknown-statement'],
  ['import vocabulary', 'import vocabulray', 'import-unknown'],
  ['source Rules', 'soruce Rules', 'unknown-statement'],
  ['type Grade', 'tpye Grade', 'unknown-statement'],
  ['worst last', 'worst lats', 'unexpected-token'],
  ['type Debt', 'tpye Debt', 'unknown-statement'],
  ['input loan', 'inptu loan', 'unknown-statement'],
  ['money CNY optional', 'money CNY opitonal', 'unexpected-token'],
  ['boolean optional', 'boolean opitonal', 'unexpected-token'],
  ['decision amount', 'decisoin amount', 'unknown-statement'],
  ['round half', 'rownd half', 'unknown-clause'],
  ['round half up', 'round half pu', 'unexpected-token'],
  ['decision grade', 'decisoin grade', 'unknown-statement'],
  ['table unique in force .. 2023', 'talbe unique in force .. 2023', 'unknown-clause'],
  ['table unique in force 2024', 'table unqiue in force 2024', 'unexpected-token'],
  ['|| note |', '|| noet |', 'unknown-annotation-column'],
  ['exception leniency', 'exeption leniency', 'unknown-clause'],
  ['exception leniency to', 'exception leniency ot', 'unexpected-token'],
  ['parameter rate', 'paramter rate', 'unknown-statement'],
  ['trigger alarm', 'triger alarm', 'unknown-statement'],
  ['emit alarm', 'emti alarm', 'unknown-clause'],
  ['[{ grade: fine }]', '[{ graed: fine }]', 'field-unknown'],
  ['expect alarm silent', 'expect alrm silent', 'subject-unknown'],
  ['expect grade = poor by B2', 'expect gade = poor by B2', 'subject-unknown'],
])('`%s` spelled `%s` is one error', (right, wrong, code) => {
  expect(sound.split(right)).toHaveLength(2);
  const { found } = checkTexts(vocabulary, sound.replace(right, wrong));
  expect(found.map((one) => one.code), found.map((one) => messageOf(one, 'en')).join('\n')).toEqual([code]);
});

test('a policy whose own statement is misspelt is not unknown to those that import it', () => {
  const { found } = checkTexts(vocabulary.replace('policy', 'polciy'), sound);
  expect(found.map((one) => one.code)).toEqual(['unknown-statement']);
});

test('a word that is near `optional` is a member where it is one', () => {
  expect(checkTexts('policy p\ntype Kind = one of options, others\ninput kind : Kind options').found).toEqual([]);
});

test('a value on the head\'s own line is not blamed for its digits where its `round` cannot be read', () => {
  const { found } = checkTexts('policy p\ninput balance : money CNY\ndecision d : money CNY = balance * 1.5%\n  rownd half up to 0.01');
  expect(found.map(({ code }) => code)).toEqual(['unknown-clause']);
});

test('nor is one in YAML', async () => {
  const text = `policy: p
statements:
  - input: balance
    type: "money CNY"
  - decision: d
    type: "money CNY"
    value: "balance * 1.5%"
    round: "haf up to 0.01"
`;
  const { diagnostics } = await compile({ 'p.policy.yaml': text });
  expect(diagnostics.map(({ code }) => code)).toEqual(['unexpected-token']);
});
