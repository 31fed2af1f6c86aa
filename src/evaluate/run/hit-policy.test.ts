import { expect, test } from 'vitest';
import type { Value } from '../../feel/values/value.ts';
import type { HitPolicy, Table } from '../../model/policy.ts';
import { anything, call, compare, compared, compute, constant, count, days, decimal, enumConstant, equals, holds, isMissing, not, num, number, oneOf, read, text, variable, when, within } from '../fixtures/expressions.ts';
import { decide, decision, enumOf, exception, fact, functionOf, otherwise, policy, row, table } from '../fixtures/model.ts';

const Class = enumOf('Class', ['normal', 'special_mention', 'loss'], 'worst last');
const list = (item: typeof number): { readonly kind: 'list'; readonly item: typeof number } => ({ kind: 'list', item });
const amount = fact('amount', number);

/** Rows A (>= 0), B (>= 10) and C (>= 20), with the numbers given as outputs. */
function overlapping(hitPolicy: HitPolicy, outputs: readonly [string, string, string], more: Partial<Table> = {}): Table {
  const [a, b, c] = outputs;
  return table(hitPolicy, [read(amount)], number, [
    row('A', [compared('>=', num('0'))], num(a)),
    row('B', [compared('>=', num('10'))], num(b)),
    row('C', [compared('>=', num('20'))], num(c)),
  ], more);
}

function decided(by: Table, value: string, type: Parameters<typeof decision>[1] = number): unknown {
  const { d } = decide(policy([amount, decision('d', type, by)]), [[amount, decimal(value)]]).decisions;
  return d?.outcome === 'decided' ? { value: d.value, rules: d.rules } : { outcome: d?.outcome, code: d?.reasons?.[0]?.code, rules: d?.reasons?.[0]?.rules };
}

test('unique: two rows that match are a conflict that names them', () => {
  expect(decided(overlapping('unique', ['1', '2', '3']), '5')).toEqual({ value: '1', rules: ['d.A'] });
  expect(decided(overlapping('unique', ['1', '1', '1']), '15')).toEqual({ outcome: 'conflict', code: 'rows-overlap', rules: ['d.A', 'd.B'] });
});

test('any: rows that match must agree', () => {
  expect(decided(overlapping('any', ['1', '1', '2']), '15')).toEqual({ value: '1', rules: ['d.A', 'd.B'] });
  expect(decided(overlapping('any', ['1', '1', '2']), '25')).toEqual({ outcome: 'conflict', code: 'rows-disagree', rules: ['d.A', 'd.B', 'd.C'] });
});

test('first: the first row that matches', () => {
  expect(decided(overlapping('first', ['1', '2', '3']), '25')).toEqual({ value: '1', rules: ['d.A'] });
});

test('rule order and collect: every output, in the order of the rows', () => {
  expect(decided(overlapping('rule order', ['3', '1', '2']), '25', list(number))).toEqual({ value: ['3', '1', '2'], rules: ['d.A', 'd.B', 'd.C'] });
  expect(decided(overlapping('collect', ['3', '1', '2']), '15', list(number))).toEqual({ value: ['3', '1'], rules: ['d.A', 'd.B'] });
});

test('collect with an aggregation', () => {
  expect(decided(overlapping('collect sum', ['3', '1', '2.5']), '25')).toEqual({ value: '6.5', rules: ['d.A', 'd.B', 'd.C'] });
  expect(decided(overlapping('collect count', ['3', '3', '2']), '25', count)).toEqual({ value: 3, rules: ['d.A', 'd.B', 'd.C'] });
  expect(decided(overlapping('collect min', ['3', '1', '2']), '25')).toEqual({ value: '1', rules: ['d.B'] });
  expect(decided(overlapping('collect max', ['3', '1', '3']), '25')).toEqual({ value: '3', rules: ['d.A', 'd.C'] });
});

test('where no row matches, lists are empty, count and sum are 0, and there is no least or greatest', () => {
  expect(decided(overlapping('collect', ['3', '1', '2']), '-1', list(number))).toEqual({ value: [], rules: [] });
  expect(decided(overlapping('rule order', ['3', '1', '2']), '-1', list(number))).toEqual({ value: [], rules: [] });
  expect(decided(overlapping('collect count', ['3', '1', '2']), '-1', count)).toEqual({ value: 0, rules: [] });
  expect(decided(overlapping('collect sum', ['3', '1', '2']), '-1')).toEqual({ value: '0', rules: [] });
  for (const hitPolicy of ['collect min', 'collect max', 'unique', 'any', 'first', 'priority'] as const) {
    expect(decided(overlapping(hitPolicy, ['3', '1', '2']), '-1')).toMatchObject({ outcome: 'no_match', code: 'no-row-matches' });
  }
});

function classes(hitPolicy: 'priority' | 'output order', vocabulary: ReturnType<typeof enumOf>, preference?: Table['preference']): unknown {
  const rows = ['special_mention', 'loss', 'normal'].map((name) => row(name, [anything], enumConstant(vocabulary, name)));
  const by = table(hitPolicy, [read(amount)], vocabulary.type, rows, { preference });
  return decided(by, '1', hitPolicy === 'priority' ? vocabulary.type : { kind: 'list', item: vocabulary.type });
}

test('priority: the member declared first, or the worst or best as the table prefers, wins', () => {
  const plain = enumOf('Plain', ['normal', 'special_mention', 'loss']);
  const worstFirst = enumOf('Reversed', ['loss', 'special_mention', 'normal'], 'worst first');
  expect(classes('priority', plain)).toEqual({ value: 'normal', rules: ['d.normal'] });
  expect(classes('priority', Class, 'worst first')).toEqual({ value: 'loss', rules: ['d.loss'] });
  expect(classes('priority', Class, 'best first')).toEqual({ value: 'normal', rules: ['d.normal'] });
  expect(classes('priority', worstFirst, 'worst first')).toEqual({ value: 'loss', rules: ['d.loss'] });
  expect(classes('priority', worstFirst, 'best first')).toEqual({ value: 'normal', rules: ['d.normal'] });
});

test('output order: every output, by priority', () => {
  expect(classes('output order', Class, 'worst first')).toMatchObject({ value: ['loss', 'special_mention', 'normal'] });
});

test('priority by the values that a type lists', () => {
  const single = (value: string): { low: string; high: string; lowClosed: true; highClosed: true } => ({ low: value, high: value, lowClosed: true, highClosed: true });
  const verdict = { kind: 'text', allowed: { text: '"refused", "approved"', alternatives: [single('refused'), single('approved')] } } as const;
  const by = table('priority', [read(amount)], verdict, [row('Y', [anything], constant('approved', verdict)), row('N', [anything], constant('refused', verdict))]);
  expect(decided(by, '1', verdict)).toEqual({ value: 'refused', rules: ['d.N'] });
});

test('several outputs make a context; priority counts them from the left', () => {
  const outputs = [
    { name: 'class', type: Class.type },
    { name: 'reviewers', type: count },
  ];
  const review = { kind: 'record', name: undefined, fields: new Map(outputs.map(({ name, type }) => [name, { type, optional: false, label: undefined }])) } as const;
  const rows = [
    row('A', [anything], [enumConstant(Class, 'normal'), num('2', count)]),
    row('B', [compared('>', num('10'))], [enumConstant(Class, 'loss'), num('3', count)]),
  ];
  expect(decided(table('first', [read(amount)], outputs, rows), '1', review)).toEqual({ value: { class: 'normal', reviewers: 2 }, rules: ['d.A'] });
  expect(decided(table('priority', [read(amount)], outputs, rows, { preference: 'worst first' }), '11', review)).toEqual({ value: { class: 'loss', reviewers: 3 }, rules: ['d.B'] });
});

test('an otherwise row fires when no other does', () => {
  const by = table('unique', [read(amount)], number, [row('A', [compared('>', num('10'))], num('1')), otherwise('rest', 1, num('0'))]);
  expect(decided(by, '11')).toEqual({ value: '1', rules: ['d.A'] });
  expect(decided(by, '5')).toEqual({ value: '0', rules: ['d.rest'] });
});

test('a table rounds its outcome, after the hit policy', () => {
  const rounding = { method: 'half up', step: decimal('0.01') } as const;
  expect(decided(overlapping('collect sum', ['0.004', '0.004', '0'], { rounding }), '15')).toMatchObject({ value: '0.01' });
});

test('a missing value matches `-` and `missing` alone; not(…) excludes it, and not(missing) means present', () => {
  const grade = fact('grade', number, { optional: true });
  const over = { any: anything, missing: isMissing, equal: equals(num('1')), less: compared('<', num('1')), range: within('0', '9') };
  const tests = {
    ...over,
    'not equal': compared('!=', num('1')),
    'not(1)': not(equals(num('1'))),
    'not(-)': not(anything),
    'not(missing)': not(isMissing),
    'missing or 1': oneOf(isMissing, equals(num('1'))),
    'holds': holds('x', constant(true, { kind: 'boolean' })),
  };
  const by = table('collect', [read(grade)], text, Object.entries(tests).map(([id, cell]) => row(id, [cell], constant(id, text))));
  const matching = (facts: readonly (readonly [typeof grade, Value])[]): unknown =>
    decide(policy([grade, decision('d', { kind: 'list', item: text }, by)]), facts).decisions['d']?.value;
  expect(matching([])).toEqual(['any', 'missing', 'missing or 1']);
  expect(matching([[grade, decimal('1')]])).toEqual(['any', 'equal', 'range', 'not(missing)', 'missing or 1', 'holds']);
  expect(matching([[grade, decimal('0')]])).toEqual(['any', 'less', 'range', 'not equal', 'not(1)', 'not(missing)', 'holds']);
});

test('every column is computed before any row is tested, so its error is the decision’s', () => {
  const broken = compute(num('1'), '/', num('0'));
  const by = table('first', [read(amount), broken], number, [row('A', [equals(num('1')), anything], num('1'))]);
  expect(decided(by, '1')).toMatchObject({ outcome: 'error', code: 'division-by-zero' });
});

test('columns are computed once, whatever their values turn out to be', () => {
  const double = functionOf('double', [['x', number]], number, compute(variable('x', number), '*', num('2')));
  const by = table('unique', [call(double, read(amount)), constant(null, number)], number, [row('A', [equals(num('2')), anything], num('1')), row('B', [anything, equals(num('3'))], num('2'))]);
  const { d } = decide(policy([amount, double, decision('d', number, by)]), [[amount, decimal('1')]], { work: 1 }).decisions;
  expect(d).toMatchObject({ outcome: 'decided', value: '1' });
});

test('saying what was seen is no work of the evaluation', () => {
  const double = functionOf('double', [['x', number]], number, compute(variable('x', number), '*', num('2')));
  const by = table('unique', [call(double, read(amount))], number, [row('A', [equals(num('1'))], num('1'))]);
  const { d } = decide(policy([amount, double, decision('d', number, by)]), [[amount, decimal('1')]], { work: 1 }).decisions;
  expect(d).toMatchObject({ outcome: 'no_match', reasons: [{ message: 'no row of `d` matches (double(…) = 2)' }] });
});

test('constant cells are tested before computed ones, so a row that a constant rules out computes nothing', () => {
  const fails = holds('x', compare(compute(num('1'), '/', variable('x', number)), '>', num('0')));
  const by = table('first', [read(amount), read(amount)], number, [row('A', [fails, compared('>', num('0'))], num('1')), row('B', [anything, anything], num('2'))]);
  expect(decided(by, '0')).toEqual({ value: '2', rules: ['d.B'] });
  const onlyComputed = table('first', [read(amount)], number, [row('A', [fails], num('1'))]);
  expect(decided(onlyComputed, '0')).toMatchObject({ outcome: 'error', code: 'division-by-zero' });
});

test('a computed cell compares with other facts', () => {
  const limit = fact('limit', days);
  const by = table('unique', [read(amount)], number, [
    row('over', [compared('>', read(limit))], num('1')),
    row('within', [compared('<=', read(limit))], num('0')),
  ]);
  const valueFor = (facts: readonly [string, string]): unknown =>
    decide(policy([amount, limit, decision('d', number, by)]), [[amount, decimal(facts[0])], [limit, decimal(facts[1])]]).decisions['d']?.value;
  expect([valueFor(['5', '4']), valueFor(['4', '4'])]).toEqual(['1', '0']);
});

test('exceptions to rows come before the hit policy combines', () => {
  const always = constant(true, { kind: 'boolean' });
  const by = (hitPolicy: HitPolicy, type: Parameters<typeof decision>[1], exceptions: Parameters<typeof exception>[3]): unknown =>
    decide(policy([amount, decision('d', type, overlapping(hitPolicy, ['1', '2', '3']), { exceptions: [exception('e', 'B', always, exceptions)] })]), [[amount, decimal('15')]]).decisions['d'];
  expect(by('collect sum', number, num('10'))).toMatchObject({ value: '11', rules: ['d.A', 'd.B', 'd.e'] });
  expect(by('any', number, num('1'))).toMatchObject({ value: '1', rules: ['d.A', 'd.B', 'd.e'] });
});

test('an output is computed only for a row that fires', () => {
  const by = table('unique', [read(amount)], number, [
    row('zero', [equals(num('0'))], num('0')),
    row('rest', [compared('!=', num('0'))], when(compare(read(amount), '>', num('1')), compute(num('1'), '/', read(amount)), num('1'))),
  ]);
  expect(decided(by, '0')).toEqual({ value: '0', rules: ['d.zero'] });
  expect(decided(by, '4')).toEqual({ value: '0.25', rules: ['d.rest'] });
});
