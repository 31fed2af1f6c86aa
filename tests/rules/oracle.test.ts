import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, evaluate } from '../../src/index.ts';
import type { Policy } from '../../src/index.ts';

/*
 * The class once more, as a plain function written from the regulations and not from the policy: a second reading, held
 * against the first on loans made up at random near every threshold.
 */

const { policies } = await compile('rules');
const classification = policies.get('loan_classification') as Policy; // undefined fails every test below

const classes = ['normal', 'special_mention', 'substandard', 'doubtful', 'loss'] as const;
type Class = (typeof classes)[number];
const [normal, specialMention, substandard, doubtful, loss] = [0, 1, 2, 3, 4];

const guarantees = ['credit', 'guaranteed', 'mortgage', 'pledge'] as const;
const kinds = ['micro_enterprise', 'small_enterprise', 'medium_enterprise', 'large_enterprise', 'business_owner', 'sole_trader', 'farmer'] as const;

/** Classes by guarantee (in the order above) up to so many days past due. */
const matrix: readonly (readonly [upTo: number, cells: readonly number[]])[] = [
  [0, [normal, normal, normal, normal]],
  [30, [specialMention, normal, normal, normal]],
  [90, [substandard, specialMention, specialMention, normal]],
  [180, [doubtful, substandard, specialMention, specialMention]],
  [360, [doubtful, doubtful, substandard, substandard]],
  [Infinity, [loss, loss, doubtful, doubtful]],
];

const dates = ['2023-06-30', '2023-07-01', '2024-09-23', '2024-09-24', '2025-12-31', '2026-01-01', '2027-12-31'] as const;

const condition = fc.boolean();
const rarely = fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0);
/** Whole yuan, so that the function below can compute with numbers: thresholds are hit exactly and missed by one. */
const shareOf = (whole: number, ...percents: readonly number[]): fc.Arbitrary<number> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, ...percents.flatMap((percent) => [-1, 0, 1].map((step) => fc.constant((whole * percent) / 100 + step))));

const loans = fc.record({
  asOf: fc.constantFrom(...dates),
  grantedOn: fc.constantFrom('2022-09-01', '2023-06-30', '2023-07-01', '2024-01-02'),
  reclassified: condition,
  kind: fc.constantFrom(...kinds),
  product: fc.constantFrom('working_capital', 'business', 'fixed_asset'),
  guarantee: fc.constantFrom(...guarantees),
  days: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.constantFrom(1, 7, 8, 30, 31, 90, 91, 180, 181, 270, 271, 360, 361), fc.nat(500)),
  technical: condition,
  useChanged: rarely,
  refinanced: condition,
  impaired: rarely,
  expectedLoss: shareOf(1_000_000, 50, 90),
  restructuring: fc.constantFrom('none', 'none', 'none', 'under_observation', 'restructured_again'),
  classBefore: fc.option(fc.constantFrom(...classes), { nil: undefined }),
  upgradeMet: fc.option(condition, { nil: undefined }),
  nplAnywhere: rarely,
  nplHere: shareOf(2_000_000, 10),
  overdueAll: shareOf(5_000_000, 20),
  slump: rarely,
  evades: rarely,
  bankrupt: rarely,
  originalClass: fc.option(fc.constantFrom('normal', 'normal', 'special_mention'), { nil: undefined }),
  originalMaturity: fc.option(fc.constantFrom('2025-06-30', '2027-09-30', '2027-10-01'), { nil: undefined }),
  renewalConditions: fc.array(fc.constantFrom(true, true, true, true, true, true, true, true, false, undefined), { minLength: 6, maxLength: 6 }),
  judged: fc.option(fc.constantFrom(...classes), { nil: undefined }),
});
type Loan = typeof loans extends fc.Arbitrary<infer T> ? T : never;

function classOf(loan: Loan): Class {
  const small = !['medium_enterprise', 'large_enterprise'].includes(loan.kind);
  const byMatrix = small ? (matrix.find(([upTo]) => loan.days <= upTo)?.[1][guarantees.indexOf(loan.guarantee)] ?? 0) : normal;
  const judged = loan.judged === undefined ? (small ? normal : specialMention) : classes.indexOf(loan.judged);
  const floors = measuresApply(loan) ? floorsUnderTheMeasures(loan) : [];
  return classes[Math.max(byMatrix, judged, ...floors)] ?? 'normal';
}

function measuresApply({ asOf, grantedOn, reclassified }: Loan): boolean {
  if (asOf < '2023-07-01') return false;
  return asOf > '2025-12-31' || grantedOn >= '2023-07-01' || reclassified;
}

function floorsUnderTheMeasures(loan: Loan): readonly number[] {
  const floors = [normal];
  if (loan.days > 0 && !(loan.technical && loan.days <= 7)) floors.push(specialMention);
  if (loan.days > 90) floors.push(substandard);
  if (loan.days > 270) floors.push(doubtful);
  if (loan.days > 360) floors.push(loss);
  if (loan.useChanged || loan.nplAnywhere) floors.push(specialMention);
  if (loan.refinanced && !keepsItsClass(loan)) floors.push(specialMention);
  if (loan.impaired || loan.slump || loan.nplHere * 10 > 2_000_000 || loan.overdueAll * 5 > 5_000_000) floors.push(substandard);
  if (loan.impaired && loan.expectedLoss * 2 >= 1_000_000) floors.push(doubtful);
  if (loan.impaired && loan.expectedLoss * 10 >= 9_000_000) floors.push(loss);
  if (loan.evades) floors.push(doubtful);
  if (loan.bankrupt) floors.push(loss);
  if (loan.restructuring === 'restructured_again') floors.push(substandard);
  if (loan.restructuring === 'under_observation') {
    const performingBefore = loan.classBefore === 'normal' || loan.classBefore === 'special_mention';
    const upgraded = loan.classBefore !== undefined && loan.upgradeMet === true;
    floors.push(performingBefore || upgraded ? specialMention : substandard);
  }
  return floors;
}

/** A renewal under the notice of 2024-09-24, all of whose conditions are known to be met. */
function keepsItsClass({ asOf, kind, product, originalClass, originalMaturity, renewalConditions }: Loan): boolean {
  const working = product === 'working_capital';
  const covered =
    (['micro_enterprise', 'small_enterprise'].includes(kind) && working) ||
    (['business_owner', 'sole_trader', 'farmer'].includes(kind) && product === 'business') ||
    (kind === 'medium_enterprise' && working && originalMaturity !== undefined && originalMaturity <= '2027-09-30');
  return asOf >= '2024-09-24' && covered && originalClass === 'normal' && renewalConditions.every((met) => met === true);
}

const rates: Readonly<Record<Class, number>> = { normal: 0, special_mention: 2, substandard: 25, doubtful: 50, loss: 100 };

/** The loan as a caller sends it. What is undefined is left out. */
function factsOf(loan: Loan): string {
  const [lawful, stable, creditworthy, standards, signed, bank] = loan.renewalConditions;
  return JSON.stringify({
    loan: {
      id: 'KJ-1',
      product: loan.product,
      granted_on: loan.grantedOn,
      reclassified: loan.reclassified,
      guarantee: loan.guarantee,
      balance: 1_000_000,
      overdue_days: loan.days,
      technical_overdue: loan.technical,
      use_changed: loan.useChanged,
      refinanced: loan.refinanced,
      credit_impaired: loan.impaired,
      expected_loss: loan.expectedLoss,
      restructuring: loan.restructuring,
      class_before_restructuring: loan.classBefore,
      upgrade_conditions_met: loan.upgradeMet,
    },
    debtor: {
      kind: loan.kind,
      npl_anywhere: loan.nplAnywhere,
      claims_here: 2_000_000,
      npl_claims_here: loan.nplHere,
      debts_all_banks: 5_000_000,
      overdue_debts_all_banks: loan.overdueAll,
      rating_slump: loan.slump,
      evades_debt: loan.evades,
      in_bankruptcy: loan.bankrupt,
      group_member_npl: false,
    },
    renewal: {
      original_class: loan.originalClass,
      original_maturity: loan.originalMaturity,
      signed_before_maturity: signed,
      lawful,
      stable,
      creditworthy,
      meets_lending_standards: standards,
    },
    manual: { renewal_bank_conditions: answered(bank), class_by_definition: answered(loan.judged) },
  });
}

function answered(value: boolean | Class | undefined): { value: boolean | Class; who: string; when: string } | undefined {
  return value === undefined ? undefined : { value, who: '李明', when: '2024-01-31' };
}

test.each(['closures', 'compiled'] as const)('class and provision are those of a second reading of the regulations (%s)', (engine) => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(loans, (loan) => {
      const expected = classOf(loan);
      const { outcome, decisions } = evaluate(classification, factsOf(loan), { asOf: loan.asOf, engine });
      seen.add(expected);
      expect(outcome).toBe('decided');
      expect(decisions.class?.value).toBe(expected);
      expect(decisions.provision?.value).toBe(`${String(rates[expected] * 10_000)}.00`);
    }),
    { numRuns: 1500 },
  );
  expect([...seen].sort()).toEqual([...classes].sort());
});

test('one more day past due never improves the class, and a larger expected loss never does', () => {
  const rankOf = (loan: Loan): number => classes.indexOf(evaluate(classification, factsOf(loan), { asOf: loan.asOf, decisions: ['class'] }).decisions.class?.value as Class);
  fc.assert(
    fc.property(loans, fc.nat(5), fc.nat(600_000), (loan, days, more) => {
      const rank = rankOf(loan);
      expect(rankOf({ ...loan, days: loan.days + days })).toBeGreaterThanOrEqual(rank);
      expect(rankOf({ ...loan, expectedLoss: loan.expectedLoss + more })).toBeGreaterThanOrEqual(rank);
    }),
    { numRuns: 500 },
  );
});
