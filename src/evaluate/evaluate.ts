import type { Policy } from '../model/policy.ts';
import type { Answer, DecisionAnswer, EventAnswer, TriggerAnswer } from './answer.ts';
import type { Decided, EvaluateOptions } from './decide.ts';
import { decide, decideAsync } from './decide.ts';
import type { EngineName } from './engines.ts';
import type { Facts } from './facts/facts.ts';
import type { DecisionStep, Step, TriggerStep } from './plan/plan.ts';
import { groundsIn } from './reasons/grounds.ts';
import type { Grounds } from './reasons/grounds.ts';
import { makeReceipt } from './receipt/receipt.ts';
import type { Result } from './receipt/result-text.ts';
import type { Frame } from './run/frame.ts';
import { recordOf, valueToJson } from './value-json.ts';

export type { EvaluateOptions } from './decide.ts';

/**
 * Decides a case: every decision and trigger asked for, each with its outcome and reasons, the events, and a receipt.
 * The same policy, facts and date give the same answer, whatever engine decides. What cannot be decided is an answer too;
 * throws only UnknownDecision.
 */
export function evaluate(policy: Policy, facts: Facts, options: EvaluateOptions): Answer {
  return answerOf(decide(policy, facts, options));
}

/** The same by any evaluator: json-rules-engine cannot answer at once. Rejects with UnknownDecision. */
export async function evaluateAsync(policy: Policy, facts: Facts, options: EvaluateOptions<EngineName>): Promise<Answer> {
  return decideAsync(policy, facts, options, answerOf);
}

/** The answer for a case that has been decided: its reasons, its events and its receipt. */
export function answerOf(decided: Decided): Answer {
  const { policy, facts, options, trace } = decided;
  const { asOf, subject, decisions, git = null } = options;
  const result = resultOf(decided);
  return { ...result, receipt: makeReceipt({ policy, facts, asOf, subject, decisions, git }, result), trace };
}

function resultOf({ frame, asked, outcome }: Decided): Result {
  const groundsOf = groundsIn(frame);
  // In the order of evaluation, so that each finds the grounds of those it rests on.
  asked.run.forEach(groundsOf);
  const { decisions, triggers } = asked;
  return {
    outcome,
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

function triggerAnswer(frame: Frame, step: TriggerStep, { because, cites }: Grounds): TriggerAnswer {
  const { outcomes, values } = frame.results;
  const outcome = outcomes[step.index] ?? 'error';
  if (outcome !== 'decided') return { outcome, because, cites, reasons: reasonsOf(frame, step) };
  return { outcome, fired: values[step.index] === true, because, cites };
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
