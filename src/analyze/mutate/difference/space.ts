import type { Step } from '../../../evaluate/plan/plan.ts';
import type { Value } from '../../../feel/values/value.ts';
import type { Decision, Fact } from '../../../model/policy.ts';
import { candidatesOf, type Candidates, type Known } from './candidates.ts';
import type { Looks } from './comparisons.ts';
import { outcomesOf } from './outcomes.ts';
import { keyOf } from './twin.ts';

/** What is tried of everything that decisions read, by `keyOf`. */
export type Space = ReadonlyMap<string, Candidates>;

/** Values that are known of a fact, such as those that tests give it. */
export type Given = (fact: Fact) => readonly Value[];

/** The space of what steps read themselves: facts, and what other decisions come to. The values are those of the first step that reads them. */
export function readingSpace(steps: readonly Step[], looks: Looks, given: Given): Space {
  const decisions = steps.flatMap(({ reads }) => reads).map(({ decision }) => decision);
  return firstOfEach([...factSpace(steps, looks, given), ...decisions.map((decision) => entry(decision, looks, { mayBeMissing: false, given: [], only: outcomesOf(decision) }))]);
}

/** The space of the facts that steps read themselves. */
export function factSpace(steps: readonly Step[], looks: Looks, given: Given): Space {
  const facts = steps.flatMap((step) => step.facts).map(({ fact }) => fact);
  return firstOfEach(facts.map((fact) => entry(fact, looks, { mayBeMissing: fact.optional, given: given(fact), only: undefined })));
}

/** Two readings of a policy have members of enums of their own; the first one's stand for both. */
function firstOfEach(entries: readonly (readonly [string, Candidates])[]): Space {
  const space = new Map<string, Candidates>();
  for (const [key, candidates] of entries) if (!space.has(key)) space.set(key, candidates);
  return space;
}

function entry(read: Fact | Decision, looks: Looks, known: Pick<Known, 'mayBeMissing' | 'given' | 'only'>): [string, Candidates] {
  const key = keyOf(read);
  return [key, candidatesOf(read.type, { ...known, tests: looks.tests.get(key) ?? [], computed: looks.computed.has(key), constants: [...looks.constants] })];
}

export function sizeOf(space: Space): number {
  return [...space.values()].reduce((size, { all }) => size * all.length, 1);
}

/** Whether the combinations in a space are all that there is; where something has no value at all, nothing can be. */
export function isCovered(space: Space): boolean {
  const each = [...space.values()];
  return each.every(({ complete }) => complete) || each.some(({ all, complete }) => complete && all.length === 0);
}
