import { closest } from '../diagnostics/closest.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { messageOf } from '../diagnostics/message.ts';
import type { Policy } from '../model/policy.ts';
import { stepsBehind } from './plan/needs.ts';
import type { Plan, Step } from './plan/plan.ts';

/** The steps that an answer tells of, and those that must run for it, both in the order of evaluation. */
export interface Asked {
  readonly answered: readonly Step[];
  readonly run: readonly Step[];
}

/** A decision or trigger was asked for that the policy does not have. */
export class UnknownDecision extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(messageOf(diagnostic, 'en'));
    this.name = 'UnknownDecision';
  }
}

const everything = new WeakMap<Plan, Asked>();

/**
 * What is asked of a policy: decisions and triggers by name (`P.name` for those of a policy it imports), or, without
 * names, all that it declares itself. Throws UnknownDecision.
 */
export function askedOf(plan: Plan, policy: Policy, names: readonly string[] | undefined): Asked {
  if (names !== undefined) return withUpstream(stepsNamed(plan, policy, names));
  const known = everything.get(plan) ?? withUpstream(plan.steps.filter((step) => policyOf(step) === policy.name));
  everything.set(plan, known);
  return known;
}

function policyOf(step: Step): string {
  return step.kind === 'decision' ? step.decision.policy : step.trigger.policy;
}

function withUpstream(answered: readonly Step[]): Asked {
  const run = new Set([...answered, ...stepsBehind(answered)]);
  return { answered, run: [...run].sort((a, b) => a.index - b.index) };
}

function stepsNamed(plan: Plan, policy: Policy, names: readonly string[]): readonly Step[] {
  // The policy's own come last in a plan, so a name of its own is not taken for an imported one's.
  const byName = new Map(plan.steps.map((step) => [step.name, step]));
  const steps = names.map((name) => {
    const step = byName.get(name);
    if (step !== undefined) return step;
    const known = [...byName.keys()];
    throw new UnknownDecision(diagnostic('decision-not-found', undefined, { name, policy: policy.name, known, suggestion: closest(name, known) }));
  });
  return [...new Set(steps)].sort((a, b) => a.index - b.index);
}
