import { expect, test } from 'vitest';
import { date } from './fixtures/expressions.ts';
import { answerTo, policyFrom } from './fixtures/policy-text.ts';

const classification = policyFrom(`policy loan_classification "贷款五级分类 Five-level loan classification"

source Measures2023 "商业银行金融资产风险分类办法, Order [2023] No. 1"  articles 1..48
source Renewal2024 "金规〔2024〕13号"  items 1..10

type Class = one of normal "正常", special_mention "关注", substandard "次级", doubtful "可疑", loss "损失"
  ordered, worst last

input loan
  id "贷款编号" : text
  overdue_days "逾期天数" : days >= 0
  technical_overdue "技术性逾期" : boolean
  balance "贷款余额" : money CNY >= 0
  refinanced "借新还旧" : boolean
  use_changed "擅自改变用途" : boolean
  original_class : Class
  renewal_conditions_met "续贷条件" : boolean
  expected_loss : money CNY >= 0 optional

decision overdue_floor "逾期天数下限" : Class
  table unique  in force 2023-07-01 ..
    | id | loan.overdue_days | loan.technical_overdue || overdue_floor   || cites               |
    |----|-------------------|------------------------||-----------------||---------------------|
    | F1 | 0                 | -                      || normal          || -                   |
    | F2 | 1..7              | true                   || normal          || Measures2023 art 10 |
    | F3 | 1..7              | false                  || special_mention || Measures2023 art 10 |
    | F4 | 8..90             | -                      || special_mention || Measures2023 art 10 |
    | F5 | 91..270           | -                      || substandard     || Measures2023 art 11 |
    | F6 | 271..360          | -                      || doubtful        || Measures2023 art 12 |
    | F7 | > 360             | -                      || loss            || Measures2023 art 13 |

decision conduct_floor : Class
  cites Measures2023 art 10
  table unique
    | id | loan.refinanced | loan.use_changed || conduct_floor   |
    |----|-----------------|------------------||-----------------|
    | C1 | false           | false            || normal          |
    | C2 | true            | -                || special_mention |
    | C3 | false           | true             || special_mention |

  exception renewal to C2 "小微企业续贷"  in force 2024-09-24 ..
    cites Renewal2024 item 3
    when loan.renewal_conditions_met and loan.original_class = normal and not(loan.use_changed)
    then normal

decision class "五级分类" : Class
  = worst(overdue_floor, conduct_floor)

decision large_loss : boolean
  = if loan.expected_loss = missing then false else loan.expected_loss > 1000000

parameter provision_rate(class : Class) : percent 0%..100%
  | id | class           | in force      || rate | basis |
  |----|-----------------|---------------||------|-------|
  | P1 | normal          | 2002-01-01 .. || 1%   | law   |
  | P2 | special_mention | 2002-01-01 .. || 2%   | law   |
  | P3 | substandard     | 2002-01-01 .. || 25%  | law   |

decision provision : money CNY
  = loan.balance * provision_rate(class)
  round half up to 0.01

trigger watch_list "进入观察名单"
  when class >= special_mention
  emit watch { loan: loan.id, since: as_of, provision: provision }
`);

const loan = {
  id: '42',
  overdue_days: 91,
  technical_overdue: false,
  balance: '1000000.00',
  refinanced: false,
  use_changed: false,
  original_class: 'normal',
  renewal_conditions_met: false,
};

function answer(changes: Readonly<Record<string, unknown>>, asOf = '2024-01-31', options: Parameters<typeof answerTo>[2] = {}): ReturnType<typeof answerTo> {
  return answerTo(classification, JSON.stringify({ loan: { ...loan, ...changes } }), { asOf: date(asOf), ...options });
}

test('day 91, with the rules, reasons and citations of each decision', () => {
  const { outcome, decisions, triggers, events } = answer({});
  const article11 = { citation: 'Measures2023 art 11', source: '商业银行金融资产风险分类办法, Order [2023] No. 1', of: 'overdue_floor.F5' };
  expect(outcome).toBe('decided');
  expect(decisions['class']).toEqual({ outcome: 'decided', value: 'substandard', rules: [], because: ['overdue_floor.F5'], cites: [article11] });
  expect(decisions['conduct_floor']).toMatchObject({ value: 'normal', rules: ['conduct_floor.C1'], cites: [{ of: 'conduct_floor' }] });
  expect(decisions['provision']).toEqual({ outcome: 'decided', value: '250000.00', rules: ['provision_rate.P3'], because: ['overdue_floor.F5'], cites: [article11] });
  expect(triggers['watch_list']).toEqual({ outcome: 'decided', fired: true, because: ['overdue_floor.F5', 'provision_rate.P3'], cites: [article11] });
  expect(events).toEqual([{ event: 'watch', trigger: 'watch_list', data: { loan: '42', since: '2024-01-31', provision: '250000.00' } }]);
});

test('the renewal exception counts from its first day in force', () => {
  const renewed = { overdue_days: 0, refinanced: true, renewal_conditions_met: true };
  expect(answer(renewed, '2024-09-23').decisions['class']).toMatchObject({ value: 'special_mention', because: ['conduct_floor.C2'] });
  expect(answer(renewed, '2024-09-24').decisions['class']).toMatchObject({ value: 'normal', because: ['overdue_floor.F1', 'conduct_floor.C2', 'conduct_floor.renewal'] });
});

test('before the measures nothing of the overdue floor is in force, and what reads it says so', () => {
  const { decisions } = answer({}, '2023-06-30');
  expect(decisions['overdue_floor']).toMatchObject({ outcome: 'no_match', reasons: [{ code: 'not-in-force' }] });
  expect(decisions['provision']).toMatchObject({ outcome: 'no_match', reasons: [{ code: 'depends-on', decision: 'class' }] });
  expect(decisions['conduct_floor']?.outcome).toBe('decided');
});

test('an absent required fact leaves undecided what needs it, and only that', () => {
  const { decisions, triggers, outcome } = answer({ balance: undefined });
  expect(outcome).toBe('missing_facts');
  expect(decisions['provision']?.reasons).toMatchObject([{ missing: ['loan.balance'] }]);
  expect(triggers['watch_list']?.reasons).toMatchObject([{ decision: 'provision', missing: ['loan.balance'] }]);
  expect(decisions['class']?.outcome).toBe('decided');
});

test('an optional fact may be absent, and the policy says what then', () => {
  expect(answer({}).decisions['large_loss']?.value).toBe(false);
  expect(answer({ expected_loss: '1000000.01' }).decisions['large_loss']?.value).toBe(true);
});

test('a class without a provision rate is no_match, and the parameter is named', () => {
  expect(answer({ overdue_days: 400 }).decisions['provision']).toMatchObject({
    outcome: 'no_match',
    reasons: [{ code: 'no-row-matches', message: 'no row of `provision_rate` matches (class = loss)' }],
  });
});

test('the same question gives the same bytes, and the receipt names what was asked', () => {
  const asked = { subject: 'loan-42', decisions: ['class'] };
  const first = answer({}, '2024-01-31', asked);
  expect(JSON.stringify(answer({}, '2024-01-31', asked))).toBe(JSON.stringify(first));
  expect(first.receipt).toMatchObject({ policy: 'loan_classification', content_hash: classification.contentHash, as_of: '2024-01-31', subject: 'loan-42', asked: ['class'] });
  expect(answer({ overdue_days: 92 }, '2024-01-31', asked).receipt.facts_hash).not.toBe(first.receipt.facts_hash);
});

test('tests of missing values in expressions: missing satisfies `missing` alone', () => {
  const policy = policyFrom(`policy p
input extra : number optional
decision in_tests : boolean
  = extra in (missing, [1..3])
decision cells : text
  table first
    | id | extra        || cells       |
    |----|--------------||-------------|
    | A  | not(1..3)    || "elsewhere" |
    | B  | not(missing) || "there"     |
    | C  | -            || "absent"    |
`);
  const outcome = (facts: string): unknown => Object.values(answerTo(policy, facts).decisions).map(({ value }) => value);
  expect(outcome('{}')).toEqual([true, 'absent']);
  expect(outcome('{"extra": 2}')).toEqual([true, 'there']);
  expect(outcome('{"extra": 4}')).toEqual([false, 'elsewhere']);
});
