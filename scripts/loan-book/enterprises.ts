import type { Chance } from './distributions.ts';
import { shiftedOdds } from './distributions.ts';
import type { IndustryName } from './industries.ts';
import { industries } from './industries.ts';
import type { Officer } from './officers.ts';

/** A guarantee circle. Its members stand for each other's loans, and so share one shock. */
export interface Circle {
  readonly id: string;
  /** Standard normal; the larger the worse. */
  readonly shock: number;
}

/** How strongly the log-odds of distress follow the shock of the circle, and the officer's quality. */
const CIRCLE_LOADING = 1.2;
const OFFICER_LOADING = 0.5;

/** A borrower. Amounts are in yuan. */
export interface Enterprise {
  readonly id: string;
  readonly industry: IndustryName;
  readonly circle: Circle | undefined;
  readonly officer: Officer;
  readonly isDistressed: boolean;
  readonly employees: number;
  readonly revenue: number;
  readonly totalAssets: number;
  readonly totalDebt: number;
  readonly relatedSales: number;
  readonly guaranteesGiven: number;
  readonly isRelatedPerson: boolean;
}

const weights = Object.fromEntries(Object.entries(industries).map(([name, { weight }]) => [name, weight])) as Record<IndustryName, number>;

/** Enterprises without end: alone, or circle by circle, a circle's members one after another. */
export function* enterprisesOf(chance: Chance, officers: readonly Officer[]): Generator<Enterprise, never> {
  for (let number = 1, circles = 0; ; ) {
    const officer = officers[chance.integer(0, officers.length - 1)];
    if (officer === undefined) throw new Error('a book needs an officer');
    const inCircle = chance.bernoulli(0.12);
    const circle = inCircle ? { id: `VC${String(++circles).padStart(5, '0')}`, shock: chance.normal() } : undefined;
    const industry = chance.categorical(weights);
    for (let members = inCircle ? chance.integer(3, 8) : 1; members > 0; members -= 1) yield enterprise(chance, number++, industry, circle, officer);
  }
}

function enterprise(chance: Chance, number: number, name: IndustryName, circle: Circle | undefined, officer: Officer): Enterprise {
  const industry = industries[name];
  const isDistressed = chance.bernoulli(shiftedOdds(industry.distress, CIRCLE_LOADING * (circle?.shock ?? 0) - OFFICER_LOADING * officer.quality));
  const revenue = round(chance.lognormal(industry.medianRevenue, 1.1));
  const totalAssets = round(revenue * chance.lognormal(0.8, 0.4));
  const totalDebt = round(totalAssets * (isDistressed ? chance.uniform(0.6, 1.1) : chance.uniform(0.15, 0.85)));
  const equity = Math.max(0, totalAssets - totalDebt);
  return {
    id: `VE${String(number).padStart(7, '0')}`,
    industry: name,
    circle,
    officer,
    isDistressed,
    employees: Math.max(1, Math.round((revenue / industry.revenuePerEmployee) * chance.lognormal(1, 0.4))),
    revenue,
    totalAssets,
    totalDebt,
    relatedSales: round(revenue * (chance.bernoulli(0.05) ? chance.uniform(0.2, 0.5) : chance.uniform(0, 0.15)), 0),
    guaranteesGiven: circle === undefined ? (chance.bernoulli(0.1) ? round(equity * chance.uniform(0, 0.6), 0) : 0) : round(equity * chance.uniform(0.2, 1.1), 0),
    isRelatedPerson: chance.bernoulli(0.005),
  };
}

/** To ten thousand yuan. */
function round(amount: number, least = 10_000): number {
  return Math.max(least, Math.round(amount / 10_000) * 10_000);
}
