import { expect, test } from 'vitest';
import { messageOf } from '../diagnostics/message.ts';
import { checkTexts, expectProblem, expectProblemsInFiles, policyOf } from './testing.ts';

const functions = 'function f(x : days, g : Guarantee) : days\n  = if g = credit then x else 0\n';

function decision(type: string, expression: string): string {
  return `${functions}decision d : ${type}\n  = ${expression}`;
}

test('arguments in order or by name; bare members where their enum is expected', () => {
  policyOf(decision('days', 'f(1, credit) + f(g: guaranteed, x: loan.overdue_days)'));
});

test('arguments that have no place', () => {
  expectProblem('argument-missing', decision('days', '«f(1)»'));
  expectProblem('argument-missing', decision('days', '«f(g: credit)»'));
  expectProblem('arguments-too-many', decision('days', 'f(1, credit, «2»)'));
  expectProblem('argument-unknown', decision('days', 'f(1, credit) + f(x: 1, «gg»: credit)'));
  expectProblem('type-mismatch', decision('days', 'f(«"a"», credit)'));
  expectProblem('not-a-function', decision('days', '«loan.overdue_days»(1)'));
});

test('built-in functions: signatures, names, units, bare members beside an enum', () => {
  policyOf(`
    decision a : Class
      = worst(loan.class, special_mention)
    decision b : count
      = count(others[class >= special_mention])
    decision c : boolean
      = list contains([credit, loan.guarantee], loan.guarantee)
    decision e : text
      = substring(string: loan.purpose, start position: 2)
    decision g : list of Loan
      = sort(others, function(x, y) x.balance < y.balance)
    decision h : Class
      = worst(for l in others return l.class)
    decision i : boolean
      = contains(loan.purpose, "借新还旧") and not(starts with(loan.purpose, "x"))
    decision j : date
      = date("2024-01-31")
    decision k : Class
      = best(normal, special_mention)
  `);
});

test('of parameter lists that differ in order only, the one in whose order the arguments are named', () => {
  const chosen = (call: string): unknown => policyOf(decision('boolean', call)).decisions.get('d')?.bodies;
  expect(chosen('before(range: [1..2], point: 3)')).toMatchObject([{ expression: { signature: { parameters: [{ name: 'range' }, { name: 'point' }] } } }]);
  expect(chosen('before(point: 3, range: [1..2])')).toMatchObject([{ expression: { signature: { parameters: [{ name: 'point' }, { name: 'range' }] } } }]);
});

test('arguments of built-in functions', () => {
  expectProblem('type-mismatch', decision('number', 'abs(1) + string length(«loan.overdue_days»)'));
  expectProblem('argument-missing', decision('text', '«substring(loan.purpose)»'));
  expectProblem('arguments-too-many', decision('boolean', 'not(true, «false»)'));
  expectProblem('argument-unknown', decision('text', 'substring(«text»: loan.purpose, start position: 1)'));
  expectProblem('enum-not-ordered', decision('Guarantee', 'worst(«loan.guarantee», credit)'.replace(', credit', '')));
  expectProblem('type-mismatch', decision('days', 'worst(«loan.overdue_days»)'));
  expectProblem('enum-compared-with-text', decision('boolean', 'list contains([loan.guarantee], «"credit"»)'));
});

test('a call of constants that fails is told before any evaluation', () => {
  expectProblem('not-this-type-as-text', decision('date', '«date("2024-02-30")»'));
});

test('lists: filters, positions, projections, loops', () => {
  policyOf(`
    decision a : list of Loan
      = others[class = substandard and balance > 100]
    decision b : money CNY
      = others[1].balance
    decision c : boolean
      = every l in others satisfies l.class in (normal, special_mention)
    decision e : list of number
      = for i in 1..3, j in [10, 20] return i * j
    decision g : list of Class
      = for l in others return if l.balance > 1 then l.class else normal
    decision h : boolean
      = loan.score between 1 and 10 and loan.class in [normal..special_mention]
    decision k : boolean
      = loan.guarantee in [credit, mortgage] and loan.guarantee in not(credit)
  `);
  expectProblem('list-expected', decision('boolean', 'some x in «loan.overdue_days» satisfies x > 1'));
  expectProblem('list-expected', decision('days', '«loan.overdue_days»[1]'));
  expectProblem('filter-mismatch', decision('list of Loan', 'others[«balance + "a"»]'.replace('balance + "a"', 'id')));
});

test('function values and instance of', () => {
  policyOf(`
    decision a : boolean
      = loan.score instance of number and loan.class instance of Class
    decision b : list of Loan
      = sort(others, function(x : Loan, y : Loan) x.class < y.class)
  `);
  expectProblem('type-unknown', decision('boolean', 'loan.score instance of «numbr»'));
  expectProblem('name-reserved', decision('list of number', 'for «item» in [1] return 1'));
});

const lending = `policy lending
type Class = one of normal, bad ordered
input loan
  days : days
  note : text optional
input rate : percent
input hint : text optional
decision class : Class
  = if loan.days > 90 then bad else normal
decision priced : percent
  = if class = bad and (hint = missing or hint = "x") then rate else 0%
`;

function caller(expression: string): string {
  return `policy book
import lending
type Row = record
  days : days
  extra : text
input loans : list of Row
decision d : list of boolean
  = for l in loans return ${expression}
`;
}

test('a decision is a function of the inputs that it needs, directly or through others', () => {
  const { found } = checkTexts(lending, caller('lending.class(loan: l) = bad and lending.priced(loan: l, rate: 5%) > 1% and lending.priced(loan: l, rate: 5%, hint: "x") > 0'));
  expect(found).toEqual([]);
});

test('a decision called without an input that it needs', () => {
  expectProblemsInFiles(['argument-missing'], lending, caller('«lending.priced(loan: l)» > 0'));
  expectProblemsInFiles(['argument-missing'], lending, caller('«lending.class()» = bad'));
});

test('a decision called with what it does not take', () => {
  expectProblemsInFiles(['argument-unknown'], lending, caller('lending.class(«laon»: l) = bad'));
  expectProblemsInFiles(['arguments-unnamed'], lending, caller('lending.class(«l») = bad'));
  const { found } = checkTexts(lending, caller('lending.class(loan: { dayz: 1 }) = bad'));
  expect(found.map((one) => messageOf(one, 'en'))).toEqual(['`{days, note}` has no field `dayz`; did you mean `days`?']);
});

test('a circle through a call of a decision', () => {
  expectProblem('decision-cycle', `
    decision «a» : days
      = a(loan: loan)
  `);
});

test('what is reported as wrong is passed over silently from there on', () => {
  expectProblem('type-unknown', `
    input debts : list of «Dept»
    decision a : money CNY
      = sum(debts[loss != missing and class = bad].loss)
    decision b : list of Guarantee
      = for d in debts return if d.x > 1 then d.y else credit
  `);
  expectProblem('field-unknown', decision('money CNY', 'if loan.«loss» = missing then 0 else max(loan.expected_loss, 0)'));
  expectProblem('field-unknown', decision('money CNY', 'round half up(sum(others.«balnce») / 2, 2) + loan.balance'));
});

test('the elements of a list that is known only at run time may have any field', () => {
  policyOf(decision('list of Loan', 'get value({ x: others }, "x")[balance_of_any > 1 and loan.class = normal]'));
});
