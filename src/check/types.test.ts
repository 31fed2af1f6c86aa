import { expect, test } from 'vitest';
import { remedyOf } from '../diagnostics/message.ts';
import { parseDecimal } from '../feel/values/decimal.ts';
import { checkTexts, expectProblem, expectProblems, policyOf } from './testing.ts';

test('days, months and counts are whole, money has cents, a step gives another grain', () => {
  const { inputs } = policyOf(`
    input a : days
    input b : money CNY
    input c : percent
    input d : number step 0.001
  `);
  const grains = ['a', 'b', 'c', 'd'].map((name) => {
    const type = inputs.get(name)?.type;
    return type?.kind === 'number' ? type.grain : type;
  });
  expect(grains).toEqual(['1', '0.01', undefined, '0.001'].map((text) => text && parseDecimal(text)));
});

test('an enum keeps its members and its order', () => {
  const { types } = policyOf('type T = one of a, b ordered, worst first\ntype U = one of c');
  expect(types.get('T')).toMatchObject({ kind: 'enum', vocabulary: { order: 'worst first', members: [{ name: 'a', rank: 0 }, { name: 'b', rank: 1 }] } });
  expect(types.get('Class')).toMatchObject({ vocabulary: { order: 'worst last' } });
  expect(types.get('U')).toMatchObject({ vocabulary: { order: undefined } });
});

test('a constraint becomes intervals, and an alias of an alias is narrowed twice', () => {
  const { types } = policyOf(`
    type A = days 0..100
    type B = A != 50
    type C = Class <= special_mention
    type D = Guarantee != credit
    type E = Guarantee [credit, mortgage]
  `);
  const allowed = (name: string) => {
    const type = types.get(name);
    return type !== undefined && 'allowed' in type ? type.allowed : undefined;
  };
  expect(allowed('A')).toMatchObject({ text: '0..100', alternatives: [{ low: parseDecimal('0'), high: parseDecimal('100'), lowClosed: true, highClosed: true }] });
  expect(allowed('B')).toMatchObject({ text: '0..100, != 50', alternatives: [{ lowClosed: true, highClosed: false }, { lowClosed: false, highClosed: true }] });
  expect(allowed('C')).toMatchObject({ alternatives: [{ low: undefined, high: { name: 'special_mention' } }] });
  expect(allowed('D')?.alternatives).toMatchObject([{ low: { name: 'guaranteed' } }, { low: { name: 'mortgage' } }]);
  expect(allowed('E')?.alternatives).toMatchObject([{ low: { name: 'credit' } }, { low: { name: 'mortgage' } }]);
});

test('the facts of an input are its leaves; a record that is optional as a whole is one', () => {
  const { inputs } = policyOf(`
    input a
      b : Terms
      c : Terms optional
      d : list of Terms
  `);
  expect(inputs.get('a')?.facts.map(({ path, optional }) => [path, optional])).toEqual([
    ['a.b.rate', false],
    ['a.b.term', false],
    ['a.b.memo', true],
    ['a.c', true],
    ['a.d', false],
  ]);
});

test('money needs a currency, and nothing else has one', () => {
  expectProblem('currency-missing', 'input x : «money»');
  expectProblem('currency-missing', 'input x : «money» cny');
  expectProblem('name-unknown', 'input x : days «CNY»');
});

test('constraints are constants of the type', () => {
  expectProblem('constraint-invalid', 'input x : days «>= loan.overdue_days»');
  expectProblem('constraint-misplaced', 'input x : Terms «>= 0»');
  expectProblem('comparison-mismatch', 'input x : days «>= "a"»');
  expectProblem('literal-off-grain', 'input x : days >= «0.5»');
  expectProblem('range-reversed', 'input x : days «100..0»');
  expectProblem('enum-not-ordered', 'input x : Guarantee «> credit»');
});

test('a step is a number above zero, of a number', () => {
  expectProblem('step-invalid', 'input x : number step «0»');
  expectProblem('step-invalid', 'input x : number step «loan.score»');
  expectProblem('step-misplaced', 'input x : text step «1»');
});

test('only inputs, fields and manual questions are optional', () => {
  const asked = checkTexts('policy p\nmanual m : boolean optional "问"\ndecision d : boolean\n  = if manual.m = missing then false else manual.m');
  expect(asked.found).toEqual([]);
  expectProblem('fact-unguarded', 'manual m : boolean optional "问"\ndecision d : boolean\n  = «manual.m»');
  expectProblem('optional-misplaced', 'decision d : days «optional»\n  = 1');
  expectProblem('optional-misplaced', 'function f(x : days «optional») : days\n  = x');
});

test('a value of another type says what to write instead', () => {
  expectProblem('type-mismatch', 'decision d : date\n  = «"2024-01-31"»');
  expectProblem('type-mismatch', 'decision d : Class\n  = «"normal"»');
  expectProblem('type-mismatch', 'decision d : money CNY\n  = «loan.foreign_balance»');
  expectProblem('type-mismatch', 'decision d : list of days\n  = «1»');
  expectProblem('type-mismatch', 'decision d : days\n  = «others.balance»');
  const { found } = checkTexts('policy p\ntype C = one of a\ndecision d : C\n  = "a"\ndecision e : date\n  = "2024-01-31"');
  expect(found.map((one) => remedyOf(one, 'en'))).toEqual(['write it without quotes: `a`', 'write it without quotes: `2024-01-31`']);
});

test('a problem in a branch, list or context is told where it stands', () => {
  expectProblem('type-mismatch', 'decision d : days\n  = if loan.refinanced then 1 else «"x"»');
  expectProblem('type-mismatch', 'decision d : list of days\n  = [1, «"x"», 3]');
  expectProblem('type-mismatch', 'decision d : Terms\n  = { rate: 1%, term: «"x"» }');
});

test('records fit by structure', () => {
  policyOf(`
    type Brief = record
      balance : money CNY
      note : text optional
    function f(x : Brief) : money CNY
      = x.balance
    decision d : list of money CNY
      = for l in others return f(l)
    decision e : money CNY
      = f({ balance: 1.5 })
  `);
  expectProblem('record-field-missing', 'decision d : Terms\n  = «{ rate: 1% }»');
  expectProblem('record-field-missing', 'function f(x : Terms) : percent\n  = x.rate\ndecision d : list of percent\n  = for l in others return f(«l»)');
  expectProblem('record-field-optional', 'type T = record\n  loss : money CNY\nfunction f(x : T) : money CNY\n  = x.loss\ndecision d : list of money CNY\n  = for l in others return f(«l»)');
  expectProblem('field-unknown', 'decision d : Terms\n  = { rate: 1%, term: 2, «trem»: 3 }');
});

test('operators take what FEEL says', () => {
  policyOf(`
    decision a : date
      = loan.start + @"P1M"
    decision b : days and time duration
      = as_of - loan.start
    decision c : text
      = loan.purpose + "!"
    decision d : boolean
      = as_of >= loan.start + @"P30D" * 2
    decision e : number
      = (as_of - loan.start) / @"P1D"
    decision f : number
      = loan.start.year
  `);
  expectProblem('operator-mismatch', 'decision d : date\n  = loan.start «+» loan.overdue_days');
  expectProblem('operator-mismatch', 'decision d : text\n  = loan.purpose «+» 1');
  expectProblem('negation-mismatch', 'decision d : text\n  = «-loan.purpose»');
});

test('a date moved by a number is told how to write the duration', () => {
  const { found } = checkTexts('policy p\ninput start : date\ninput n : days\ndecision d : date\n  = start + n');
  expect(found.map((one) => remedyOf(one, 'en'))).toEqual(['a date is moved by a duration: write `start + @"P1D" * n`']);
});

test('comparisons of different types, of what has no order, of an enum with text', () => {
  expectProblem('comparison-mismatch', 'decision d : boolean\n  = loan.overdue_days «=» "90"');
  expectProblem('comparison-mismatch', 'decision d : boolean\n  = loan.overdue_days «=» null');
  expectProblem('no-order', 'decision d : boolean\n  = loan.refinanced «<» true');
  expectProblem('enum-compared-with-text', 'decision d : boolean\n  = loan.guarantee = «"credit"»');
  expectProblem('enum-not-ordered', 'decision d : boolean\n  = loan.guarantee «>=» credit');
  policyOf('decision d : boolean\n  = loan.class >= special_mention and normal < loan.class and loan.guarantee != credit');
});

test('conditions', () => {
  expectProblem('condition-expected', 'decision d : days\n  = if «loan.overdue_days» then 1 else 2');
  expectProblem('condition-expected', 'decision d : boolean\n  = loan.refinanced and «loan.purpose»');
  expectProblem('branches-differ', 'decision d : boolean\n  = («if loan.refinanced then 1 else "a"») = 1');
});

test('ranges run forwards between ends that have an order', () => {
  expectProblem('range-reversed', 'decision d : boolean\n  = loan.score in [«9..1»]');
  expectProblem('range-reversed', 'decision d : boolean\n  = loan.score in («1..1»)');
  expectProblem('no-order', 'decision d : boolean\n  = loan.refinanced in «[false..true]»');
});

test('one mistake is told once, whatever rests on it', () => {
  expectProblem('field-unknown', `
    decision d : days
      = if loan.«nothing» = normal then 1 else 2
  `);
  expectProblems(['type-unknown'], `
    input k : «Klass»
    decision d : boolean
      = k = normal and k in (special_mention, substandard) and k > normal
    decision e : Guarantee
      table
        | id | k            || e      |
        |----|--------------||--------|
        | R1 | normal       || credit |
        | R2 | not(unheard) || credit |
  `);
});
