import type { Json } from '../evaluate/answer.ts';
import { factPath, importsOf } from '../evaluate/facts/shape.ts';
import { formatTemporal } from '../feel/values/temporal.ts';
import type { Annotated, Decision, Period, Policy, Trigger } from '../model/policy.ts';
import { factsBehind } from '../model/reads.ts';
import { typeText } from '../model/type-text.ts';
import { inputSchema } from './input-schema.ts';
import { valueSchema } from './value-schema.ts';

/** A policy in a list of them. */
export function policySummary(policy: Policy): { readonly [key: string]: Json } {
  return { policy: policy.name, label: policy.label ?? null, in_force: periodJson(policy.inForce), content_hash: policy.contentHash };
}

/** What a caller must know of a policy: its inputs, and its decisions and triggers with what each needs. */
export function policyDescription(policy: Policy): { readonly [key: string]: Json } {
  return {
    ...policySummary(policy),
    imports: importsOf(policy).map(({ name }) => name),
    inputs: inputSchema(policy, 'complete'),
    decisions: Object.fromEntries([...policy.decisions].map(([name, decision]) => [name, decisionJson(policy, decision)])),
    triggers: Object.fromEntries([...policy.triggers].map(([name, trigger]) => [name, triggerJson(policy, trigger)])),
  };
}

function decisionJson(policy: Policy, decision: Decision): Json {
  return { label: decision.label ?? null, type: typeText(decision.type), schema: valueSchema(decision.type), ...behind(policy, decision) };
}

function triggerJson(policy: Policy, trigger: Trigger): Json {
  return { label: trigger.label ?? null, events: [...new Set(trigger.emits.map(({ event }) => event))], ...behind(policy, trigger) };
}

/** Facts that it rests on, on whatever date: without one of `needs` it ends `missing_facts`; those in `uses` may be absent. */
function behind(policy: Policy, of: (Decision | Trigger) & Annotated): { readonly [key: string]: Json } {
  const facts = [...factsBehind(of)];
  const paths = (optional: boolean): readonly string[] => facts.filter((fact) => fact.optional === optional).map((fact) => factPath(policy, fact));
  return { needs: paths(false), uses: paths(true), in_force: periodJson(of.inForce), cites: of.cites.map(({ text }) => text) };
}

function periodJson({ from, to }: Period): Json {
  return { from: from === undefined ? null : formatTemporal(from), to: to === undefined ? null : formatTemporal(to) };
}
