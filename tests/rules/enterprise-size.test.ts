import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { casesIn, openFacts } from '../../src/cli/facts-file.ts';
import { evaluate as decide } from '../../src/evaluate/evaluate.ts';
import { dateOf } from '../../src/feel/values/temporal.ts';
import { compile, evaluate } from '../../src/index.ts';
import type { Policy } from '../../src/index.ts';

/*
 * The sizes once more, from the form of the 2017 Measures: for each industry and metric the least that a large, a medium
 * and a small enterprise has. An enterprise is of the smallest size that any of its metrics gives it. The policy holds
 * the rows of the 2011 Standards instead, which say for each size what an enterprise must have.
 */

const examples = 'rules/enterprise-size/examples';
const { policies } = await compile('rules/enterprise-size');
const sizing = policies.get('enterprise_size') as Policy; // undefined fails every test below

type Bounds = readonly [large: number, medium: number, small: number];
interface Metrics {
  readonly employees?: Bounds;
  /** In 万元, as in the Measures. */
  readonly revenue?: Bounds;
  /** In 万元. */
  readonly total_assets?: Bounds;
}

const industries: Readonly<Record<string, Metrics>> = {
  agriculture: { revenue: [20000, 500, 50] },
  industrial: { employees: [1000, 300, 20], revenue: [40000, 2000, 300] },
  construction: { revenue: [80000, 6000, 300], total_assets: [80000, 5000, 300] },
  wholesale: { employees: [200, 20, 5], revenue: [40000, 5000, 1000] },
  retail: { employees: [300, 50, 10], revenue: [20000, 500, 100] },
  transport: { employees: [1000, 300, 20], revenue: [30000, 3000, 200] },
  storage: { employees: [200, 100, 20], revenue: [30000, 1000, 100] },
  post: { employees: [1000, 300, 20], revenue: [30000, 2000, 100] },
  accommodation: { employees: [300, 100, 10], revenue: [10000, 2000, 100] },
  catering: { employees: [300, 100, 10], revenue: [10000, 2000, 100] },
  telecommunications: { employees: [2000, 100, 10], revenue: [100000, 1000, 100] },
  software: { employees: [300, 100, 10], revenue: [10000, 1000, 50] },
  property_development: { revenue: [200000, 1000, 100], total_assets: [10000, 5000, 2000] },
  property_management: { employees: [1000, 300, 100], revenue: [5000, 1000, 500] },
  business_services: { employees: [300, 100, 10], total_assets: [120000, 8000, 100] },
  other: { employees: [300, 100, 10] },
};

const sizes = ['large', 'medium', 'small', 'micro'] as const;
const micro = sizes.indexOf('micro');
const metrics = ['employees', 'revenue', 'total_assets'] as const;
type Facts = Readonly<Record<(typeof metrics)[number], number | undefined>>;

/** Amounts in cents; undefined where no size follows from what is known. */
function sizeOf(industry: string, facts: Facts): string {
  const used = metrics.flatMap((metric) => {
    const bounds = industries[industry]?.[metric];
    return bounds === undefined ? [] : [rankOf(facts[metric], metric === 'employees' ? bounds : inCents(bounds))];
  });
  if (used.includes(micro)) return 'micro';
  return used.includes(undefined) ? 'undetermined' : (sizes[Math.max(...used.map((rank) => rank ?? micro))] ?? '');
}

function rankOf(value: number | undefined, bounds: Bounds): number | undefined {
  if (value === undefined) return undefined;
  const reached = bounds.findIndex((bound) => value >= bound);
  return reached === -1 ? micro : reached;
}

function inCents([large, medium, small]: Bounds): Bounds {
  return [large * 1_000_000, medium * 1_000_000, small * 1_000_000];
}

/** Values at every bound of the metric in any industry and one step beside it, or none. */
function near(metric: (typeof metrics)[number]): fc.Arbitrary<number | undefined> {
  const bounds = Object.values(industries).flatMap((each) => each[metric] ?? []);
  const grains = new Set(bounds.map((bound) => (metric === 'employees' ? bound : bound * 1_000_000)));
  return fc.option(fc.constantFrom(0, ...[...grains].flatMap((bound) => [bound - 1, bound, bound + 1])), { nil: undefined, freq: 6 });
}

const enterprises = fc.record({ industry: fc.constantFrom(...Object.keys(industries)), employees: near('employees'), revenue: near('revenue'), total_assets: near('total_assets') });

function inYuan(cents: number | undefined): string | undefined {
  return cents === undefined ? undefined : `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

test.each(['closures', 'compiled'] as const)('sizes are those of a second reading of the standards (%s)', (engine) => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(enterprises, ({ industry, ...facts }) => {
      const expected = sizeOf(industry, facts);
      seen.add(expected);
      const enterprise = { industry, employees: facts.employees, revenue: inYuan(facts.revenue), total_assets: inYuan(facts.total_assets) };
      const { decisions } = evaluate(sizing, JSON.stringify({ enterprise }), { asOf: '2026-03-31', engine, decisions: ['size'] });
      expect(decisions.size?.value).toBe(expected);
    }),
    { numRuns: 3000 },
  );
  expect([...seen].sort()).toEqual([...sizes, 'undetermined'].sort());
});

test('the example facts are those of a software company that is medium-sized', async () => {
  const { decisions, events } = evaluate(sizing, await readFile(`${examples}/enterprise.json`, 'utf8'), { asOf: '2026-03-31' });
  expect(decisions.size).toMatchObject({ value: 'medium', rules: ['size.M12'] });
  expect(decisions.size?.cites).toContainEqual(expect.objectContaining({ citation: 'Standards2011 item 4(12)' }));
  expect(events).toEqual([]);
});

/** What the standards say of each enterprise of the file, written down by hand. */
const expected: readonly (readonly [why: string, found: string])[] = [
  ['103 persons: at least medium-sized; large needs 300', 'medium'],
  ['499,900 yuan', 'micro'],
  ['1,000 persons, but not 400 million', 'medium'],
  ['299 persons', 'small'],
  ['19 persons', 'micro'],
  ['over 800 million of revenue, exactly 800 million of assets', 'large'],
  ['48 persons', 'small'],
  ['320 persons, but not 80 million of assets', 'small'],
  ['9 persons', 'micro'],
  ['2.6 million yuan, persons not known', 'undetermined'],
  ['industry not known', 'missing_facts'],
];

test('the enterprises of the example file get the sizes that the standards give them', async () => {
  const asOf = dateOf(2026, 3, 31);
  const found: (readonly [string, unknown])[] = [];
  for await (const { decoded } of casesIn(sizing, await openFacts(`${examples}/enterprises.csv`), 'csv', 'utf-8')) {
    if ('problems' in decoded || asOf === undefined) throw new Error(JSON.stringify(decoded));
    const { size } = decide(sizing, decoded.facts, { asOf, decisions: ['size'] }).decisions;
    found.push([expected[found.length]?.[0] ?? '', size?.value ?? size?.outcome]);
  }
  expect(found).toEqual(expected);
});
