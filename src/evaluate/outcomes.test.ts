import { expect, test } from 'vitest';
import { compare, compute, constant, date, days, decimal, enumConstant, equals, num, number, of, read, within, builtin, when, anything, list, each, variable, compared } from './fixtures/expressions.ts';
import { decide, decision, during, enumOf, fact, from, policy, row, table } from './fixtures/model.ts';
import { UnknownDecision } from './asked.ts';
import { worst } from './outcome.ts';

const Class = enumOf('Class', ['normal', 'special_mention', 'loss'], 'worst last');
const overdue = fact('loan.overdue_days', days);
const rate = fact('loan.rate', number);

const overdueFloor = decision('overdue_floor', Class.type, [
  table('unique', [read(overdue)], Class.type, [
    row('F1', [within('0', '0')], enumConstant(Class, 'normal')),
    row('F2', [within('1', '90')], enumConstant(Class, 'special_mention')),
    row('F3', [compared('>', num('100'))], enumConstant(Class, 'loss')),
  ]),
]);
const following = decision('following', Class.type, of(overdueFloor));
const graded = policy([overdue, overdueFloor, following]);

test('outcomes are ordered: decided, no_match, missing_facts, conflict, error', () => {
  expect(worst(['decided', 'no_match'])).toBe('no_match');
  expect(worst(['missing_facts', 'no_match'])).toBe('missing_facts');
  expect(worst(['missing_facts', 'conflict'])).toBe('conflict');
  expect(worst(['error', 'conflict', 'decided'])).toBe('error');
  expect(worst([])).toBe('decided');
});

test('a decision whose table has a matching row is decided, with the row as its rule', () => {
  const { outcome, decisions } = decide(graded, [[overdue, decimal('7')]]);
  expect(outcome).toBe('decided');
  expect(decisions['overdue_floor']).toEqual({ outcome: 'decided', value: 'special_mention', rules: ['overdue_floor.F2'], because: [], cites: [] });
  expect(decisions['following']).toEqual({ outcome: 'decided', value: 'special_mention', rules: [], because: ['overdue_floor.F2'], cites: [] });
});

test('no row for the facts is no_match, and says what was seen', () => {
  const { outcome, decisions } = decide(graded, [[overdue, decimal('95')]]);
  expect(outcome).toBe('no_match');
  expect(decisions['overdue_floor']).toMatchObject({ outcome: 'no_match', rules: [], because: [] });
  expect(decisions['overdue_floor']?.reasons).toEqual([
    { code: 'no-row-matches', message: 'no row of `overdue_floor` matches (loan.overdue_days = 95)', at: { file: 'test.policy', line: 1, column: 1 } },
  ]);
});

test('a decision that reads one that is not decided takes its outcome and names it', () => {
  const { decisions } = decide(graded, [[overdue, decimal('95')]]);
  expect(decisions['following']).toMatchObject({ outcome: 'no_match', reasons: [{ code: 'depends-on', decision: 'overdue_floor' }] });
});

test('an absent required fact is missing_facts with its path, for each decision that needs it', () => {
  const { outcome, decisions } = decide(graded, []);
  expect(outcome).toBe('missing_facts');
  expect(decisions['overdue_floor']?.reasons).toMatchObject([{ code: 'fact-missing', missing: ['loan.overdue_days'] }]);
  expect(decisions['following']?.reasons).toMatchObject([{ code: 'depends-on', decision: 'overdue_floor', missing: ['loan.overdue_days'] }]);
});

test('what a decision needs is static: a branch not taken and a row not reached count', () => {
  const branch = decision('branch', number, when(constant(true), num('1'), read(rate)));
  const rows = decision('rows', number, [
    table('first', [read(overdue)], number, [row('A', [anything], num('1')), row('B', [anything], read(rate))]),
  ]);
  const { decisions } = decide(policy([overdue, rate, branch, rows]), [[overdue, decimal('1')]]);
  expect(decisions['branch']).toMatchObject({ outcome: 'missing_facts', reasons: [{ missing: ['loan.rate'] }] });
  expect(decisions['rows']).toMatchObject({ outcome: 'missing_facts', reasons: [{ missing: ['loan.rate'] }] });
});

test('an upstream decision that a branch would not reach still counts', () => {
  const fails = decision('fails', number, compute(num('1'), '/', num('0')));
  const spared = decision('spared', number, when(constant(true), num('1'), of(fails)));
  expect(decide(policy([fails, spared]), []).decisions['spared']).toMatchObject({ outcome: 'error', reasons: [{ code: 'depends-on', decision: 'fails' }] });
});

test('of several obstacles the worst gives the outcome, and every one is named', () => {
  const fails = decision('fails', number, compute(num('1'), '/', num('0')));
  const both = decision('both', number, compute(of(fails), '+', compute(of(overdueFloor), '+', read(rate))));
  const { decisions } = decide(policy([overdue, rate, overdueFloor, fails, both]), [[overdue, decimal('95')]]);
  expect(decisions['both']?.outcome).toBe('error');
  expect(decisions['both']?.reasons?.map(({ code, decision, missing }) => [code, decision, missing])).toEqual([
    ['depends-on', 'fails', undefined],
    ['depends-on', 'overdue_floor', undefined],
    ['fact-missing', undefined, ['loan.rate']],
  ]);
});

test('an error names the operator that failed', () => {
  const fails = decision('fails', number, compute(num('1'), '+', compute(num('1'), '/', num('0'))));
  expect(decide(policy([fails]), []).decisions['fails']?.reasons).toMatchObject([{ code: 'division-by-zero', at: { file: 'test.policy', line: 1, column: 1 } }]);
});

test('a decision of which nothing is in force on the date is no_match', () => {
  const dated = decision('dated', number, [during(from('2023-07-01', '2023-12-31'), num('1'))]);
  const { decisions } = decide(policy([dated]), []);
  expect(decisions['dated']).toMatchObject({ outcome: 'no_match', reasons: [{ code: 'not-in-force', message: 'nothing of `dated` is in force on 2024-01-31' }] });
});

test('the body in force on the date decides; both ends of a period belong to it', () => {
  const dated = decision('dated', number, [during(from('2023-01-01', '2023-06-30'), num('1')), during(from('2023-07-01'), num('2'))]);
  const valueOn = (day: string): unknown => decide(policy([dated]), [], { asOf: date(day) }).decisions['dated']?.value;
  expect(['2023-01-01', '2023-06-30', '2023-07-01', '2030-01-01'].map(valueOn)).toEqual(['1', '1', '2', '2']);
});

test('a body not in force needs nothing', () => {
  const dated = decision('dated', number, [during(from('2020-01-01', '2020-12-31'), read(rate)), during(from('2021-01-01'), num('2'))]);
  expect(decide(policy([rate, dated]), []).decisions['dated']?.value).toBe('2');
});

test('outside the period of the policy or of the decision nothing is in force', () => {
  const own = decision('own', number, num('1'), { inForce: from('2025-01-01') });
  const any = decision('any', number, num('1'));
  expect(decide(policy([own]), []).decisions['own']?.outcome).toBe('no_match');
  expect(decide(policy([any], { inForce: from('2025-01-01') }), []).decisions['any']?.outcome).toBe('no_match');
});

test('a result outside the declared type is an error: off its grain, beyond its range', () => {
  const share = fact('share', number);
  const off = decision('off', days, read(share));
  const atMostOne = { low: undefined, high: decimal('1'), lowClosed: true, highClosed: true };
  const beyond = decision('beyond', { ...number, allowed: { text: '<= 1', alternatives: [atMostOne] } }, read(share));
  const { decisions } = decide(policy([share, off, beyond]), [[share, decimal('1.5')]]);
  expect(decisions['off']?.reasons).toMatchObject([{ code: 'result-outside-type', message: '`off` came to `1.5`, which is not within its type, `days`' }]);
  expect(decisions['beyond']?.outcome).toBe('error');
});

test('only what is asked for is answered, and a name that the policy lacks is refused', () => {
  const { decisions, outcome } = decide(graded, [[overdue, decimal('7')]], { decisions: ['following'] });
  expect(Object.keys(decisions)).toEqual(['following']);
  expect(outcome).toBe('decided');
  expect(() => decide(graded, [], { decisions: ['folowing'] })).toThrow(UnknownDecision);
});

test('decisions that were not asked for do not count in the overall outcome', () => {
  const other = decision('other', number, read(rate));
  expect(decide(policy([overdue, rate, overdueFloor, other]), [[overdue, decimal('1')]], { decisions: ['overdue_floor'] }).outcome).toBe('decided');
});

test('imported decisions are evaluated where they are needed and answered where they are asked for', () => {
  const days = fact('days', number, { policy: 'vocabulary' });
  const upstream = decision('upstream', number, read(days), { policy: 'vocabulary' });
  const imported = policy([days, upstream], { name: 'vocabulary' });
  const own = decision('own', number, compute(of(upstream), '+', num('1')));
  const importing = policy([own], { imports: [imported] });
  expect(decide(importing, [[days, decimal('1')]]).decisions).toEqual({ own: { outcome: 'decided', value: '2', rules: [], because: [], cites: [] } });
  expect(decide(importing, [[days, decimal('1')]], { decisions: ['vocabulary.upstream'] }).decisions['vocabulary.upstream']?.value).toBe('1');
  expect(decide(importing, []).decisions['own']?.reasons).toMatchObject([{ decision: 'vocabulary.upstream', missing: ['vocabulary.days'] }]);
});

test('an evaluation that never seems to end is stopped with a clear error', () => {
  const endless = decision('endless', number, {
    kind: 'for',
    iterators: [{ variable: 'i', source: num('1'), to: num('1000000000') }],
    result: variable('i'),
    type: number,
    span: num('1').span,
  });
  expect(decide(policy([endless]), [], { work: 1000 }).decisions['endless']).toMatchObject({
    outcome: 'error',
    reasons: [{ code: 'too-much-work', message: 'the evaluation took more than 1000 steps and was stopped' }],
  });
});

test('the budget is for the whole evaluation, and a decision stopped by it leaves the others their answers', () => {
  const loop = decision('loop', number, builtin('sum', each('i', list(num('1'), num('2'), num('3')), variable('i', number))));
  const plain = decision('plain', number, num('1'));
  const { decisions } = decide(policy([loop, plain]), [], { work: 3 });
  expect(decisions['loop']?.outcome).toBe('error');
  expect(decisions['plain']?.outcome).toBe('decided');
});

test('a comparison that FEEL would answer with null is an error', () => {
  const odd = decision('odd', number, when(compare(constant('90'), '>', num('1')), num('1'), num('2')));
  expect(decide(policy([odd]), []).decisions['odd']).toMatchObject({ outcome: 'error', reasons: [{ code: 'types-not-comparable' }] });
});

test('names such as __proto__ and constructor are ordinary', () => {
  const odd = decision('__proto__', number, num('1'));
  const other = decision('constructor', number, compute(of(odd), '+', num('1')));
  const { decisions } = decide(policy([odd, other]), []);
  expect(Object.getPrototypeOf(decisions)).toBeNull();
  expect(Object.entries(decisions).map(([name, { value }]) => [name, value])).toEqual([['__proto__', '1'], ['constructor', '2']]);
  expect(decide(policy([odd, other]), [], { decisions: ['__proto__'] }).outcome).toBe('decided');
});

test('a cell equal to one of several values', () => {
  const Guarantee = enumOf('Guarantee', ['credit', 'guaranteed', 'mortgage']);
  const guarantee = fact('guarantee', Guarantee.type);
  const secured = decision('secured', { kind: 'boolean' }, [
    table('unique', [read(guarantee)], { kind: 'boolean' }, [row('S1', [equals(enumConstant(Guarantee, 'mortgage'))], constant(true, { kind: 'boolean' }))]),
  ]);
  expect(decide(policy([guarantee, secured]), [[guarantee, Guarantee.members[2] ?? null]]).decisions['secured']?.value).toBe(true);
  expect(decide(policy([guarantee, secured]), [[guarantee, Guarantee.members[0] ?? null]]).decisions['secured']?.outcome).toBe('no_match');
});
