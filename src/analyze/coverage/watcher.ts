import type { Missing, Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Policy, Row, Table, Trigger } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import { stepsBehind } from '../../evaluate/plan/needs.ts';
import type { Step } from '../../evaluate/plan/plan.ts';
import { planFor } from '../../evaluate/plan/plans.ts';
import type { Determined } from '../../evaluate/reasons/determined.ts';
import { whyOfStep } from '../../evaluate/reasons/why-step.ts';
import type { Frame, Results } from '../../evaluate/run/frame.ts';
import { forExplaining, frameFor } from '../../evaluate/run/frame.ts';
import { loadFacts } from '../../evaluate/run/load-facts.ts';
import { prepare } from '../../evaluate/run/prepare.ts';
import { runSteps } from '../../evaluate/run/run.ts';
import { DEFAULT_WORK, workOf } from '../../evaluate/run/work.ts';
import type { Case } from '../analysis.ts';
import type { Lookup, Seen } from './seen.ts';
import type { Happening } from './watching-engine.ts';
import { watchingEngine } from './watching-engine.ts';

/** Evaluates a case for some decisions and triggers of a policy, and tells what determined them. */
export type Watcher = (policy: Policy, given: Case, subjects: Iterable<Decision | Trigger>) => Seen;

/** A watcher of these parts of expressions, beside all tables. */
export function watcherOf(watched: ReadonlySet<Typed>): Watcher {
  const happenings = new WeakMap<Results, Map<Step, Happening[]>>();
  const engine = watchingEngine((node) => watched.has(node), ({ results }, step, what) => {
    const ofFrame = happenings.get(results) ?? new Map<Step, Happening[]>();
    happenings.set(results, ofFrame);
    const ofStep = ofFrame.get(step);
    if (ofStep === undefined) ofFrame.set(step, [what]);
    else ofStep.push(what);
  });
  return (policy, { facts, asOf }, subjects) => {
    const plan = planFor(policy, asOf);
    const frame = frameFor(prepare(plan, engine), asOf, loadFacts(plan, { values: facts }), workOf(DEFAULT_WORK));
    const asked = [...subjects].map((subject) => plan.stepOf.get(subject)).filter((step) => step !== undefined);
    runSteps(frame, [...new Set([...stepsBehind(asked), ...asked])].sort((a, b) => a.index - b.index));
    const seen: MutableSeen = { asOf, readers: new Set(), rows: new Set(), lookups: new Map(), values: new Map() };
    for (const [results, steps] of determinedBy(frame, asked)) {
      for (const step of steps) note(seen, results, step, happenings.get(results)?.get(step) ?? []);
    }
    return seen;
  };
}

/** The steps that determined those asked for, by the results of the frame in which they ran. */
function determinedBy(frame: Frame, asked: readonly Step[]): ReadonlyMap<Results, ReadonlySet<Step>> {
  const found = new Map<Results, Set<Step>>();
  const visit = (within: Frame, step: Step): void => {
    const steps = found.get(within.results) ?? new Set<Step>();
    found.set(within.results, steps);
    const outcome = within.results.outcomes[step.index];
    // Of what needs absent facts nothing was looked at.
    if (steps.has(step) || outcome === undefined || outcome === 'missing_facts') return;
    steps.add(step);
    if (outcome !== 'decided') return;
    const determined: Determined = { steps: new Set(), calls: [] };
    whyOfStep(within.prepared.plan, step)?.(forExplaining(within), determined);
    determined.steps.forEach((upstream) => visit(within, upstream));
    determined.calls.forEach((call) => visit(call.frame, call.step));
  };
  asked.forEach((step) => visit(frame, step));
  return found;
}

interface MutableSeen extends Seen {
  readonly readers: Set<Reader>;
  readonly rows: Set<Row>;
  readonly lookups: Map<Table, Lookup[]>;
  readonly values: Map<Typed, (Value | Missing)[]>;
}

function note({ readers, rows, lookups, values }: MutableSeen, results: Results, step: Step, happenings: readonly Happening[]): void {
  readers.add(step.kind === 'decision' ? step.decision : step.trigger);
  if (results.outcomes[step.index] === 'decided') {
    for (const { row } of [...(results.fired[step.index] ?? []), ...(results.consulted[step.index] ?? [])]) rows.add(row);
  }
  for (const what of happenings) {
    if (what.kind === 'call') readers.add(what.of);
    else if (what.kind === 'lookup') append(lookups, what.of, what.values);
    else append(values, what.of, what.value);
  }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
