import { closest } from '../diagnostics/closest.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { messageOf } from '../diagnostics/message.ts';
import type { Policy } from '../model/policy.ts';
import { stepsBehind } from './plan/needs.ts';
import type { DecisionStep, Plan, Step, TriggerStep } from './plan/plan.ts';

/** The steps that an answer tells of, and those that must run for it, both in the order of evaluation. */
export interface Asked {
  readonly answered: readonly Step[];
  /** Those of `answered` by their kind. */
  readonly decisions: readonly DecisionStep[];
  readonly triggers: readonly TriggerStep[];
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
  if (names !== undefined) return askedByName(plan, policy, names);
  const known = everything.get(plan) ?? withUpstream(plan.steps.filter((step) => policyOf(step) === policy.name));
  everything.set(plan, known);
  return known;
}

const latest = new WeakMap<Plan, { readonly names: readonly string[]; readonly asked: Asked }>();

/** A run asks the same of every case, so what was asked last is kept. */
function askedByName(plan: Plan, policy: Policy, names: readonly string[]): Asked {
  const known = latest.get(plan);
  if (known?.names.length === names.length && names.every((name, index) => name === known.names[index])) return known.asked;
  const asked = withUpstream(stepsNamed(plan, policy, names));
  latest.set(plan, { names: [...names], asked });
  return asked;
}

function policyOf(step: Step): string {
  return step.kind === 'decision' ? step.decision.policy : step.trigger.policy;
}

function withUpstream(answered: readonly Step[]): Asked {
  const run = new Set([...answered, ...stepsBehind(answered)]);
  return {
    answered,
    decisions: answered.filter((step) => step.kind === 'decision'),
    triggers: answered.filter((step) => step.kind === 'trigger'),
    run: [...run].sort((a, b) => a.index - b.index),
  };
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
