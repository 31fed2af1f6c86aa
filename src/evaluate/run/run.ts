import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Span } from '../../read/tree/span.ts';
import { typeText } from '../../model/type-text.ts';
import type { Reason } from '../answer.ts';
import type { EngineDecision, EngineTrigger } from '../engine.ts';
import { worse } from '../outcome.ts';
import type { DecisionStep, PlannedException, Step, TriggerStep } from '../plan/plan.ts';
import { reason } from '../reasons/reason.ts';
import { seenText } from './seen.ts';
import { runBody } from './body.ts';
import { replacementFor } from './exceptions.ts';
import type { Failure } from './failure.ts';
import { failureOf } from './failure.ts';
import type { Frame } from './frame.ts';
import { Undecided } from './undecided.ts';

/** Runs steps in their order and fills in the frame's results. Every step that one of them reads must be among them, or have run. */
export function runSteps(frame: Frame, steps: readonly Step[]): void {
  for (const step of steps) {
    const obstacle = obstacleTo(frame, step);
    if (obstacle !== undefined) {
      fail(frame, step, obstacle);
      continue;
    }
    try {
      const code = frame.prepared.code.steps[step.index];
      if (step.kind === 'decision' && code?.kind === 'decision') runDecision(frame, step, code);
      else if (step.kind === 'trigger' && code?.kind === 'trigger') runTrigger(frame, step, code);
      else throw new Error(`the engine has no code for \`${step.name}\``);
    } catch (thrown) {
      fail(frame, step, failureOf(thrown, spanOf(step), frame.work));
    }
    if (frame.trail.length > 0) frame.trail.length = 0;
  }
}

/** What keeps a step from running: decisions it reads that are not decided, facts it reads itself that are absent. */
function obstacleTo({ results, absent }: Frame, step: Step): Failure | undefined {
  let outcome: Failure['outcome'] | 'decided' = 'decided';
  let reasons: Reason[] | undefined;
  for (const { index, name } of step.reads) {
    const upstream = results.outcomes[index] ?? 'error';
    if (upstream === 'decided') continue;
    outcome = worse(outcome, upstream);
    const missing = results.reasons[index]?.flatMap((each) => each.missing ?? []) ?? [];
    (reasons ??= []).push(reason('depends-on', spanOf(step), { decision: name, outcome: upstream }, { decision: name, ...(missing.length === 0 ? {} : { missing: [...new Set(missing)] }) }));
  }
  if (absent !== undefined) {
    const paths = step.facts.flatMap(({ slot }) => absent[slot] ?? []);
    if (paths.length > 0) {
      outcome = worse(outcome, 'missing_facts');
      (reasons ??= []).push(reason('fact-missing', spanOf(step), { paths }, { missing: paths }));
    }
  }
  return reasons === undefined || outcome === 'decided' ? undefined : { outcome, reasons };
}

function runDecision(frame: Frame, step: DecisionStep, code: EngineDecision): void {
  const { results, prepared, trail } = frame;
  const { index } = step;
  if (step.body === undefined || code.body === undefined) throw notInForce(frame, step);
  const exceptions = step.exceptions.length === 0 ? undefined : { code: code.exceptions, active: new Array<PlannedException>() };
  if (exceptions !== undefined) results.active[index] = exceptions.active;
  const { value, fired } = runBody(frame, step.body, code.body, exceptions);
  results.fired[index] = fired;
  const replacement = exceptions === undefined ? undefined : replacementFor(frame, step.overrides, exceptions);
  const outcome = replacement === undefined ? value : replacement.value;
  if (prepared.declared.steps[index]?.(outcome) === false) throw outsideType(step, outcome);
  results.outcomes[index] = 'decided';
  results.values[index] = outcome;
  if (trail.length > 0) results.consulted[index] = [...trail];
}

function runTrigger(frame: Frame, step: TriggerStep, code: EngineTrigger): void {
  const { results, trail } = frame;
  if (step.standing === 'policy not in force') throw notInForce(frame, step);
  const fires = step.standing === 'in force' && code.when(frame);
  const events = fires ? code.data.map((data): Value | undefined => data?.(frame)) : [];
  results.outcomes[step.index] = 'decided';
  results.values[step.index] = fires;
  results.events[step.index] = events;
  if (trail.length > 0) results.consulted[step.index] = [...trail];
}

function fail({ results }: Frame, { index }: Step, { outcome, reasons }: Failure): void {
  results.outcomes[index] = outcome;
  results.reasons[index] = reasons;
}

function notInForce(frame: Frame, step: Step): Undecided {
  return new Undecided('no_match', [reason('not-in-force', spanOf(step), { name: step.name, date: formatTemporal(frame.asOf) })]);
}

function outsideType({ name, decision }: DecisionStep, value: Value): Undecided {
  return new Undecided('error', [reason('result-outside-type', decision.span, { name, value: seenText(value), type: typeText(decision.type) })]);
}

function spanOf(step: Step): Span {
  return step.kind === 'decision' ? step.decision.span : step.trigger.span;
}
