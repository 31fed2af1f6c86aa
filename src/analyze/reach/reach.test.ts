import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTo, policyFrom } from '../../evaluate/fixtures/policy-text.ts';
import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Policy, Trigger } from '../../model/policy.ts';
import { seenText } from '../../evaluate/run/seen.ts';
import type { Reached } from './question.ts';
import { reach } from './reach.ts';

const head = `policy sample
type Class = one of normal, special_mention, substandard, doubtful, loss  ordered, worst last
type Guarantee = one of credit, guaranteed, mortgage, pledge
input loan
  overdue_days : days >= 0
  technical    : boolean
  guarantee    : Guarantee
  id           : text
  balance      : money CNY >= 0
  limit        : money CNY >= 0
  value        : money CNY >= 0 optional
  granted_on   : date
input debts : list of money CNY
decision floor : Class
  table unique
    | id | loan.overdue_days | loan.technical || floor           |
    | F1 | 0                 | -              || normal          |
    | F2 | 1..7              | true           || normal          |
    | F3 | 1..7              | false          || special_mention |
    | F4 | 8..90             | -              || special_mention |
    | F5 | > 90              | -              || substandard     |
function rate(class : Class) : percent
  table unique
    | id | class              || rate |
    | R1 | <= special_mention || 2%   |
    | R2 | substandard        || 25%  |
    | R3 | > substandard      || 100% |
decision provision : money CNY
  = loan.balance * rate(floor)
  round half up to 0.01
`;

/** Whether the condition can hold: it stands in a trigger, and the question is for its \`when\`. */
function reached(condition: string, more = ''): Reached {
  const policy = policyFrom(`${head}${more}\ntrigger asked\n  when ${condition}\n  emit asked`);
  const trigger = policy.triggers.get('asked') as Trigger;
  return reach({
    policy,
    subject: trigger,
    demands: [{ expression: trigger.when, within: [{ kind: 'value', value: true }] }],
    during: { from: undefined, to: undefined },
  });
}

function text(answer: Reached): string {
  if (answer.kind !== 'reached') return answer.kind;
  const facts = [...answer.case.facts].map(([fact, value]) => `${fact.path} = ${seenText(value)}`);
  return facts.join(', ');
}

describe('finds a case', () => {
  test.each([
    ['loan.overdue_days > 90', 'loan.overdue_days = 100'],
    ['loan.overdue_days > 7 and loan.overdue_days < 9', 'loan.overdue_days = 8'],
    ['not(loan.technical) and loan.guarantee in (mortgage, pledge)', 'loan.technical = false, loan.guarantee = mortgage'],
    ['if loan.value = missing then loan.balance > 5 else loan.value > 10', 'loan.value = missing, loan.balance = 100'],
    ['loan.value != missing', 'loan.value = 100.00'],
    ['floor = special_mention and loan.overdue_days < 8', 'loan.overdue_days = 1'],
    ['provision > 200', ''],
    ['provision = 123.45', ''],
    ['loan.balance / 3 > 1000 and loan.balance < 3001', ''],
    ['loan.granted_on + @"P6M" <= as_of and loan.granted_on > 2020-01-01', ''],
    ['some d in debts satisfies d > 500', ''],
    ['sum(debts) > 500 and count(debts) = 2', ''],
    ['worst(floor, Class.special_mention) = substandard', ''],
    ['loan.balance > loan.limit', ''],
    ['floor >= substandard and rate(floor) = 25%', ''],
    ['(if loan.technical then 1 else 2) * 3 = 6', ''],
    ['as_of >= 2030-02-01 and as_of < 2030-02-03', ''],
  ])('%s', (condition) => {
    const answer = reached(condition);
    expect(text(answer)).not.toBe('unknown');
    expect(answer.kind).toBe('reached');
  });
});

describe('proves that there is none', () => {
  test.each([
    'loan.overdue_days > 90 and loan.overdue_days < 91',
    'floor = loss',
    'floor = normal and loan.overdue_days > 7',
    'floor = special_mention and loan.technical and loan.overdue_days < 8',
    'rate(floor) = 100%',
    'worst(floor, Class.substandard) < substandard',
    'loan.balance * 2 > 100 and loan.balance < 50',
    'loan.balance < 0',
    'loan.technical and not(loan.technical)',
    'loan.balance > loan.limit and loan.balance < loan.limit',
  ])('%s', (condition) => expect(text(reached(condition))).toBe('impossible'));
});

test('says where it could not see through', () => {
  const answer = reached('substring(loan.id, 1, 1) = "long"');
  expect(answer.kind).toBe('unknown');
  expect(answer.kind === 'unknown' && answer.at.file.text.slice(answer.at.start, answer.at.end)).toBe('substring(loan.id, 1, 1)');
});

test('asks within a function, for the calls that are made of it', () => {
  const policy: Policy = policyFrom(head);
  const provision = policy.decisions.get('provision');
  const rate = policy.functions.get('rate');
  const [body] = rate?.bodies ?? [];
  const column = body?.kind === 'table' ? body.columns[0]?.expression : undefined;
  if (provision === undefined || rate === undefined || column?.type.kind !== 'enum') throw new Error('the policy has them');
  const of = (name: string): Reached => {
    const value = column.type.kind === 'enum' ? column.type.vocabulary.members.find((member) => member.name === name) : undefined;
    return reach({ policy, subject: provision, within: rate, demands: [{ expression: column, within: value === undefined ? [] : [{ kind: 'value', value }] }], during: { from: undefined, to: undefined } });
  };
  expect(of('substandard').kind).toBe('reached');
  expect(of('doubtful').kind).toBe('impossible');
});

test('takes the date from what is in force', () => {
  const dated = `decision dated : boolean
  table unique
    | id | loan.technical || dated | in force                 |
    | D1 | -              || true  | 2020-01-01 .. 2020-12-31 |
    | D2 | -              || false | 2021-01-01 ..            |`;
  const answer = reached('dated', dated);
  expect(answer.kind === 'reached' && formatTemporal(answer.case.asOf)).toBe('2020-01-01');
});

const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const amount = fc.constantFrom('0', '1', '7', '50', '91', '100');
const atoms = fc.oneof(
  fc.tuple(fc.constantFrom('loan.overdue_days', 'loan.balance', 'loan.limit', 'provision', 'loan.balance - loan.limit', 'loan.balance * 2', 'loan.balance / 3', 'loan.balance * rate(floor)', '(if loan.technical then 1 else loan.overdue_days)', 'sum(debts)', 'count(debts)', 'abs(loan.balance - 50)', 'max(loan.balance, loan.limit)'), comparison, amount).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('loan.balance', 'loan.balance + 1', 'provision'), comparison, fc.constantFrom('loan.limit', 'loan.limit * 2', 'loan.limit - loan.balance')).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('floor', 'worst(floor, Class.special_mention)', 'best(floor, Class.substandard)'), comparison, fc.constantFrom('Class.normal', 'Class.special_mention', 'Class.substandard', 'Class.loss')).map((parts) => parts.join(' ')),
  fc.constantFrom('loan.technical', 'loan.value = missing', 'loan.guarantee in (mortgage, pledge)', 'loan.guarantee = credit', 'loan.overdue_days in (1..7, > 90)', 'some d in debts satisfies d > 50', 'every e in debts satisfies e > 50', 'count(debts[item > 50]) > 0', 'not(loan.overdue_days between 8 and 90)'),
);
const conditions: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof({ depthSize: 'small', withCrossShrink: true }, atoms, fc.tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition')).map(([a, operator, b]) => `(${a} ${operator} ${b})`), tie('condition').map((a) => `not(${a})`)),
})).condition;

const numbers = fc.constantFrom(0, 1, 7, 8, 50, 51, 90, 91, 100, 1000);
const cases = fc.record({
  overdue_days: numbers,
  technical: fc.boolean(),
  guarantee: fc.constantFrom('credit', 'mortgage'),
  balance: numbers,
  limit: numbers,
  value: fc.option(numbers, { nil: undefined }),
  debts: fc.array(numbers, { maxLength: 2 }),
});

test('never calls impossible what a case shows to be possible', () => {
  let proved = 0;
  let found = 0;
  fc.assert(
    fc.property(conditions, fc.noShrink(fc.array(cases, { minLength: 60, maxLength: 60 })), (condition, samples) => {
      fc.pre(condition.split('satisfies').length < 3);
      const answer = reached(condition);
      if (answer.kind === 'reached') found += 1;
      if (answer.kind !== 'impossible') return;
      proved += 1;
      const policy = policyFrom(`${head}\ntrigger asked\n  when ${condition}\n  emit asked`);
      for (const { debts, ...loan } of samples) {
        const facts = JSON.stringify({ loan: { id: '1', granted_on: '2024-01-01', ...loan }, debts });
        expect(answerTo(policy, facts, { decisions: ['asked'] }).triggers['asked']?.fired, `${condition} ${facts}`).not.toBe(true);
      }
    }),
    { numRuns: 150 },
  );
  expect(found, 'most conditions can hold').toBeGreaterThan(90);
  expect(proved).toBeGreaterThan(3);
});
