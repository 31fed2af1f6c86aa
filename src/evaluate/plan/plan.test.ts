import { expect, test } from 'vitest';
import { anything, boolean, call, compare, compute, date, num, number, of, read, variable, when } from '../fixtures/expressions.ts';
import { decision, during, exception, fact, from, functionOf, policy, row, table, trigger } from '../fixtures/model.ts';
import { needsOf } from './needs.ts';
import type { Plan } from './plan.ts';
import { planFor } from './plans.ts';
import { printPlan } from './print.ts';

const [a, b, c] = [fact('a', number), fact('b', number, { optional: true }), fact('c', number)];
const base = decision('base', number, [during(from('2020-01-01', '2021-12-31'), read(a)), during(from('2022-01-01'), read(c))]);
const scaled = functionOf('scaled', [['x', number]], number, compute(variable('x', number), '*', read(b)));
const total = decision('total', number, compute(of(base), '+', call(scaled, num('2'))));
const alarm = trigger('alarm', compare(of(total), '>', read(a)), [['alarm', undefined]]);
const whole = policy([a, b, c, base, scaled, total, alarm]);

function needs(plan: Plan, name: string): unknown {
  const step = plan.steps.find((each) => each.name === name);
  if (step === undefined) throw new Error(`no step ${name}`);
  const { required, optional } = needsOf(step);
  return { required: required.map(({ path }) => path).sort(), optional: optional.map(({ path }) => path) };
}

test('steps stand in dependency order, decisions before triggers', () => {
  expect(planFor(whole, date('2024-01-31')).steps.map(({ name }) => name)).toEqual(['base', 'total', 'alarm']);
});

test('what a decision needs: directly, through decisions, and through functions; optional facts apart', () => {
  const plan = planFor(whole, date('2024-01-31'));
  expect(needs(plan, 'base')).toEqual({ required: ['c'], optional: [] });
  expect(needs(plan, 'total')).toEqual({ required: ['c'], optional: ['b'] });
  expect(needs(plan, 'alarm')).toEqual({ required: ['a', 'c'], optional: ['b'] });
});

test('what a decision needs depends on what is in force', () => {
  expect(needs(planFor(whole, date('2021-12-31')), 'base')).toEqual({ required: ['a'], optional: [] });
  expect(needs(planFor(whole, date('2019-12-31')), 'base')).toEqual({ required: [], optional: [] });
});

test('one plan holds for all dates between which nothing changes', () => {
  const plan = planFor(whole, date('2021-06-30'));
  expect(planFor(whole, date('2020-01-01'))).toBe(plan);
  expect(planFor(whole, date('2021-12-31'))).toBe(plan);
  expect(planFor(whole, date('2022-01-01'))).not.toBe(plan);
  expect(planFor(whole, date('2019-12-31'))).not.toBe(plan);
  expect(plan.stretch).toEqual({ from: date('2020-01-01'), to: date('2021-12-31') });
});

test('plans of more stretches than are kept are made again', () => {
  const years = Array.from({ length: 40 }, (_, year) => during(from(`${2000 + year}-01-01`, `${2000 + year}-12-31`), num(String(year))));
  const yearly = policy([decision('yearly', number, years)]);
  const first = planFor(yearly, date('2000-06-30'));
  expect(planFor(yearly, date('2000-07-01'))).toBe(first);
  for (let year = 2001; year < 2040; year += 1) planFor(yearly, date(`${year}-06-30`));
  const again = planFor(yearly, date('2000-06-30'));
  expect(again).not.toBe(first);
  expect(printPlan(again)).toEqual(printPlan(first));
});

test('rows and exceptions out of force are not in the plan', () => {
  const rows = [row('A', [anything], num('1'), { inForce: from('2020-01-01', '2020-12-31') }), row('A', [anything], num('2'), { inForce: from('2021-01-01') })];
  const dated = decision('dated', number, table('unique', [read(a)], number, rows), {
    exceptions: [
      exception('old', 'A', compare(read(c), '>', num('0')), num('3'), { inForce: from('2020-01-01', '2020-12-31') }),
      exception('new', 'A', compare(read(a), '>', num('0')), num('4'), { inForce: from('2021-01-01') }),
    ],
  });
  const plan = planFor(policy([a, c, dated]), date('2024-01-31'));
  expect(printPlan(plan)).toEqual({
    from: '2021-01-01',
    to: null,
    steps: [
      {
        decision: 'dated',
        reads: [],
        needs: ['a'],
        optional: [],
        body: { table: 'unique', columns: ['a'], rows: ['A'] },
        exceptions: [{ exception: 'dated.new', target: 'dated.A' }],
      },
    ],
    functions: {},
    calls: {},
  });
});

test('imported decisions are in the plan, under their policy’s name, before those that read them', () => {
  const upstream = decision('upstream', number, num('1'), { policy: 'vocabulary' });
  const unread = decision('unread', boolean, compare(num('1'), '>', num('2')), { policy: 'vocabulary' });
  const imported = policy([upstream, unread], { name: 'vocabulary' });
  const own = decision('own', number, when(compare(of(upstream), '>', num('0')), num('1'), num('2')));
  const plan = planFor(policy([own], { imports: [imported] }), date('2024-01-31'));
  expect(plan.steps.map(({ name }) => name)).toEqual(['vocabulary.upstream', 'vocabulary.unread', 'own']);
});

test('ten thousand decisions, each reading the one before, are planned without running out of stack', () => {
  const chain = [decision('d0', number, num('1'))];
  for (let index = 1; index < 10_000; index += 1) {
    const previous = chain.at(-1);
    if (previous !== undefined) chain.push(decision(`d${index}`, number, compute(of(previous), '+', num('1'))));
  }
  const plan = planFor(policy(chain), date('2024-01-31'));
  expect(plan.steps).toHaveLength(10_000);
  expect(needs(plan, 'd9999')).toEqual({ required: [], optional: [] });
});
