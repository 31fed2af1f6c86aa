import { expect, test } from 'vitest';
import { parseDecimal } from '../feel/values/decimal.ts';
import { expectProblem, policyOf } from './testing.ts';

/** The expression of a decision of some type, with the vocabulary of the tests in scope. */
function decision(type: string, expression: string): string {
  return `decision d : ${type}\n  = ${expression}`;
}

test.each([
  ['days + days', 'days', 'loan.overdue_days + 30'],
  ['days - months, told apart by the literal having no unit', 'months', 'loan.terms.term - 1'],
  ['money * percent', 'money CNY', 'loan.balance * loan.terms.rate\n  round half up to 0.01'],
  ['money * count stays on its grain', 'money CNY', 'loan.balance * count(others)'],
  ['money * days / days', 'money CNY', 'loan.balance * loan.terms.rate * loan.overdue_days / 360\n  round half even to 0.01'],
  ['percent a day * days', 'percent', 'loan.terms.rate * loan.overdue_days'],
  ['money / money', 'percent', 'loan.balance / sum(others.balance)'],
  ['percent + percent', 'percent', '1 - loan.terms.rate + 5%'],
  ['number takes any unit', 'days', 'loan.score + loan.overdue_days\n  round down to 1'],
  ['whole * whole', 'days', 'loan.overdue_days * 2'],
  ['a rounding function whose digits are named', 'money CNY', 'round half up(loan.balance * 0.35, 2)'],
  ['floor', 'days', 'floor(loan.overdue_days / 2)'],
  ['a sum keeps the grain', 'money CNY', 'sum(others.balance) - loan.balance'],
  ['the more of two', 'money CNY', 'max(loan.balance, 0)'],
  ['a power', 'number', 'loan.score ** 2'],
])('units mix where they mean something: %s', (_, type, expression) => {
  policyOf(decision(type, expression));
});

test.each([
  ['days and money', 'loan.overdue_days «+» loan.balance'],
  ['two currencies', 'loan.balance «-» loan.foreign_balance'],
  ['days and months', 'loan.overdue_days «+» loan.terms.term'],
  ['days and a percentage', 'loan.overdue_days «+» 25%'],
  ['in a function', '«max»(loan.balance, loan.overdue_days)'],
])('units that never mix: %s', (_, expression) => {
  expectProblem('units-differ', decision('number', expression));
});

test('comparisons of two units', () => {
  expectProblem('units-differ', decision('boolean', 'loan.overdue_days «>» loan.balance'));
});

test.each([
  ['money CNY', '«loan.balance * 0.35»'],
  ['days', '«loan.overdue_days / 2»'],
  ['days', '«loan.score»'],
  ['money CNY', '«loan.balance * loan.terms.rate»'],
])('a %s needs a visible rounding of what need not be on its grain', (type, expression) => {
  expectProblem('value-ungrained', decision(type, expression));
});

test('an argument needs its grain too', () => {
  expectProblem('value-ungrained', `
    function f(x : days) : days
      = x
    decision d : days
      = f(«loan.score»)
  `);
});

test('a rounding must be as fine as the grain, or coarser', () => {
  expectProblem('value-ungrained', decision('money CNY', '«loan.balance / 3\n  round half up to 0.001»'));
  policyOf(decision('money CNY', 'loan.balance / 3\n  round up to 10'));
  expectProblem('step-invalid', decision('money CNY', 'loan.balance / 3\n  round half up to «-1»'));
  expectProblem('rounding-misplaced', decision('text', 'loan.purpose\n  «round half up to 1»'));
});

test('constants off the grain or out of the declared range', () => {
  expectProblem('literal-off-grain', decision('days', '«1.5»'));
  expectProblem('literal-off-grain', decision('boolean', 'loan.overdue_days = «1.5»'));
  expectProblem('literal-off-grain', decision('money CNY', '«0.001»'));
  expectProblem('value-out-of-range', decision('boolean', 'loan.overdue_days > «-1»'));
  expectProblem('value-out-of-range', 'parameter r(c : Class) : percent 0%..100%\n  | id | c | | r |\n  |----|---| |---|\n  | A  | - | | «120%» |'.replaceAll('| |', '||'));
});

test('an end of the declared range is a bound, even where it is excluded', () => {
  policyOf('input x : number > 0\ndecision d : boolean\n  = x > 0 and x in (0..5]');
  expectProblem('value-out-of-range', 'input x : number > 0\ndecision d : boolean\n  = x = «0»');
});

test.each([
  ['25%', '0.25'],
  ['2000万', '20000000'],
  ['1.5亿', '150000000'],
  ['-5', '-5'],
  ['0.1 + 0.2', '0.3'],
  ['2000万 * 1%', '200000'],
  ['2 ** 10', '1024'],
  ['abs(-3)', '3'],
  ['1e3', '1000'],
])('%s is the constant %s', (written, value) => {
  const [body] = policyOf(decision('number', written)).decisions.get('d')?.bodies ?? [];
  expect(body?.kind === 'expression' && body.expression).toMatchObject({ kind: 'constant', value: parseDecimal(value) });
});

test('constants that cannot be computed or written', () => {
  expectProblem('division-by-zero', decision('number', '1 «/» 0'));
  expectProblem('number-invalid', decision('number', '«1e9999»'));
  expectProblem('number-invalid', decision('number', '«0.12345678901234567890123456789012345»'));
  expectProblem('temporal-invalid', decision('date', '«@"2024-13-01"»'));
  expectProblem('date-invalid', decision('date', '«2024-02-30»'));
});
