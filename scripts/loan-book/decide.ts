import type { Answer, PlainJson, Policy } from '../../src/index.ts';
import { evaluate, RefusedError } from '../../src/index.ts';
import type { BookLoan } from './book.ts';
import { loanPolicies } from './book.ts';
import { money } from './facts.ts';

export const classes = ['normal', 'special_mention', 'substandard', 'doubtful', 'loss'] as const;

export interface ClassTotals {
  loans: number;
  /** In fen, and so exact. */
  balance: number;
  provision: number;
}

export interface Decided {
  readonly byClass: Readonly<Record<(typeof classes)[number], ClassTotals>>;
  /** How many answers had each outcome, `refused` among them, by policy. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly events: ReadonlyMap<string, number>;
  /** What was not decided: the policy, the loan and why. */
  readonly undecided: readonly string[];
  readonly answers: number;
}

/** Every loan by every policy that it has facts for. */
export function decideAll(book: readonly BookLoan[], policies: ReadonlyMap<string, Policy>, asOf: string): Decided {
  const byClass = Object.fromEntries(classes.map((name) => [name, { loans: 0, balance: 0, provision: 0 }])) as Record<(typeof classes)[number], ClassTotals>;
  const outcomes = new Map<string, Map<string, number>>();
  const events = new Map<string, number>();
  const undecided: string[] = [];
  let answers = 0;
  for (const name of loanPolicies) {
    const policy = policies.get(name);
    if (policy === undefined) throw new Error(`there is no policy ${name}`);
    const counts = new Map<string, number>();
    outcomes.set(name, counts);
    for (const { loan, facts: { [name]: facts } } of book) {
      if (facts === undefined) continue;
      const { outcome, answer, why } = decide(policy, facts, asOf);
      answers += 1;
      count(counts, outcome);
      if (outcome !== 'decided') undecided.push(`${name}  ${loan}  ${outcome}  ${why}`);
      for (const { event } of answer?.events ?? []) count(events, `${name}.${event}`);
      if (name === 'loan_classification' && answer !== undefined) add(byClass, facts, answer);
    }
  }
  return { byClass, outcomes, events, undecided, answers };
}

/** The portfolio's figures from the sums of the book. The allowance held is what the specific provisions of the loans come to. */
export function portfolio({ byClass }: Decided, policies: ReadonlyMap<string, Policy>, asOf: string): Answer {
  const policy = policies.get('portfolio_provision');
  if (policy === undefined) throw new Error('there is no policy portfolio_provision');
  const allowance = classes.reduce((sum, name) => sum + byClass[name].provision, 0);
  const loans = Object.fromEntries(classes.map((name) => [name, money(byClass[name].balance / 100)]));
  // Of the book every loan more than 90 days past due is non-performing; how many bad loans were disposed of nobody has reported.
  return evaluate(policy, { loans, allowance: money(allowance / 100), factors: { overdue90_as_npl: '1' } }, { asOf });
}

function decide(policy: Policy, facts: PlainJson, asOf: string): { readonly outcome: string; readonly answer?: Answer; readonly why: string } {
  try {
    const answer = evaluate(policy, facts, { asOf });
    const reasons = Object.values(answer.decisions).flatMap(({ reasons: some }) => some ?? []);
    return { outcome: answer.outcome, answer, why: reasons[0]?.message ?? '' };
  } catch (problem) {
    if (!(problem instanceof RefusedError)) throw problem;
    return { outcome: 'refused', why: problem.message };
  }
}

function add(byClass: Record<(typeof classes)[number], ClassTotals>, facts: PlainJson, { decisions }: Answer): void {
  const name = classes.find((one) => one === decisions['class']?.value);
  if (name === undefined) return;
  const totals = byClass[name];
  totals.loans += 1;
  totals.balance += fen((facts as { readonly loan: { readonly balance: string } }).loan.balance);
  totals.provision += fen(decisions['provision']?.value);
}

function fen(amount: unknown): number {
  return Math.round(Number(amount) * 100);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
