import { expect, test } from 'vitest';
import { valueOf } from '../fixtures/policy-text.ts';

const declarations = `
type Class = one of normal, special_mention, loss ordered, worst last
type Guarantee = one of credit, mortgage
type Loan = record
  id : text
  days : days
  rate : number optional
input n : number
input t : text
input day : date
input class : Class
input loans : list of Loan
input extra : number optional
function double(x : number) : number
  = x * 2
`;
const facts = `{
  "n": 5, "t": "five", "day": "2024-02-29", "class": "special_mention",
  "loans": [{"id": "a", "days": 1, "rate": "0.5"}, {"id": "b", "days": 30}, {"id": "c", "days": 95, "rate": 2}]
}`;

test.each<[string, string, unknown]>([
  // Arithmetic, exact and in FEEL's order of precedence.
  ['number', '0.1 + 0.2', '0.3'],
  ['number', '1 + 2 * 3 ** 2', '19'],
  ['number', '-n ** 2', '25'],
  ['number', '10 / 4', '2.5'],
  ['number', '1 / 3', '0.3333333333333333333333333333333333'],
  ['number', '25% * 100', '25'],
  ['text', 't + "!"', 'five!'],
  ['date', 'day + duration("P1Y")', '2025-02-28'],
  ['days and time duration', '2024-03-01 - day', 'P1D'],
  // Comparison.
  ['boolean', '0.1 + 0.2 = 0.3', true],
  ['boolean', 'n != 5', false],
  ['boolean', 'day < 2024-03-01', true],
  ['boolean', 'class >= special_mention', true],
  ['boolean', 'class = loss', false],
  ['boolean', 'n between 5 and 6', true],
  ['boolean', 'n in [1..5)', false],
  ['boolean', 'n in (1, 3, > 4)', true],
  ['boolean', 'class in (normal, loss)', false],
  ['boolean', 'day in [2024-01-01..2024-12-31]', true],
  ['boolean', 'n in [1, 5, 9]', true],
  // Logic and conditions stop early: what is not reached cannot fail.
  ['boolean', 'n = 5 or 1 / (n - 5) > 0', true],
  ['boolean', 'n != 5 and 1 / (n - 5) > 0', false],
  ['number', 'if n = 5 then 1 else 1 / (n - 5)', '1'],
  ['boolean', 'not(n = 5)', false],
  // Lists, loops, quantifiers, filters, paths.
  ['list of number', '[1, n, n + 1]', ['1', '5', '6']],
  ['list of number', 'for i in [1, 2, 3] return i * i', ['1', '4', '9']],
  ['list of number', 'for i in 3..1 return i', ['3', '2', '1']],
  ['list of number', 'for i in 1..2, j in i..2 return 10 * i + j', ['11', '12', '22']],
  ['list of number', 'for i in 1..4 return if i <= 2 then 1 else partial[-1] + partial[-2]', ['1', '1', '2', '3']],
  ['list of date', 'for on in 2024-02-28..2024-03-01 return on', ['2024-02-28', '2024-02-29', '2024-03-01']],
  ['boolean', 'some l in loans satisfies l.days > 90', true],
  ['boolean', 'every l in loans satisfies l.days > 90', false],
  ['boolean', 'some i in 1..1000000000 satisfies i > 2', true],
  ['text', 'loans[2].id', 'b'],
  ['text', 'loans[-1].id', 'c'],
  ['list of text', 'loans[item.days > 1].id', ['b', 'c']],
  ['list of days', 'loans.days', [1, 30, 95]],
  ['days', 'sum(loans.days)', 126],
  ['count', 'count(loans[item.days > 1000])', 0],
  ['list of number', 'for l in loans return if l.rate = missing then 0 else l.rate', ['0.5', '0', '2']],
  // Contexts, ranges, functions.
  ['number', '{ a: 1, b: a + 1, c: a + b }.c', '3'],
  ['boolean', '[1..3] = [1..3]', true],
  ['number', '[2..7].start', '2'],
  ['number', 'double(double(n))', '20'],
  ['number', 'double(x: 3)', '6'],
  ['list of number', 'sort([3, 1, 2], function(a, b) a > b)', ['3', '2', '1']],
  ['boolean', 'n instance of number', true],
  ['boolean', 't instance of number', false],
  ['boolean', 'loans instance of list<Loan>', true],
  // Dates and their parts.
  ['number', 'day.year', '2024'],
  ['date', 'as_of', '2024-01-31'],
  // Missing.
  ['boolean', 'extra = missing', true],
  ['number', 'if extra = missing then 0 else extra', '0'],
  // The policy's own functions.
  ['Class', 'worst(class, normal)', 'special_mention'],
  ['Class', 'best([class, loss])', 'special_mention'],
])('%s: %s', (type, expression, value) => {
  expect(valueOf(type, expression, facts, declarations)).toMatchObject({ outcome: 'decided', value });
});

test.each<[string, string, string, string]>([
  ['x/0', 'number', '1 / (n - 5)', 'division-by-zero'],
  ['an index beyond the list', 'text', 'loans[4].id', 'index-out-of-range'],
  ['index 0', 'text', 'loans[0].id', 'index-out-of-range'],
  ['a bad argument', 'number', 'sqrt(0 - n)', 'bad-argument'],
  ['the greatest of nothing', 'days', 'max(loans[item.days > 1000].days)', 'empty-list'],
  ['a loop without end', 'count', 'count(for i in 1..1000000000 return i)', 'too-much-work'],
])('where FEEL says null the decision ends as error: %s', (_, type, expression, code) => {
  expect(valueOf(type, expression, facts, declarations)).toMatchObject({ outcome: 'error', reasons: [{ code, at: { file: '1.policy' } }] });
});

test('the place of an error is the operator that failed', () => {
  const { reasons } = valueOf('number', '1 + 2 / (n - 5)', facts, declarations);
  expect(reasons?.[0]?.at).toMatchObject({ line: 19, column: 9 });
});
