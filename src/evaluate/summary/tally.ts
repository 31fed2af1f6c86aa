import type { FeelDate } from '../../feel/values/temporal.ts';
import { formatTemporal } from '../../feel/values/temporal.ts';
import { Decimal } from '../../feel/values/decimal.ts';
import type { Policy } from '../../model/policy.ts';
import type { Decided } from '../decide.ts';
import type { CasePlace } from '../facts/case.ts';
import type { FactProblem } from '../facts/problem.ts';
import type { DecisionStep, TriggerStep } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';
import { recordOf } from '../value-json.ts';
import { outcomeCounts } from './outcome-counts.ts';
import { problemCounts } from './problem-counts.ts';
import type { DecisionSummary, Summary, TriggerSummary } from './summary.ts';
import type { NumberTotals, ValueCounts } from './value-tally.ts';
import { numberTotals, valueCounts } from './value-tally.ts';

/** Counts what the cases of one run come to, in memory that does not grow with their number. */
export interface Tally {
  readonly decided: (decided: Decided) => void;
  /** A case whose facts were refused. */
  readonly refused: (place: CasePlace, problems: readonly FactProblem[]) => void;
  /** How many there have been, of both kinds. */
  readonly cases: () => number;
  /** Whether every case was decided, in everything that was asked about it. */
  readonly allDecided: () => boolean;
  readonly summary: () => Summary;
}

/** A fresh tally for cases that are all asked the same, as of the same date. */
export function tallyFor(policy: Policy, asOf: FeelDate): Tally {
  let answered = 0;
  let refused = 0;
  const overall = outcomeCounts();
  const problems = problemCounts();
  const decisions = new Map<string, DecisionTally>();
  const triggers = new Map<string, TriggerTally>();
  const events = new Map<string, number>();

  return {
    decided: ({ frame, asked, outcome }) => {
      answered += 1;
      overall.add(outcome);
      for (const step of asked.decisions) kept(decisions, step.name, () => decisionTally(step)).add(frame);
      for (const step of asked.triggers) kept(triggers, step.name, () => triggerTally(step, events)).add(frame);
    },
    refused: (place, found) => {
      refused += 1;
      problems.add(place, found);
    },
    cases: () => answered + refused,
    allDecided: () => refused === 0 && overall.count('decided') === answered,
    summary: () => ({
      summary_version: 1,
      policy: policy.name,
      content_hash: policy.contentHash,
      as_of: formatTemporal(asOf),
      cases: answered + refused,
      answered,
      refused,
      outcomes: overall.found(),
      decisions: recordOf([...decisions].map(([name, tally]) => [name, tally.found()])),
      triggers: recordOf([...triggers].map(([name, tally]) => [name, tally.found()])),
      events: recordOf(events),
      ...problems.found(),
    }),
  };
}

function kept<T>(tallies: Map<string, T>, name: string, fresh: () => T): T {
  const known = tallies.get(name);
  if (known !== undefined) return known;
  const tally = fresh();
  tallies.set(name, tally);
  return tally;
}

interface DecisionTally {
  readonly add: (frame: Frame) => void;
  readonly found: () => DecisionSummary;
}

function decisionTally({ index, decision: { type } }: DecisionStep): DecisionTally {
  const outcomes = outcomeCounts();
  const values = type.kind === 'number' ? ofNumbers(numberTotals(type)) : valueCounts(type);
  return {
    add: ({ results }) => {
      const outcome = results.outcomes[index] ?? 'error';
      outcomes.add(outcome);
      if (outcome === 'decided') values.add(results.values[index] ?? null);
    },
    found: () => ({ outcomes: outcomes.found(), ...values.found() }),
  };
}

/** A decision that is a number has no other values: its type has been checked. */
function ofNumbers(totals: NumberTotals): Pick<ValueCounts, 'add'> & NumberTotals {
  return { ...totals, add: (value) => (value instanceof Decimal ? totals.add(value) : undefined) };
}

interface TriggerTally {
  readonly add: (frame: Frame) => void;
  readonly found: () => TriggerSummary;
}

function triggerTally({ index, trigger }: TriggerStep, events: Map<string, number>): TriggerTally {
  const outcomes = outcomeCounts();
  let fired = 0;
  for (const { event } of trigger.emits) events.set(event, events.get(event) ?? 0);
  return {
    add: ({ results }) => {
      const outcome = results.outcomes[index] ?? 'error';
      outcomes.add(outcome);
      if (outcome !== 'decided' || results.values[index] !== true) return;
      fired += 1;
      for (const { event } of trigger.emits) events.set(event, (events.get(event) ?? 0) + 1);
    },
    found: () => ({ outcomes: outcomes.found(), fired }),
  };
}
