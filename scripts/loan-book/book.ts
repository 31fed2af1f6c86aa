import type { PlainJson, Policy } from '../../src/index.ts';
import { evaluate } from '../../src/index.ts';
import { borrowerOf, circumstancesOf } from './circumstances.ts';
import type { Chance } from './distributions.ts';
import { chanceOf } from './distributions.ts';
import type { Enterprise } from './enterprises.ts';
import { enterprisesOf } from './enterprises.ts';
import { accountabilityFacts, classificationFacts, competenceFacts, dutyFacts, inspectionFacts, limitFacts, signalFacts, sizeFacts, stageFacts } from './facts.ts';
import type { Loan } from './loans.ts';
import { loanOf } from './loans.ts';
import { officersOf } from './officers.ts';

type Policies = ReadonlyMap<string, Policy>;

export interface BookOptions {
  readonly loans: number;
  readonly seed: number;
  readonly asOf: string;
}

/** Policies that decide a loan; `accountability` is only for one that has gone bad. In the order in which their facts are made. */
export const loanPolicies = ['loan_classification', 'ecl_stage', 'inspection', 'warning_signals', 'lending_limits', 'review_duties', 'accountability', 'officer_competence'] as const;
export type LoanPolicy = (typeof loanPolicies)[number];

/** A loan as it is written: its number, that it is invented, what it was drawn from, and the facts for each policy. */
export interface BookLoan {
  readonly loan: string;
  readonly synthetic: true;
  /** 虚构数据 */
  readonly label: '虚构数据';
  readonly industry: string;
  readonly circle: string | null;
  readonly officer: string;
  readonly facts: Readonly<Partial<Record<LoanPolicy, PlainJson>>>;
}

/** What the class, the warning and the size are, the policies say: facts that one of them needs of another are never drawn. */
export function loanBook({ loans: count, seed, asOf }: BookOptions, policies: Policies): readonly BookLoan[] {
  const chance = chanceOf(seed);
  const ask = asking(policies, asOf);
  const officers = officersOf(chance, Math.max(5, Math.round(count / 100)), asOf);
  const classified = borrowers(chance, count, enterprisesOf(chance, officers), asOf).flatMap(({ enterprise, loans, memberFailed }) => {
    const borrower = borrowerOf(chance, enterprise, loans, memberFailed);
    const kind = kindOf(chance, ask('enterprise_size', sizeFacts(enterprise), 'size'));
    return loans.map((loan) => {
      const circumstances = circumstancesOf(chance, loan, borrower, kind, asOf);
      return { loan, circumstances, loanClass: ask('loan_classification', classificationFacts(loan, circumstances), 'class') };
    });
  });
  const balances = { all: balancesOf(classified), sme: balancesOf(classified.filter(({ circumstances: { kind } }) => !/^(medium|large)/.test(kind))) };
  const portfolios = new Map(officers.map(({ id }) => [id, balancesOf(classified.filter(({ loan }) => loan.enterprise.officer.id === id))]));
  const ratios = { branch_sme: share(balances.sme), head_office_target: '0.0300', bank_sme: share(balances.sme), bank_all: share(balances.all) };
  const capital = 2 * balances.all.balance;
  return classified.map(({ loan, circumstances, loanClass }) => {
    const signals = signalFacts(loan, circumstances, loanClass);
    const isWarned = ask('warning_signals', signals, 'level') !== 'none';
    const { industry, circle, officer } = loan.enterprise;
    return {
      loan: loan.id, synthetic: true, label: '虚构数据', industry, circle: circle?.id ?? null, officer: officer.id,
      facts: {
        loan_classification: classificationFacts(loan, circumstances),
        ecl_stage: stageFacts(loan, loanClass),
        inspection: inspectionFacts(loan, circumstances, loanClass, isWarned),
        warning_signals: signals,
        lending_limits: limitFacts(loan, circumstances, capital),
        review_duties: dutyFacts(loan, circumstances),
        ...(isBad(loanClass) ? { accountability: accountabilityFacts(loan, circumstances, loanClass, ratios) } : {}),
        officer_competence: competenceFacts(loan, circumstances, portfolios.get(officer.id) ?? { balance: 0, npl: 0 }),
      },
    };
  });
}

interface BorrowerLoans {
  readonly enterprise: Enterprise;
  readonly loans: readonly Loan[];
  readonly memberFailed: boolean;
}

/** Enterprises with their loans, until the book has as many loans as it should. */
function borrowers(chance: Chance, count: number, enterprises: Iterator<Enterprise, never>, asOf: string): readonly BorrowerLoans[] {
  const drawn: { readonly enterprise: Enterprise; readonly loans: readonly Loan[] }[] = [];
  for (let number = 1; number <= count; ) {
    const enterprise = enterprises.next().value;
    const many = Math.min(Number(chance.categorical({ '1': 80, '2': 15, '3': 5 })), count - number + 1);
    drawn.push({ enterprise, loans: Array.from({ length: many }, () => loanOf(chance, enterprise, number++, asOf)) });
  }
  const failedByCircle = new Map<string, Set<string>>();
  for (const { enterprise: { id, circle }, loans } of drawn) {
    if (circle === undefined || loans.every(({ overdueDays }) => overdueDays <= 90)) continue;
    failedByCircle.set(circle.id, new Set([...(failedByCircle.get(circle.id) ?? []), id]));
  }
  return drawn.map(({ enterprise, loans }) => {
    const failed = failedByCircle.get(enterprise.circle?.id ?? '') ?? new Set();
    return { enterprise, loans, memberFailed: failed.size > (failed.has(enterprise.id) ? 1 : 0) };
  });
}

/** One decision of a policy, as text. Whatever is not decided is an error of the book: it gives all facts. */
function asking(policies: Policies, asOf: string) {
  return (name: string, facts: PlainJson, decision: string): string => {
    const policy = policies.get(name);
    if (policy === undefined) throw new Error(`there is no policy ${name}`);
    const value = evaluate(policy, facts, { asOf, decisions: [decision] }).decisions[decision]?.value;
    if (typeof value !== 'string') throw new Error(`${name} does not decide ${decision} on ${asOf} from ${JSON.stringify(facts)}`);
    return value;
  };
}

function kindOf(chance: Chance, size: string): string {
  return size === 'micro' && chance.bernoulli(0.3) ? 'sole_trader' : `${size}_enterprise`;
}

export function isBad(loanClass: string): boolean {
  return loanClass === 'substandard' || loanClass === 'doubtful' || loanClass === 'loss';
}

function balancesOf(loans: readonly { readonly loan: Loan; readonly loanClass: string }[]): { readonly balance: number; readonly npl: number } {
  const sum = (some: typeof loans): number => some.reduce((total, { loan }) => total + loan.balance, 0);
  return { balance: sum(loans), npl: sum(loans.filter(({ loanClass }) => isBad(loanClass))) };
}

function share({ balance, npl }: { readonly balance: number; readonly npl: number }): string {
  return (balance === 0 ? 0 : npl / balance).toFixed(4);
}
