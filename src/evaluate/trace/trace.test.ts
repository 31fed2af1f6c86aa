import { expect, test } from 'vitest';
import { anything, boolean, call, compare, compared, compute, constant, decimal, enumConstant, equals, holds, num, number, of, percent, read, variable, within } from '../fixtures/expressions.ts';
import { decide, decision, enumOf, exception, fact, from, functionOf, otherwise, policy, row, table, trigger } from '../fixtures/model.ts';

const Class = enumOf('Class', ['normal', 'special_mention', 'loss'], 'worst last');
const overdue = fact('loan.overdue_days', number);
const technical = fact('loan.technical', boolean);
const note = fact('loan.note', number, { optional: true });

const floor = decision('floor', Class.type, table('unique', [read(overdue), read(technical)], Class.type, [
  row('F1', [equals(num('0')), anything], enumConstant(Class, 'normal')),
  row('F2', [within('1', '7'), equals(constant(true, boolean))], enumConstant(Class, 'normal')),
  row('F3', [within('1', '7'), equals(constant(false, boolean))], enumConstant(Class, 'special_mention')),
  row('F4', [compared('>', num('7')), anything], enumConstant(Class, 'loss')),
  row('F5', [compared('>', num('360')), anything], enumConstant(Class, 'loss'), { inForce: from('2030-01-01') }),
]));
const following = decision('following', Class.type, of(floor));
const graded = policy([overdue, technical, note, floor, following]);
const facts = [[overdue, decimal('3')], [technical, false]] as const;

test('no trace unless it is asked for', () => {
  expect(decide(graded, facts).trace).toBeNull();
});

test('fired: every step in the order of evaluation, with the facts it reads and its tables', () => {
  expect(decide(graded, facts, { explain: 'fired', decisions: ['following'] }).trace).toEqual({
    trace_version: 1,
    steps: [
      {
        decision: 'floor',
        outcome: 'decided',
        value: 'special_mention',
        facts: { 'loan.overdue_days': '3', 'loan.technical': false },
        tables: [{ of: 'floor', columns: [{ column: 'loan.overdue_days', value: '3' }, { column: 'loan.technical', value: false }], fired: ['floor.F3'] }],
        exceptions: [],
      },
      { decision: 'following', outcome: 'decided', value: 'special_mention', facts: {}, tables: [], exceptions: [] },
    ],
  });
});

test('full: why each other row in force did not fire, its first failing cell and the value seen there', () => {
  const [step] = decide(graded, facts, { explain: 'full' }).trace?.steps ?? [];
  expect(step?.tables[0]?.not_fired).toEqual([
    { rule: 'floor.F1', column: 'loan.overdue_days', cell: '0', value: '3' },
    { rule: 'floor.F2', column: 'loan.technical', cell: 'true', value: false },
    { rule: 'floor.F4', column: 'loan.overdue_days', cell: '> 7', value: '3' },
  ]);
});

test('full: rows that match too but that others outranked', () => {
  const by = table('first', [read(overdue)], number, [row('A', [anything], num('1')), row('B', [anything], num('2')), otherwise('rest', 1, num('3'))]);
  const [step] = decide(policy([overdue, decision('d', number, by)]), [[overdue, decimal('1')]], { explain: 'full' }).trace?.steps ?? [];
  expect(step?.tables).toMatchObject([{ fired: ['d.A'], outranked: ['d.B', 'd.rest'], not_fired: [] }]);
});

test('of a priority table only the winner has fired', () => {
  const by = table('priority', [read(overdue)], Class.type, [row('A', [anything], enumConstant(Class, 'normal')), row('B', [anything], enumConstant(Class, 'loss'))], { preference: 'worst first' });
  const [step] = decide(policy([overdue, decision('d', Class.type, by)]), [[overdue, decimal('1')]], { explain: 'full' }).trace?.steps ?? [];
  expect(step?.tables).toMatchObject([{ fired: ['d.B'], outranked: ['d.A'] }]);
});

test('a table without a matching row, and one with a conflict, are shown as they were met', () => {
  const none = table('unique', [read(overdue)], number, [row('A', [compared('>', num('9'))], num('1'))]);
  const [missed] = decide(policy([overdue, decision('d', number, none)]), [[overdue, decimal('1')]], { explain: 'full' }).trace?.steps ?? [];
  expect(missed).toMatchObject({ outcome: 'no_match', tables: [{ fired: [], not_fired: [{ rule: 'd.A', cell: '> 9', value: '1' }] }] });
  expect(missed).not.toHaveProperty('value');
  const clash = table('unique', [read(overdue)], number, [row('A', [anything], num('1')), row('B', [anything], num('2'))]);
  const [clashing] = decide(policy([overdue, decision('d', number, clash)]), [[overdue, decimal('1')]], { explain: 'fired' }).trace?.steps ?? [];
  expect(clashing).toMatchObject({ outcome: 'conflict', tables: [{ fired: ['d.A', 'd.B'] }] });
});

test('facts that are absent are null, and so is a missing column', () => {
  const by = table('unique', [read(note)], number, [row('A', [anything], num('1'))]);
  const [step] = decide(policy([note, decision('d', number, by)]), [], { explain: 'fired' }).trace?.steps ?? [];
  expect(step).toMatchObject({ facts: { 'loan.note': null }, tables: [{ columns: [{ column: 'loan.note', value: null }] }] });
});

test('tables of parameters stand in the decision that looked them up, with the values of their arguments', () => {
  const rate = functionOf('rate', [['class', Class.type]], percent, table('unique', [variable('class', Class.type)], percent, [
    row('P1', [equals(enumConstant(Class, 'normal'))], num('0.01', percent)),
    row('P2', [equals(enumConstant(Class, 'special_mention'))], num('0.02', percent)),
  ]), { kind: 'parameter' });
  const rated = decision('rated', percent, compute(call(rate, of(floor)), '*', num('2')));
  const [, step] = decide(policy([overdue, technical, rate, floor, rated]), facts, { explain: 'full' }).trace?.steps ?? [];
  expect(step).toMatchObject({
    decision: 'rated',
    tables: [{ of: 'rate', columns: [{ column: 'class', value: 'special_mention' }], fired: ['rate.P2'], not_fired: [{ rule: 'rate.P1', column: 'class', cell: 'normal', value: 'special_mention' }] }],
  });
});

test('each exception in force, and what became of it', () => {
  const by = table('unique', [read(overdue)], number, [row('A', [compared('<', num('5'))], num('1')), row('B', [compared('>=', num('5'))], num('2'))]);
  const exceptions = [
    exception('on', 'A', constant(true, boolean), num('3')),
    exception('off', 'A', constant(false, boolean), num('4')),
    exception('elsewhere', 'B', constant(true, boolean), num('5')),
    exception('chained', { kind: 'exception', name: 'off' }, constant(true, boolean), num('6')),
    exception('overall', { kind: 'decision' }, compare(read(overdue), '>', num('99')), num('7')),
  ];
  const [step] = decide(policy([overdue, decision('d', number, by, { exceptions })]), [[overdue, decimal('1')]], { explain: 'fired' }).trace?.steps ?? [];
  expect(step?.exceptions).toEqual([
    { exception: 'd.on', target: 'd.A', state: 'replaced' },
    { exception: 'd.off', target: 'd.A', state: 'when is false' },
    { exception: 'd.elsewhere', target: 'd.B', state: 'target did not fire' },
    { exception: 'd.chained', target: 'd.off', state: 'target did not fire' },
    { exception: 'd.overall', target: 'd', state: 'when is false' },
  ]);
});

test('a trigger is a step too', () => {
  const alarm = trigger('alarm', compare(read(overdue), '>', num('2')), [['alarm', undefined]]);
  expect(decide(policy([overdue, alarm]), [[overdue, decimal('3')]], { explain: 'fired' }).trace?.steps).toEqual([
    { decision: 'alarm', outcome: 'decided', value: true, facts: { 'loan.overdue_days': '3' }, tables: [], exceptions: [] },
  ]);
});

test('a cell that would fail to compute was not reached, so another is shown', () => {
  const breaks = holds('x', compare(compute(num('1'), '/', variable('x', number)), '>', num('0')));
  const by = table('first', [read(overdue), read(overdue)], number, [row('A', [breaks, compared('>', num('0'))], num('1')), row('B', [anything, anything], num('2'))]);
  const [step] = decide(policy([overdue, decision('d', number, by)]), [[overdue, decimal('0')]], { explain: 'full' }).trace?.steps ?? [];
  expect(step?.tables[0]?.not_fired).toEqual([{ rule: 'd.A', column: 'loan.overdue_days', cell: '> 0', value: '0' }]);
});

test('asking for a trace changes nothing else in the answer', () => {
  const { trace: _none, ...plain } = decide(graded, facts);
  const { trace: _full, ...traced } = decide(graded, facts, { explain: 'full' });
  expect(traced).toEqual(plain);
});
