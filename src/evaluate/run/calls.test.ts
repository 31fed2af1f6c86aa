import { expect, test } from 'vitest';
import type { Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Fact, Input } from '../../model/policy.ts';
import type { RecordType, Type } from '../../model/type.ts';
import { anything, boolean, builtin, call, compared, compute, constant, date, days, decimal, each, enumConstant, equals, field, list, member, num, number, of, percent, read, spanOf, variable, when } from '../fixtures/expressions.ts';
import { decide, decision, enumOf, fact, from, functionOf, inputOf, policy, row, table } from '../fixtures/model.ts';

const Class = enumOf('Class', ['normal', 'special_mention', 'loss'], 'worst last');
const grade = fact('grade', Class.type);

const rates = table('unique', [variable('class', Class.type)], percent, [
  row('P2', [equals(enumConstant(Class, 'special_mention'))], num('0.02', percent)),
  row('P3', [equals(enumConstant(Class, 'loss'))], num('0.5', percent), { inForce: from('2002-01-01', '2023-12-31') }),
  row('P3', [equals(enumConstant(Class, 'loss'))], num('1', percent), { inForce: from('2024-01-01') }),
]);
const provisionRate = functionOf('provision_rate', [['class', Class.type]], percent, rates, { kind: 'parameter' });
const rated = decision('rated', percent, call(provisionRate, read(grade)));
const lending = policy([grade, provisionRate, rated]);

test('a parameter is a function of its arguments; the row looked up is a rule of the calling decision', () => {
  expect(decide(lending, [[grade, member(Class, 'special_mention')]]).decisions['rated']).toMatchObject({ value: '0.02', rules: ['provision_rate.P2'] });
});

test('a row is known by its id and period: the one in force on the date is looked up', () => {
  const valueOn = (day: string): unknown => decide(lending, [[grade, member(Class, 'loss')]], { asOf: date(day) }).decisions['rated']?.value;
  expect([valueOn('2023-12-31'), valueOn('2024-01-01')]).toEqual(['0.5', '1']);
});

test('what a parameter does not decide, the calling decision does not either', () => {
  expect(decide(lending, [[grade, member(Class, 'normal')]]).decisions['rated']).toMatchObject({
    outcome: 'no_match',
    reasons: [{ code: 'no-row-matches', message: 'no row of `provision_rate` matches (class = normal)' }],
  });
  expect(decide(lending, [[grade, member(Class, 'loss')]], { asOf: date('2001-01-01') }).decisions['rated']?.outcome).toBe('no_match');
});

test('rows of a parameter that overlap are a conflict of the calling decision', () => {
  const rows = [row('A', [anything], num('0.1', percent)), row('B', [anything], num('0.2', percent))];
  const clashing = functionOf('rate', [['class', Class.type]], percent, table('unique', [variable('class', Class.type)], percent, rows));
  const { d } = decide(policy([grade, clashing, decision('d', percent, call(clashing, read(grade)))]), [[grade, member(Class, 'loss')]]).decisions;
  expect(d).toMatchObject({ outcome: 'conflict', reasons: [{ code: 'rows-overlap', rules: ['rate.A', 'rate.B'] }] });
});

test('a branch not taken calls nothing', () => {
  const spared = decision('d', percent, when(constant(false, boolean), call(provisionRate, read(grade)), num('0', percent)));
  expect(decide(policy([grade, provisionRate, spared]), [[grade, member(Class, 'normal')]]).decisions['d']).toMatchObject({ value: '0', rules: [] });
});

test('a function that is not in force on the date decides nothing', () => {
  const dated = functionOf('dated', [['x', number]], number, variable('x', number), { inForce: from('2025-01-01') });
  expect(decide(policy([dated, decision('d', number, call(dated, num('1')))]), []).decisions['d']).toMatchObject({ outcome: 'no_match', reasons: [{ code: 'not-in-force' }] });
});

test('arguments and results of a function are held to their declared types', () => {
  const amount = fact('amount', number);
  const whole = functionOf('whole', [['x', days]], days, compute(variable('x', days), '/', num('2')));
  const { d } = decide(policy([amount, whole, decision('d', days, call(whole, read(amount)))]), [[amount, decimal('1.5')]]).decisions;
  expect(d).toMatchObject({ outcome: 'error', reasons: [{ code: 'argument-outside-type', message: '`whole` was given `1.5` for `x`, which is not within its type, `days`' }] });
  const odd = decide(policy([amount, whole, decision('d', days, call(whole, read(amount)))]), [[amount, decimal('3')]]).decisions['d'];
  expect(odd).toMatchObject({ outcome: 'error', reasons: [{ code: 'result-outside-type', message: '`whole` came to `1.5`, which is not within its type, `days`' }] });
});

test('facts and decisions that a function reads are needed by who calls it', () => {
  const base = fact('base', number);
  const reading = functionOf('reading', [], number, read(base));
  const { decisions } = decide(policy([base, reading, decision('d', number, call(reading)), decision('e', number, num('1'))]), []);
  expect(decisions['d']?.reasons).toMatchObject([{ code: 'fact-missing', missing: ['base'] }]);
  expect(decisions['e']?.outcome).toBe('decided');
});

test('a function called within its own argument keeps the outer call’s argument', () => {
  const double = functionOf('double', [['x', number]], number, compute(variable('x', number), '*', num('2')));
  const applied = functionOf('applied', [['f', { kind: 'any' }], ['x', number]], number, compute({ kind: 'value call', callee: variable('f'), arguments: [num('1')], type: number, span: spanOf('f(1)') }, '+', variable('x', number)));
  const nested: Typed = { kind: 'lambda', parameters: ['y'], body: call(applied, constantly('3'), num('100')), type: { kind: 'any' }, span: spanOf('function(y)') };
  const { decisions } = decide(policy([double, applied, decision('a', number, call(double, call(double, num('3')))), decision('b', number, call(applied, nested, num('5')))]), []);
  expect([decisions['a']?.value, decisions['b']?.value]).toEqual(['12', '108']);
});

function constantly(value: string): Typed {
  return { kind: 'lambda', parameters: ['z'], body: num(value), type: { kind: 'any' }, span: spanOf('function(z)') };
}

/** A policy with one record input, called for each record of a list. */
const Loan: RecordType = {
  kind: 'record',
  name: 'Loan',
  fields: new Map([
    ['overdue_days', { type: days, optional: false, label: undefined }],
    ['rate', { type: number, optional: true, label: undefined }],
  ]),
};
const [overdue, rate] = [fact('loan.overdue_days', days, { policy: 'C' }), fact('loan.rate', number, { policy: 'C', optional: true })];
const loan = inputOf('loan', Loan, [overdue, rate]);
const floor = decision('floor', Class.type, table('unique', [read(overdue)], Class.type, [
  row('F1', [compared('<=', num('0'))], enumConstant(Class, 'normal')),
  row('F2', [compared('>', num('90'))], enumConstant(Class, 'loss')),
]), { policy: 'C' });
const graded = decision('class', Class.type, of(floor), { policy: 'C' });
const classification = policy([floor, graded], { name: 'C', inputs: new Map([['loan', loan]]) });

const loans = fact('loans', { kind: 'list', item: Loan });

function classOf(record: Typed, input: Input = loan, called: Decision = graded): Typed {
  return { kind: 'decision call', decision: called, arguments: [{ input, value: record }], type: Class.type, span: spanOf('C.class(loan: …)') };
}

const worstClass = decision('worst_class', Class.type, builtin('worst', each('l', read(loans), classOf(variable('l', Loan)))));
const customer = policy([loans, worstClass], { imports: [classification] });

function loansOf(...overdueDays: readonly string[]): readonly (readonly [Fact, Value])[] {
  return [[loans, overdueDays.map((each) => new Map([['overdue_days', decimal(each)]]))]];
}

test('a decision is a function of its inputs, called for each record of a list', () => {
  expect(decide(customer, loansOf('0', '91')).decisions['worst_class']).toMatchObject({ outcome: 'decided', value: 'loss' });
});

test('the rules of the called decision are reasons of the caller, and only of the call that won', () => {
  expect(decide(customer, loansOf('0', '91')).decisions['worst_class']).toMatchObject({ rules: [], because: ['C.floor.F2'] });
  expect(decide(customer, loansOf('0', '0')).decisions['worst_class']).toMatchObject({ because: ['C.floor.F1'] });
});

test('a called decision that is not decided gives the caller its outcome and its reasons', () => {
  expect(decide(customer, loansOf('0', '45')).decisions['worst_class']).toMatchObject({
    outcome: 'no_match',
    reasons: [{ code: 'depends-on', decision: 'C.floor' }],
  });
});

test('required fields that records of a list lack are missing facts, each with its path', () => {
  const sent: Value = [new Map([['overdue_days', decimal('0')]]), new Map(), new Map([['rate', decimal('1')]])];
  expect(decide(customer, [[loans, sent]]).decisions['worst_class']).toMatchObject({
    outcome: 'missing_facts',
    reasons: [{ code: 'fact-missing', missing: ['loans[1].overdue_days', 'loans[2].overdue_days'] }],
  });
});

test('the called decision sees of its policy’s inputs only what it is given', () => {
  const bare: Typed = { kind: 'decision call', decision: graded, arguments: [], type: Class.type, span: spanOf('C.class()') };
  const calling = policy([decision('d', Class.type, bare)], { imports: [classification] });
  expect(decide(calling, [[overdue, decimal('0')]]).decisions['d']).toMatchObject({ outcome: 'missing_facts' });
});

test('manual facts, and inputs of other policies, are the caller’s', () => {
  const confirmed = { ...fact('manual.confirmed', boolean, { policy: 'C' }), keys: ['manual', 'confirmed'] };
  const limit = fact('limit', number, { policy: 'V' });
  const checked = decision('checked', number, when(read(confirmed), read(limit), num('0')), { policy: 'C' });
  const called = policy([checked], { name: 'C', imports: [policy([limit], { name: 'V' })] });
  const calling = policy([decision('d', number, { kind: 'decision call', decision: checked, arguments: [], type: number, span: spanOf('C.checked()') })], { imports: [called] });
  expect(decide(calling, [[confirmed, true], [limit, decimal('7')]]).decisions['d']?.value).toBe('7');
  expect(decide(calling, []).decisions['d']?.reasons).toMatchObject([{ missing: ['C.manual.confirmed', 'V.limit'] }]);
});

test('a value that does not fit an input of the called decision is an error of the call', () => {
  const literal: Typed = {
    kind: 'context',
    entries: [{ name: 'overdue_days', variable: 'overdue_days', value: num('1.5') }],
    type: { kind: 'record', name: undefined, fields: new Map<string, { type: Type; optional: boolean; label: undefined }>([['overdue_days', { type: number, optional: false, label: undefined }]]) },
    span: spanOf('{ overdue_days: 1.5 }'),
  };
  const calling = policy([decision('d', Class.type, classOf(literal))], { imports: [classification] });
  expect(decide(calling, []).decisions['d']).toMatchObject({ outcome: 'error', reasons: [{ code: 'argument-outside-type' }] });
});

test('a field projected from a list of records', () => {
  const total = decision('total', days, builtin('sum', field(read(loans), 'overdue_days', { kind: 'list', item: days })));
  expect(decide(policy([loans, total]), loansOf('1', '2', '3')).decisions['total']?.value).toBe(6);
});

test('a function value keeps the variables of the moment it was made', () => {
  const makers = each('i', list(num('1'), num('2'), num('3')), { kind: 'lambda', parameters: ['x'], body: compute(variable('x', number), '*', variable('i', number)), type: { kind: 'any' }, span: spanOf('function') });
  const called = each('f', makers, { kind: 'value call', callee: variable('f'), arguments: [num('10')], type: number, span: spanOf('f(10)') });
  expect(decide(policy([decision('d', { kind: 'list', item: number }, called)]), []).decisions['d']?.value).toEqual(['10', '20', '30']);
});

test('functions that call themselves through one another without end are an error, not a crash', () => {
  const self: Typed = { kind: 'lambda', parameters: ['f'], body: { kind: 'value call', callee: variable('f'), arguments: [variable('f')], type: number, span: spanOf('f(f)') }, type: { kind: 'any' }, span: spanOf('function(f)') };
  const endless = decision('endless', number, { kind: 'value call', callee: self, arguments: [self], type: number, span: spanOf('…') });
  expect(decide(policy([endless]), []).decisions['endless']).toMatchObject({ outcome: 'error', reasons: [{ code: 'too-deep' }] });
});
