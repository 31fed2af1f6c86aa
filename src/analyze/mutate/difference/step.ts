import { closures } from '../../../evaluate/closures/engine.ts';
import { stepsBehind } from '../../../evaluate/plan/needs.ts';
import type { Plan, Step } from '../../../evaluate/plan/plan.ts';
import { planFor } from '../../../evaluate/plan/plans.ts';
import { canonicalJson } from '../../../evaluate/receipt/canonical-json.ts';
import type { Frame } from '../../../evaluate/run/frame.ts';
import { frameFor } from '../../../evaluate/run/frame.ts';
import { layOut } from '../../../evaluate/run/load-facts.ts';
import { prepare } from '../../../evaluate/run/prepare.ts';
import { runSteps } from '../../../evaluate/run/run.ts';
import { DEFAULT_WORK, workOf } from '../../../evaluate/run/work.ts';
import { valueToJson } from '../../../evaluate/value-json.ts';
import type { FeelDate } from '../../../feel/values/temporal.ts';
import type { Missing, Value } from '../../../feel/values/value.ts';
import { MISSING } from '../../../feel/values/value.ts';
import type { Decision, Policy, Trigger } from '../../../model/policy.ts';
import type { Case } from '../../analysis.ts';
import type { Candidate } from './candidates.ts';
import { keyOf, twinValue } from './twin.ts';

/** A decision or trigger of one reading of a policy. */
export interface Subject {
  readonly policy: Policy;
  readonly reader: Decision | Trigger;
}

/** What a decision or trigger reads itself, by `keyOf`: facts, and what the decisions that it reads came to. */
export type Reading = ReadonlyMap<string, Candidate>;

/** A subject that has been evaluated. */
export interface Evaluated {
  readonly frame: Frame;
  readonly step: Step;
}

/** The step of a subject on a date; undefined where its policy has none. */
export function stepOf({ policy, reader }: Subject, asOf: FeelDate): Step | undefined {
  return planFor(policy, asOf).stepOf.get(reader);
}

/** Evaluates a subject by itself: the decisions that it reads have the values given. */
export function evaluatedAlone(subject: Subject, asOf: FeelDate, reading: Reading): Evaluated | undefined {
  const plan = planFor(subject.policy, asOf);
  const step = plan.stepOf.get(subject.reader);
  if (step === undefined) return undefined;
  const frame = frameOn(plan, asOf, (key) => reading.get(key)?.value);
  for (const { index, decision } of step.reads) {
    const value = reading.get(keyOf(decision))?.value ?? MISSING;
    if (value === MISSING) continue;
    frame.results.outcomes[index] = 'decided';
    frame.results.values[index] = twinValue(value, decision.type);
  }
  runSteps(frame, [step]);
  return { frame, step };
}

/** Evaluates a subject, and all that it rests on, in a case. */
export function evaluatedIn(subject: Subject, { asOf, facts }: Case): Evaluated | undefined {
  const plan = planFor(subject.policy, asOf);
  const step = plan.stepOf.get(subject.reader);
  if (step === undefined) return undefined;
  const given = new Map([...facts].map(([fact, value]) => [keyOf(fact), value]));
  const frame = frameOn(plan, asOf, (key) => given.get(key));
  runSteps(frame, [...stepsBehind([step]), step]);
  return { frame, step };
}

function frameOn(plan: Plan, asOf: FeelDate, given: (key: string) => Value | Missing | undefined): Frame {
  const values = plan.facts.map(({ fact }) => {
    const value = given(keyOf(fact)) ?? MISSING;
    return value === MISSING ? value : twinValue(value, fact.type);
  });
  return frameFor(prepare(plan, closures), asOf, layOut(plan, values), workOf(DEFAULT_WORK));
}

/** What an evaluated decision or trigger came to, as text: its value, its events, or its outcome where it has none. */
export function outcomeText(evaluated: Evaluated | undefined): string {
  if (evaluated === undefined) return 'nothing';
  const { step, frame } = evaluated;
  const { outcomes, values, events } = frame.results;
  const outcome = outcomes[step.index] ?? 'error';
  if (outcome !== 'decided') return outcome;
  const value = values[step.index] ?? null;
  if (step.kind === 'decision') return `= ${canonicalJson(valueToJson(value, step.decision.type))}`;
  if (value !== true) return 'silent';
  const data = step.trigger.emits.map((emit, position) => [emit.event, emit.data === undefined ? null : valueToJson(events[step.index]?.[position] ?? null, emit.data.type)]);
  return `emits ${canonicalJson(data)}`;
}
