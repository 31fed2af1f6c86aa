/** Small policies with every kind of input, for tests of what stands around the evaluation. */
export const lending = {
  'lending.policy': `policy lending "贷款 Lending"
import vocabulary

source Rules "Rules of the bank" articles 1..9

type Guarantee = one of credit "信用", guaranteed "保证", mortgage "抵押"

type Other = record
  bank "行名"     : text
  balance "余额"  : money CNY >= 0
  note            : text optional

input loan
  id "贷款编号"            : text
  overdue_days "逾期天数"  : days >= 0
  guarantee "担保方式"     : Guarantee
  balance "贷款余额"       : money CNY >= 0
  rate "利率"              : percent 0%..100%
  score                    : number
  reviewed                 : boolean
  granted_on               : date
  term                     : months [1..360]
  grade                    : text ["A", "B"]
  expected_loss            : money CNY >= 0 optional

input others "他行贷款" : list of Other
input account : count

manual able_to_perform : boolean "评估认为债务人能够持续履约?"

decision class "分类" : vocabulary.Class
  table unique
    | id | loan.overdue_days || class           || cites       |
    |----|-------------------||-----------------||-------------|
    | F1 | 0                 || normal          || -           |
    | F2 | 1..90             || special_mention || Rules art 1 |
    | F3 | > 90              || loss            || Rules art 2 |

decision doubled "两倍余额" : money CNY = loan.balance * 2
decision same_account : count = account
decision same_score : number = loan.score
decision at_others : money CNY = if count(others) = 0 then 0 else sum(others.balance)
decision may_upgrade : boolean = manual.able_to_perform
decision region : text = vocabulary.region

trigger watch "进入观察名单"
  when class >= special_mention
  emit watch { loan: loan.id, since: as_of, days: loan.overdue_days, balance: loan.balance }

property "what is recorded is sound"
  always loan.guarantee in (credit, guaranteed, mortgage) and loan.rate <= 100% and (loan.reviewed or loan.granted_on >= 1900-01-01)
    and loan.term >= 1 and loan.grade in ("A", "B") and (loan.expected_loss = missing or loan.expected_loss >= 0)

test "day 91" as of 2024-01-31
  given loan { id: "42", overdue_days: 91, balance: 1000000.00 }
  expect class = loss by class.F3
  expect watch emits watch

test "nothing overdue" as of 2024-01-31
  given loan { id: "42", overdue_days: 0, balance: 0 }
  expect class = normal
  expect watch silent
  expect at_others missing_facts others
`,
  'vocabulary.policy': `policy vocabulary "词汇"

type Class = one of normal "正常", special_mention "关注", loss "损失"  ordered, worst last

input region "地区" : text
`,
};
