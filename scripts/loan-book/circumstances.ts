import type { Chance } from './distributions.ts';
import { shiftedOdds } from './distributions.ts';
import { daysBefore } from './dates.ts';
import type { Enterprise } from './enterprises.ts';
import type { Loan } from './loans.ts';

/** What is known of a borrower from all its loans, its circle and beyond. Amounts are in yuan. */
export interface Borrower {
  readonly claimsHere: number;
  readonly nplHere: number;
  readonly debtsElsewhere: number;
  readonly overdueElsewhere: number;
  readonly evadesDebt: boolean;
  readonly isBankrupt: boolean;
  readonly memberFailed: boolean;
  readonly production: 'full' | 'half_stopped' | 'stopped';
  readonly arrears: boolean;
  readonly keyPersonLost: boolean;
  readonly lawsuit: boolean;
  readonly collateralImpaired: boolean;
}

type Role = 'investigation' | 'review' | 'approval' | 'disbursement' | 'post_loan';

/** What surrounds a loan: who handled it and how, what is known of its borrower, what was found before. */
export interface Circumstances {
  readonly kind: string;
  readonly borrower: Borrower;
  readonly previousClass: 'normal' | 'special_mention' | 'substandard';
  /** What a person found, where the bank judges loan by loan. */
  readonly judged: 'normal' | 'special_mention' | undefined;
  readonly judgedOn: string;
  readonly watch: { readonly listed_on?: string; readonly last_signal_on?: string };
  readonly lastCheckedOn: string;
  readonly isOnBetterTerms: boolean;
  readonly isCloseToOfficer: boolean;
  readonly staff: {
    readonly secondInvestigator: string; readonly reviewer: string; readonly approver: string; readonly disbursementReviewer: string; readonly committeeMembers: number;
  };
  readonly conflicted: readonly string[];
  readonly diligence: Readonly<Record<Role, { readonly brokeRules: boolean; readonly stepsDone: boolean; readonly bar: string }>>;
  readonly cause: string;
}

export function borrowerOf(chance: Chance, { isDistressed }: Enterprise, loans: readonly Loan[], memberFailed: boolean): Borrower {
  const claimsHere = sum(loans);
  const nplHere = sum(loans.filter(({ overdueDays }) => overdueDays > 90));
  const debtsElsewhere = chance.bernoulli(0.4) ? Math.round(claimsHere * chance.lognormal(0.6, 0.7)) : 0;
  return {
    claimsHere,
    nplHere,
    debtsElsewhere,
    overdueElsewhere: isDistressed && chance.bernoulli(0.3) ? Math.round(debtsElsewhere * chance.uniform(0.05, 0.6)) : 0,
    evadesDebt: nplHere > 0 && chance.bernoulli(0.03),
    isBankrupt: nplHere > 0 && chance.bernoulli(0.06),
    memberFailed,
    production: isDistressed ? chance.categorical({ full: 50, half_stopped: 30, stopped: 20 }) : 'full',
    arrears: chance.bernoulli(isDistressed ? 0.35 : 0.01),
    keyPersonLost: chance.bernoulli(isDistressed ? 0.08 : 0.002),
    lawsuit: chance.bernoulli(isDistressed ? 0.3 : 0.01),
    collateralImpaired: chance.bernoulli(isDistressed ? 0.15 : 0.01),
  };
}

export function circumstancesOf(chance: Chance, loan: Loan, borrower: Borrower, kind: string, asOf: string): Circumstances {
  const { enterprise, overdueDays, amount, grantedOn } = loan;
  const { officer, isDistressed, isRelatedPerson } = enterprise;
  const listedDays = chance.integer(1, 400);
  const isListed = chance.bernoulli(isDistressed ? 0.6 : 0.02);
  const isJudged = kind === 'medium_enterprise' || kind === 'large_enterprise';
  const reviewer = `VR${chance.integer(10, 39)}`;
  const needsCommittee = amount > 5_000_000 || isRelatedPerson;
  const diligence = (): { readonly brokeRules: boolean; readonly stepsDone: boolean; readonly bar: string } => ({
    brokeRules: chance.bernoulli(shiftedOdds(0.1, -officer.quality)),
    stepsDone: chance.bernoulli(shiftedOdds(0.75, officer.quality)),
    bar: chance.categorical({ none: 970, fraud: 5, forgery: 10, collusion: 5, favour_loan: 10 }),
  });
  return {
    kind,
    borrower,
    previousClass: overdueDays > 180 ? 'substandard' : overdueDays > 30 || (isDistressed && chance.bernoulli(0.4)) ? 'special_mention' : 'normal',
    judged: isJudged && chance.bernoulli(0.98) ? (isDistressed ? 'special_mention' : 'normal') : undefined,
    judgedOn: latest(grantedOn, daysBefore(asOf, chance.integer(0, 90))),
    watch: isListed ? { listed_on: daysBefore(asOf, listedDays), last_signal_on: daysBefore(asOf, chance.integer(0, listedDays)) } : {},
    // Never before the loan was paid out.
    lastCheckedOn: latest(grantedOn, daysBefore(asOf, chance.integer(1, 100))),
    isOnBetterTerms: chance.bernoulli(0.02),
    isCloseToOfficer: chance.bernoulli(0.003),
    staff: {
      secondInvestigator: `VI${chance.integer(10, 99)}`,
      reviewer,
      approver: chance.bernoulli(0.01) ? reviewer : `VA${chance.integer(10, 29)}`,
      disbursementReviewer: `VD${chance.integer(10, 29)}`,
      committeeMembers: needsCommittee ? chance.integer(chance.bernoulli(0.03) ? 3 : 5, 7) : 0,
    },
    conflicted: chance.bernoulli(0.005) ? [chance.bernoulli(0.5) ? officer.id : reviewer] : [],
    diligence: { investigation: diligence(), review: diligence(), approval: diligence(), disbursement: diligence(), post_loan: diligence() },
    cause: chance.categorical({ at_origination: 55, at_disbursement: 10, after_lending: 35 }),
  };
}

function sum(loans: readonly Loan[]): number {
  return loans.reduce((total, { balance }) => total + balance, 0);
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}
