import type { DecisionStep, PlannedFact, Step } from './plan.ts';

/** Leaf facts, split by whether they must be there. */
export interface Needs {
  readonly required: readonly PlannedFact[];
  readonly optional: readonly PlannedFact[];
}

/** Every decision that steps need, directly or through others, in the order of evaluation. */
export function stepsBehind(steps: Iterable<Step>): readonly DecisionStep[] {
  const seen = new Set<DecisionStep>();
  for (const step of steps) step.reads.forEach((upstream) => seen.add(upstream));
  for (const next of seen) next.reads.forEach((upstream) => seen.add(upstream));
  return [...seen].sort((a, b) => a.index - b.index);
}

/**
 * What a decision or trigger needs to be decided: every fact that its columns, expressions and exceptions in force
 * name, directly or through other decisions, whether or not a row or branch would reach it.
 */
export function needsOf(step: Step): Needs {
  const facts = [...new Set([...stepsBehind([step]), step].flatMap(({ facts }) => facts))].sort((a, b) => a.slot - b.slot);
  return { required: facts.filter(({ fact }) => !fact.optional), optional: facts.filter(({ fact }) => fact.optional) };
}
