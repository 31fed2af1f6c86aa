import type { Policy } from '../../model/policy.ts';
import type { PolicyTree } from '../../read/tree/statement.ts';
import { reach } from '../reach/reach.ts';
import { chosen } from './chosen.ts';
import { fateOf, type Fate } from './fate.ts';
import { placesOf } from './findings.ts';
import { mutantsOf, type Mutant } from './mutants.ts';
import { originalOf } from './recheck.ts';
import { givenByTests } from './settle.ts';
import { countedTests } from './tested.ts';

export interface MutateOptions {
  /** Which mutants are looked at, where not all are. */
  readonly seed: number;
  /** How many; all if left out. */
  readonly most?: number | undefined;
}

/** A mutant, and what becomes of it. */
export interface Mutated {
  readonly mutant: Mutant;
  readonly policy: Policy;
  readonly fate: Fate;
}

/**
 * Changes policies in ways that people get wrong, one slip at a time, and says of each whether something finds it: the checker, an
 * analysis, a test that stands in a policy. Policies with errors are left out. The same policies and seed give the same
 * mutants, in the order of the text, and the same answers.
 */
export async function* mutate(trees: readonly PolicyTree[], { seed, most }: MutateOptions): AsyncGenerator<Mutated> {
  const original = originalOf(trees);
  const whole = [...original.checked].flatMap(([tree, { policy, broken }]) => (broken ? [] : [{ tree, policy }]));
  const policies = whole.map(({ policy }) => policy);
  const unchanged = { original, policies, tests: await countedTests(policies), known: placesOf(original.found), given: givenByTests(policies), reach };
  const mutants = whole.flatMap(({ tree, policy }) => mutantsOf(tree, policy).map((mutant) => ({ mutant, policy })));
  for (const { mutant, policy } of chosen(mutants, seed, most)) yield { mutant, policy, fate: await fateOf(mutant, policy, unchanged) };
}
