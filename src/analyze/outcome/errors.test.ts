import { describe, expect, test } from 'vitest';
import { analysisOf, expectAnalysis } from '../testing.ts';
import { errors } from './errors.ts';

const head = `policy p in force 2020-01-01 ..
type Share = percent 0%..100%
type Guarantor = record
  net_assets : money CNY >= 0
  debts      : money CNY >= 0
input loan
  balance : money CNY >= 0
  value   : money CNY >= 0
  amount  : money CNY > 0
  old     : money CNY >= 0 optional
  number  : text
input guarantors : list of Guarantor
function quotient(a : money CNY, b : money CNY) : number = a / b
function doubled(share : Share) : number = share * 2
`;

const found = (decision: string): readonly string[] =>
  analysisOf([errors], `${head}decision result : ${decision}\n`).map(({ code, parameters }) => `${code} ${String(parameters['text'])}`);

describe('an expression that has no value for some facts', () => {
  test.each([
    ['number = loan.balance / loan.value', 'loan.balance / loan.value'],
    ['number = if loan.old = missing then 0 else loan.balance / loan.old', 'loan.balance / loan.old'],
    ['number = if loan.value = 0 then loan.balance / loan.value else 1', 'loan.balance / loan.value'],
    ['list of number = for g in guarantors return g.debts / g.net_assets', 'g.debts / g.net_assets'],
    ['list of Guarantor = guarantors[debts / net_assets > 1]', 'debts / net_assets'],
    ['money CNY = guarantors[1].debts', 'guarantors[1]'],
    ['money CNY = guarantors[-2].debts', 'guarantors[-2]'],
    ['list of number = for g in guarantors return if g.debts = 0 then 0 else g.debts / g.net_assets', 'g.debts / g.net_assets'],
    ['money CNY = max(guarantors.debts)', 'max(guarantors.debts)'],
    ['number = number(loan.number)', 'number(loan.number)'],
    ['text = substring(loan.number, 1, 2)', 'substring(loan.number, 1, 2)'],
    ['number = modulo(loan.balance, loan.value)', 'modulo(loan.balance, loan.value)'],
    ['number = sqrt(loan.balance - loan.value)', 'sqrt(loan.balance - loan.value)'],
    ['Share = loan.balance / loan.amount', 'loan.balance / loan.amount'],
    ['number = doubled(loan.balance / loan.amount)', 'doubled(loan.balance / loan.amount)'],
    ['number = quotient(loan.balance, loan.value)', 'a / b'],
  ])('%s', (decision, text) => expect(found(decision)).toEqual([`error-reachable ${text}`]));
});

test('what can be neither shown nor proved is not analysed', () => {
  expect(found('list of number = for turn in 0..2 return if turn = 1 then 1 else 2 * partial[-1]')).toEqual(['not-analysed undefined']);
});

describe('an expression that always has a value', () => {
  test.each([
    'number = loan.balance / loan.amount',
    'number = loan.balance / 12',
    'number = if loan.value = 0 then 0 else loan.balance / loan.value',
    'number = if loan.old = missing or loan.old = 0 then 0 else loan.balance / loan.old',
    'boolean = loan.value > 0 and loan.balance / loan.value > 1',
    'money CNY = if count(guarantors) = 0 then 0 else guarantors[1].debts',
    'money CNY = if count(guarantors) = 0 then 0 else sum(guarantors.debts)',
    'money CNY = max(loan.balance, loan.value)',
    'number = quotient(loan.balance, loan.amount)',
    'number = sqrt(loan.balance)',
    'list of number = for g in guarantors return if g.net_assets = 0 then 0 else g.debts / g.net_assets',
    'list of number = for g in guarantors return (if count(guarantors[debts > g.debts]) = 0 then 0 else sum(guarantors[debts > g.debts].debts)) / 2',
    'list of number = for turn in 0..count(guarantors) return if turn = 0 then 1 else 2 * partial[-1]',
    'list of number = for turn in 0..count(guarantors) return if turn > 0 then 2 * partial[-1] else 1',
    'number = (for turn in 0..count(guarantors) return turn)[-1]',
    'number = distinct values(concatenate([loan.balance], guarantors.debts))[1]',
  ])('%s', (decision) => expect(found(decision)).toEqual([]));
});

test('rows: what the cells keep out, and what rows above have taken', () =>
  expectAnalysis(
    [errors],
    ['error-reachable'],
    `${head}decision one : number
  table unique
    | id | loan.value || one                         |
    | A  | <= 10      || «loan.balance / loan.value» |
    | B  | > 10       || loan.balance / loan.value   |
decision two : number
  table first
    | id | loan.value || two                       |
    | A  | 0          || 0                         |
    | B  | -          || loan.balance / loan.value |
decision three : number
  table unique
    | id | loan.value || three                     |
    | A  | 0          || 0                         |
    | B  | otherwise  || loan.balance / loan.value |
decision four : boolean
  table unique
    | id | loan.value | loan.balance   || four  |
    | A  | 0          | -              || false |
    | B  | > 0        | > 1/loan.value || true  |
    | C  | > 0        | <= 1/loan.value || false |
`,
  ));

test('exceptions and triggers, with cases that show it', () =>
  expectAnalysis(
    [errors],
    ['error-reachable', 'error-reachable'],
    `${head}decision one : number
  table unique
    | id | loan.value || one |
    | A  | < 10       || 1   |
    | B  | >= 10      || 2   |
  exception rich to A
    when loan.balance > 100
    then «loan.balance / loan.value»
  exception poor to B
    when loan.balance <= 100
    then loan.balance / loan.value
trigger covered
  when «loan.balance / loan.value» > 1
  emit covered { share: loan.balance / loan.amount }
`,
  ));
