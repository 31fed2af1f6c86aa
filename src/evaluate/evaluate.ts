import type { FeelDate } from '../feel/values/temporal.ts';
import type { Policy } from '../model/policy.ts';
import type { Answer, DecisionAnswer, EventAnswer, Receipt, TriggerAnswer } from './answer.ts';
import { askedOf } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Engine } from './engine.ts';
import type { EngineName, ImmediateEngine } from './engines.ts';
import { engineNamed } from './engines.ts';
import type { Facts } from './facts/facts.ts';
import { worst } from './outcome.ts';
import type { DecisionStep, Step, TriggerStep } from './plan/plan.ts';
import { planFor } from './plan/plans.ts';
import { groundsIn } from './reasons/grounds.ts';
import type { Grounds } from './reasons/grounds.ts';
import { makeReceipt } from './receipt/receipt.ts';
import { frameFor } from './run/frame.ts';
import type { Frame } from './run/frame.ts';
import { loadFacts } from './run/load-facts.ts';
import { prepare } from './run/prepare.ts';
import { runSteps } from './run/run.ts';
import { DEFAULT_WORK, workOf } from './run/work.ts';
import type { Tracer } from './trace/trace.ts';
import { tracer } from './trace/trace.ts';
import { recordOf, valueToJson } from './value-json.ts';

export interface EvaluateOptions<E extends EngineName = ImmediateEngine> {
  /** The date to decide for; required, since the clock is never asked. */
  readonly asOf: FeelDate;
  /** The caller's own id for the case. */
  readonly subject?: string;
  /** Decisions and triggers to answer, imported ones as `P.name`; all of the policy's own if left out. */
  readonly decisions?: readonly string[];
  /** How much trace the answer carries; none if left out. */
  readonly explain?: 'none' | 'fired' | 'full';
  readonly engine?: E;
  /** The state of the repository that the policy was read from. */
  readonly git?: Receipt['git'];
  /** How many steps of loops and calls the evaluation may take (see `charge`); ten million if left out. */
  readonly work?: number;
}

/**
 * Decides a case: every decision and trigger asked for, each with its outcome and reasons, the events, and a receipt.
 * The same policy, facts and date give the same answer, whatever engine decides. What cannot be decided is an answer too;
 * throws only UnknownDecision.
 */
export function evaluate(policy: Policy, facts: Facts, options: EvaluateOptions): Answer {
  return evaluateBy(engineNamed(options.engine), policy, facts, options);
}

/** The same by any evaluator: json-rules-engine cannot answer at once. Rejects with UnknownDecision. */
export async function evaluateAsync(policy: Policy, facts: Facts, options: EvaluateOptions<EngineName>): Promise<Answer> {
  const { engine, ...rest } = options;
  if (engine !== 'json-rules-engine') return evaluateBy(engineNamed(engine), policy, facts, rest);
  // Only those who ask for it load the package.
  const { rulesEngine, settle } = await import('./rules-engine/engine.ts');
  return settle(() => evaluateBy(rulesEngine, policy, facts, rest));
}

function evaluateBy(engine: Engine, policy: Policy, facts: Facts, options: Omit<EvaluateOptions, 'engine'>): Answer {
  const { asOf, subject, decisions, explain = 'none', git = null } = options;
  const plan = planFor(policy, asOf);
  const asked = askedOf(plan, policy, decisions);
  const traced = explain === 'none' ? undefined : tracer(explain);
  const prepared = prepare(plan, engine);
  const frame = frameFor(prepared, asOf, loadFacts(plan, facts), workOf(options.work ?? DEFAULT_WORK), traced?.observed);
  run(frame, asked, traced);
  const result = resultOf(frame, asked);
  return { ...result, receipt: makeReceipt({ policy, facts, asOf, subject, decisions, git }, result), trace: traced?.trace() ?? null };
}

function run(frame: Frame, { run: steps }: Asked, traced: Tracer | undefined): void {
  if (traced === undefined) return runSteps(frame, steps);
  for (const step of steps) {
    runSteps(frame, [step]);
    traced.finish(frame, step);
  }
}

function resultOf(frame: Frame, { answered, run: steps }: Asked): Pick<Answer, 'outcome' | 'decisions' | 'triggers' | 'events'> {
  const groundsOf = groundsIn(frame);
  // In the order of evaluation, so that each finds the grounds of those it rests on.
  steps.forEach(groundsOf);
  const decisions = answered.filter((step) => step.kind === 'decision');
  const triggers = answered.filter((step) => step.kind === 'trigger');
  return {
    outcome: worst(answered.map(({ index }) => frame.results.outcomes[index] ?? 'error')),
    decisions: recordOf(decisions.map((step): [string, DecisionAnswer] => [step.name, decisionAnswer(frame, step, groundsOf(step))])),
    triggers: recordOf(triggers.map((step): [string, TriggerAnswer] => [step.name, triggerAnswer(frame, step, groundsOf(step))])),
    events: triggers.flatMap((step) => eventsOf(frame, step)),
  };
}

function decisionAnswer(frame: Frame, step: DecisionStep, grounds: Grounds): DecisionAnswer {
  const { outcomes, values } = frame.results;
  const outcome = outcomes[step.index] ?? 'error';
  if (outcome !== 'decided') return { outcome, ...grounds, reasons: reasonsOf(frame, step) };
  return { outcome, value: valueToJson(values[step.index] ?? null, step.decision.type), ...grounds };
}

/** A trigger has no rules of its own: rows of parameters that its condition looked up are among what determined it. */
function triggerAnswer(frame: Frame, step: TriggerStep, { rules, because, cites }: Grounds): TriggerAnswer {
  const { outcomes, values } = frame.results;
  const outcome = outcomes[step.index] ?? 'error';
  const grounds = { because: [...new Set([...rules, ...because])], cites };
  if (outcome !== 'decided') return { outcome, ...grounds, reasons: reasonsOf(frame, step) };
  return { outcome, fired: values[step.index] === true, ...grounds };
}

function reasonsOf(frame: Frame, { index }: Step): NonNullable<DecisionAnswer['reasons']> {
  return frame.results.reasons[index] ?? [];
}

function eventsOf(frame: Frame, { index, name, trigger }: TriggerStep): readonly EventAnswer[] {
  const data = frame.results.events[index];
  if (data === undefined || data.length === 0) return [];
  return trigger.emits.map((emit, position) => ({
    event: emit.event,
    trigger: name,
    data: emit.data === undefined ? null : valueToJson(data[position] ?? null, emit.data.type),
  }));
}
