import type { FeelDate } from '../../feel/values/temporal.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Fact, FunctionModel, Period, Policy, Trigger } from '../../model/policy.ts';
import { expressionsOf, readsIn, readsOf } from '../../model/reads.ts';
import type { DecisionStep, Plan, PlannedCall, PlannedFact, PlannedFunction, Step } from './plan.ts';
import type { Cite } from './citations.ts';
import { citing } from './citations.ts';
import { NOTHING, expressionsOfStanding, standingOn } from './in-force.ts';
import { includesDate } from './period.ts';

/**
 * The plan of a policy for a date within `stretch`: its own decisions and triggers, and those of every policy it
 * imports, which are evaluated only where something needs or asks for them.
 */
export function buildPlan(policy: Policy, date: FeelDate, stretch: Period): Plan {
  const policies = inDependencyOrder(policy);
  const decisions = policies.flatMap(({ decisions }) => [...decisions.values()]);
  const triggers = policies.flatMap(({ triggers }) => [...triggers.values()]);
  return build(decisions, triggers, { policies, viewpoint: policy, date, stretch, cite: citing() });
}

interface Setting {
  /** In an order in which none comes before one that it imports. */
  readonly policies: readonly Policy[];
  readonly viewpoint: Policy | undefined;
  readonly date: FeelDate;
  readonly stretch: Period;
  readonly cite: Cite;
}

/** What expressions read, themselves and through the functions they call. */
interface Reading {
  readonly facts: Set<PlannedFact>;
  readonly decisions: Set<DecisionStep>;
}

function build(decisions: readonly Decision[], triggers: readonly Trigger[], setting: Setting): Plan {
  const { policies, viewpoint, date, stretch, cite } = setting;
  const factOf = new Map<Fact, PlannedFact>();
  const steps: Step[] = [];
  const stepOf = new Map<Decision | Trigger, Step>();
  const decisionStepOf = new Map<Decision, DecisionStep>();
  const functionOf = new Map<FunctionModel, PlannedFunction>();
  const readingOf = new Map<FunctionModel, Reading>();
  const callOf = new Map<Decision, PlannedCall>();
  let parameterCount = 0;

  const nameOf = (named: { readonly policy: string; readonly name: string }): string =>
    named.policy === viewpoint?.name ? named.name : `${named.policy}.${named.name}`;
  const policyInForce = new Map(policies.map(({ name, inForce }) => [name, includesDate(inForce, date)]));
  const isInForce = ({ policy, inForce }: Decision | FunctionModel | Trigger): boolean => policyInForce.get(policy) === true && includesDate(inForce, date);

  const planFact = (fact: Fact): PlannedFact => {
    const known = factOf.get(fact);
    if (known !== undefined) return known;
    const planned = { slot: factOf.size, path: fact.policy === viewpoint?.name ? fact.path : `${fact.policy}.${fact.path}`, fact };
    factOf.set(fact, planned);
    return planned;
  };

  const read = (expressions: Iterable<Typed>): Reading => {
    const named = readsIn(expressions);
    const facts = new Set([...named.facts].map(planFact));
    const read = new Set<DecisionStep>();
    for (const decision of named.decisions) read.add(planDecision(decision));
    for (const called of named.functions) {
      planFunction(called);
      readingOf.get(called)?.facts.forEach((fact) => facts.add(fact));
      readingOf.get(called)?.decisions.forEach((step) => read.add(step));
    }
    for (const called of named.calledDecisions) planCall(called).inherited.forEach(({ from }) => facts.add(from));
    return { facts, decisions: read };
  };

  const planDecision = (decision: Decision): DecisionStep => {
    const known = decisionStepOf.get(decision);
    if (known !== undefined) return known;
    const name = nameOf(decision);
    const standing = isInForce(decision) ? standingOn(date, name, decision, cite) : NOTHING;
    const reading = read(expressionsOfStanding(standing));
    const step: DecisionStep = { kind: 'decision', index: steps.length, name, cites: cite(name, decision), decision, ...standing, ...listed(reading) };
    steps.push(step);
    stepOf.set(decision, step);
    decisionStepOf.set(decision, step);
    return step;
  };

  const planFunction = (called: FunctionModel): void => {
    if (functionOf.has(called)) return;
    const name = nameOf(called);
    const standing = isInForce(called) ? standingOn(date, name, called, cite) : NOTHING;
    const reading = read(expressionsOfStanding(standing));
    readingOf.set(called, reading);
    const parameters = called.parameters.map((_, position) => parameterCount + position);
    parameterCount += parameters.length;
    functionOf.set(called, { index: functionOf.size, name, function: called, body: standing.body, reads: [...reading.decisions], parameters });
  };

  const planCall = (called: Decision): PlannedCall => {
    const known = callOf.get(called);
    if (known !== undefined) return known;
    const behind = decisionsBehind(called);
    const inOrder = policies.flatMap(({ decisions }) => [...decisions.values()].filter((decision) => behind.has(decision)));
    const plan = build(inOrder, [], { ...setting, viewpoint: undefined });
    const step = plan.steps.at(-1);
    if (step?.kind !== 'decision' || step.decision !== called) throw new Error(`nothing that \`${called.name}\` reads comes after it`);
    const inherited = plan.facts.filter(({ fact }) => fact.policy !== called.policy || fact.keys[0] === 'manual').map((to) => ({ from: planFact(to.fact), to }));
    const call = { index: callOf.size, decision: called, plan, step, inherited };
    callOf.set(called, call);
    return call;
  };

  const planTrigger = (trigger: Trigger): void => {
    const standing = isInForce(trigger) ? 'in force' : policyInForce.get(trigger.policy) === true ? 'dormant' : 'policy not in force';
    const reading = read(standing === 'in force' ? expressionsOf(trigger) : []);
    const name = nameOf(trigger);
    const step: Step = { kind: 'trigger', index: steps.length, name, cites: cite(name, trigger), trigger, standing, ...listed(reading) };
    steps.push(step);
    stepOf.set(trigger, step);
  };

  decisions.forEach(planDecision);
  triggers.forEach(planTrigger);
  const functions = [...functionOf.values()];
  return { viewpoint, stretch, steps, stepOf, facts: [...factOf.values()], factOf, functions, functionOf, calls: [...callOf.values()], callOf, parameterCount };
}

function listed({ facts, decisions }: Reading): { readonly facts: readonly PlannedFact[]; readonly reads: readonly DecisionStep[] } {
  return { facts: [...facts], reads: [...decisions] };
}

/** A decision and all that it reads, directly or not, through functions too, whatever date. */
function decisionsBehind(decision: Decision): ReadonlySet<Decision | FunctionModel> {
  const seen = new Set<Decision | FunctionModel>([decision]);
  for (const next of seen) {
    const { decisions, functions } = readsOf(next);
    for (const upstream of [...decisions, ...functions]) seen.add(upstream);
  }
  return seen;
}

function inDependencyOrder(policy: Policy): readonly Policy[] {
  const ordered = new Set<Policy>();
  const visit = (next: Policy): void => {
    if (ordered.has(next)) return;
    next.imports.forEach(visit);
    ordered.add(next);
  };
  visit(policy);
  return [...ordered];
}
