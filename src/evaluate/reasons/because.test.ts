import { expect, test } from 'vitest';
import type { Typed } from '../../model/expression.ts';
import type { Citation, Decision, FunctionModel, Source } from '../../model/policy.ts';
import { anything, boolean, builtin, call, compare, compared, compute, constant, decimal, each, enumConstant, list, logic, num, number, of, read, spanOf, variable, when } from '../fixtures/expressions.ts';
import { decide, decision, enumOf, exception, fact, functionOf, policy, row, table, trigger } from '../fixtures/model.ts';

const Class = enumOf('Class', ['normal', 'special_mention', 'loss'], 'worst last');
const amount = fact('amount', number);

/** A decision by a table of one row, named after it: `low.R`. */
function floor(name: string, to: string): Decision {
  return decision(name, Class.type, table('unique', [read(amount)], Class.type, [row('R', [anything], enumConstant(Class, to))]));
}
function numbered(name: string, value: string): Decision {
  return decision(name, number, table('unique', [read(amount)], number, [row('R', [anything], num(value))]));
}

const [low, middle, high] = [floor('low', 'normal'), floor('middle', 'special_mention'), floor('high', 'loss')];
const [one, two, three] = [numbered('one', '1'), numbered('two', '2'), numbered('three', '3')];
const yes = decision('yes', boolean, table('unique', [read(amount)], boolean, [row('R', [anything], constant(true, boolean))]));
const no = decision('no', boolean, table('unique', [read(amount)], boolean, [row('R', [anything], constant(false, boolean))]));
const upstream = [amount, low, middle, high, one, two, three, yes, no];

function because(expression: Typed, ...more: readonly (Decision | FunctionModel)[]): readonly string[] | undefined {
  const { d } = decide(policy([...upstream, ...more, decision('d', expression.type, expression)]), [[amount, decimal('1')]]).decisions;
  return d?.outcome === 'decided' ? d.because : [d?.reasons?.[0]?.message ?? ''];
}

test('what determined a value is every decision that was read for it', () => {
  expect(because(compute(of(one), '+', of(two)))).toEqual(['one.R', 'two.R']);
});

test('of worst, best, min and max it is the arguments that equal the result', () => {
  expect(because(builtin('worst', of(low), of(high), of(middle)))).toEqual(['high.R']);
  expect(because(builtin('best', of(low), of(high)))).toEqual(['low.R']);
  expect(because(builtin('min', of(two), of(one), of(one)))).toEqual(['one.R']);
  expect(because(builtin('max', list(of(two), of(three), num('3'))))).toEqual(['three.R']);
  expect(because(builtin('max', compute(of(one), '+', of(two)), of(three)))).toEqual(['one.R', 'two.R', 'three.R']);
});

test('an argument that is no decision may win, and then nothing upstream did', () => {
  expect(because(builtin('max', of(one), num('9')))).toEqual([]);
});

test('of a list that is a loop it is the turns that equal the result', () => {
  const picked = each('i', list(num('1'), num('2')), when(compare(variable('i', number), '>', num('1')), of(two), of(three)));
  expect(because(builtin('max', picked))).toEqual(['three.R']);
  expect(because(builtin('min', picked))).toEqual(['two.R']);
});

test('of if it is the condition and the branch taken', () => {
  expect(because(when(of(yes), of(one), of(two)))).toEqual(['yes.R', 'one.R']);
  expect(because(when(of(no), of(one), of(two)))).toEqual(['no.R', 'two.R']);
});

test('of and and or it is the operands that were reached', () => {
  expect(because(logic(of(no), 'and', of(yes)))).toEqual(['no.R']);
  expect(because(logic(of(yes), 'and', of(no)))).toEqual(['yes.R', 'no.R']);
  expect(because(logic(of(yes), 'or', of(no)))).toEqual(['yes.R']);
  expect(because(logic(of(no), 'or', of(yes)))).toEqual(['no.R', 'yes.R']);
});

test('some and every stop where they are settled', () => {
  const quantified = (quantifier: 'some' | 'every'): Typed => ({
    kind: 'quantifier',
    quantifier,
    iterators: [{ variable: 'i', source: list(num('1'), num('2'), num('3')), to: undefined }],
    condition: when(compare(variable('i', number), '=', num('1')), of(yes), when(compare(variable('i', number), '=', num('2')), of(no), compare(of(three), '>', num('0')))),
    type: boolean,
    span: spanOf(quantifier),
  });
  expect(because(quantified('some'))).toEqual(['yes.R']);
  expect(because(quantified('every'))).toEqual(['yes.R', 'no.R']);
});

test('of a table it is what its columns read and the outputs of the rows that fired', () => {
  const by = table('unique', [of(one)], number, [row('A', [compared('=', num('1'))], of(two)), row('B', [compared('=', num('2'))], of(three))]);
  const { d } = decide(policy([...upstream, decision('d', number, by)]), [[amount, decimal('1')]]).decisions;
  expect(d).toMatchObject({ rules: ['d.A'], because: ['one.R', 'two.R'] });
});

test('of a function it is its arguments and what its body read for them', () => {
  const chooser = functionOf('chooser', [['x', number]], number, when(compare(variable('x', number), '>', num('1')), of(three), num('0')));
  expect(because(call(chooser, of(two)), chooser)).toEqual(['two.R', 'three.R']);
  expect(because(call(chooser, of(one)), chooser)).toEqual(['one.R']);
});

test('exceptions add their conditions, and what the active ones put in place', () => {
  const relief = exception('relief', 'A', of(yes), of(one));
  const other = exception('other', 'A', of(no), of(three));
  const by = table('unique', [read(amount)], number, [row('A', [anything], of(two))]);
  const { d } = decide(policy([...upstream, decision('d', number, by, { exceptions: [relief, other] })]), [[amount, decimal('1')]]).decisions;
  expect(d).toMatchObject({ value: '1', rules: ['d.A', 'd.relief'], because: ['yes.R', 'one.R', 'no.R'] });
});

test('it goes all the way up, each rule once', () => {
  const sum = decision('sum', number, compute(of(one), '+', of(two)));
  expect(because(compute(of(sum), '*', compute(of(one), '+', of(three))), sum)).toEqual(['one.R', 'two.R', 'three.R']);
});

test('a decision that determined nothing has no part in it, even where it is read', () => {
  const chosen = decision('chosen', Class.type, builtin('worst', of(low), of(high)));
  expect(because(builtin('best', of(chosen), of(middle)), chosen)).toEqual(['middle.R']);
});

test('finding reasons leaves rules looked up on the way out of the decision’s own', () => {
  const rate = functionOf('rate', [['x', number]], number, table('unique', [variable('x', number)], number, [row('P', [anything], of(one))]), { kind: 'parameter' });
  const { d } = decide(policy([...upstream, rate, decision('d', number, compute(call(rate, num('1')), '+', call(rate, num('2'))))]), [[amount, decimal('1')]]).decisions;
  expect(d).toMatchObject({ rules: ['rate.P'], because: ['one.R'] });
});

const measures: Source = { name: 'Measures2023', title: '办法', unit: 'articles', span: spanOf('source') };
const article = (number: string): Citation => ({ text: `Measures2023 art ${number}`, source: measures, span: spanOf('art') });

test('citations are those of the rules, and of the decisions that determined the outcome', () => {
  const cited = table('unique', [read(amount)], Class.type, [row('R', [anything], enumConstant(Class, 'loss'), { cites: [article('10')] })], { cites: [article('9')], basis: 'law' });
  const lost = decision('lost', Class.type, table('unique', [read(amount)], Class.type, [row('R', [anything], enumConstant(Class, 'normal'), { cites: [article('99')] })]));
  const base = decision('base', Class.type, cited);
  const final = decision('final', Class.type, builtin('worst', of(base), of(lost)), { cites: [article('1')], basis: 'bank_choice' });
  const { decisions } = decide(policy([amount, base, lost, final]), [[amount, decimal('1')]]);
  expect(decisions['base']?.cites).toEqual([
    { citation: 'Measures2023 art 10', source: '办法', of: 'base.R', basis: 'law' },
    { citation: 'Measures2023 art 9', source: '办法', of: 'base', basis: 'law' },
  ]);
  expect(decisions['final']?.cites).toEqual([
    { citation: 'Measures2023 art 1', source: '办法', of: 'final', basis: 'bank_choice' },
    { citation: 'Measures2023 art 10', source: '办法', of: 'base.R', basis: 'law' },
    { citation: 'Measures2023 art 9', source: '办法', of: 'base', basis: 'law' },
  ]);
});

test('a parameter’s and an exception’s citations come with the decision that used them', () => {
  const rate = functionOf('rate', [['x', number]], number, table('unique', [variable('x', number)], number, [row('P', [anything], num('2'))]), { kind: 'parameter', cites: [article('5')] });
  const relief = exception('relief', { kind: 'decision' }, constant(true, boolean), num('1'), { cites: [article('6')] });
  const { d } = decide(policy([amount, rate, decision('d', number, call(rate, read(amount)), { exceptions: [relief] })]), [[amount, decimal('1')]]).decisions;
  expect(d?.cites.map(({ citation, of: carrier }) => [citation, carrier])).toEqual([['Measures2023 art 5', 'rate'], ['Measures2023 art 6', 'd.relief']]);
});

test('parameter rows that a trigger’s condition looked up are among what made it fire', () => {
  const limit = functionOf('limit', [], number, table('unique', [], number, [row('P', [], num('0'))]), { kind: 'parameter' });
  const alarm = trigger('alarm', compare(of(one), '>', call(limit)), [['alarm', undefined]]);
  expect(decide(policy([...upstream, limit, alarm]), [[amount, decimal('1')]]).triggers['alarm']).toMatchObject({ fired: true, because: ['limit.P', 'one.R'] });
});
