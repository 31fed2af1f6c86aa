import type { Chance } from './distributions.ts';
import { daysBefore } from './dates.ts';
import type { Enterprise } from './enterprises.ts';

export type Guarantee = 'credit' | 'guaranteed' | 'mortgage' | 'pledge';

/** A loan before any policy has seen it. Amounts are in yuan. */
export interface Loan {
  readonly id: string;
  readonly enterprise: Enterprise;
  readonly product: 'working_capital' | 'fixed_asset';
  readonly guarantee: Guarantee;
  readonly term: number;
  readonly grantedOn: string;
  readonly amount: number;
  readonly balance: number;
  readonly overdueDays: number;
  readonly isTechnical: boolean;
  readonly interestUnpaidDays: number;
  readonly isImpaired: boolean;
  readonly expectedLoss: number;
  readonly isRefinanced: boolean;
  readonly isFundsDiverted: boolean;
}

/** What is lost of a loan that fails, by what secures it. */
const lossGivenDefault: Readonly<Record<Guarantee, number>> = { credit: 0.85, guaranteed: 0.6, mortgage: 0.35, pledge: 0.2 };

export function loanOf(chance: Chance, enterprise: Enterprise, number: number, asOf: string): Loan {
  const { circle, isDistressed, revenue } = enterprise;
  const product = chance.categorical({ working_capital: 80, fixed_asset: 20 });
  const guarantee: Guarantee = circle === undefined ? chance.categorical({ credit: 20, guaranteed: 25, mortgage: 45, pledge: 10 }) : 'guaranteed';
  const term = Number(product === 'fixed_asset' ? chance.categorical({ '36': 40, '60': 40, '120': 20 }) : chance.categorical({ '6': 10, '12': 65, '24': 10, '36': 15 }));
  const amount = Math.max(50_000, Math.round((revenue * chance.lognormal(0.12, 0.6)) / 10_000) * 10_000);
  const balance = product === 'fixed_asset' ? Math.round((amount * chance.uniform(0.3, 1)) / 1000) * 1000 : amount;
  // A loan to a distressed enterprise may be older than its term: it was not repaid.
  const age = chance.integer(30, term * 30 + (isDistressed ? 360 : 0));
  const overdueDays = Math.min(age - 30, daysPastDue(chance, isDistressed));
  const isImpaired = overdueDays > 90 || (isDistressed && chance.bernoulli(0.1));
  return {
    id: `V-${String(number).padStart(8, '0')}`,
    enterprise,
    product,
    guarantee,
    term,
    grantedOn: daysBefore(asOf, age),
    amount,
    balance,
    overdueDays,
    isTechnical: !isDistressed && overdueDays > 0 && overdueDays <= 7 && chance.bernoulli(0.6),
    interestUnpaidDays: isDistressed ? Math.min(age - 30, overdueDays + chance.integer(0, 60)) : overdueDays,
    isImpaired,
    expectedLoss: Math.round(balance * lossGivenDefault[guarantee] * probabilityOfDefault(overdueDays, isImpaired) * chance.uniform(0.8, 1.15)),
    isRefinanced: chance.bernoulli(isDistressed ? 0.2 : 0.06),
    isFundsDiverted: chance.bernoulli(isDistressed ? 0.06 : 0.003),
  };
}

function daysPastDue(chance: Chance, isDistressed: boolean): number {
  if (isDistressed) return chance.bernoulli(0.2) ? 0 : Math.round(chance.exponential(130));
  return chance.bernoulli(0.025) ? chance.integer(1, 30) : 0;
}

function probabilityOfDefault(overdueDays: number, isImpaired: boolean): number {
  if (overdueDays > 270) return 1;
  if (isImpaired) return 0.6;
  return overdueDays > 30 ? 0.2 : overdueDays > 0 ? 0.08 : 0.015;
}
