import { leavesOf, shapeOf } from '../../../evaluate/facts/shape.ts';
import type { Missing, Value } from '../../../feel/values/value.ts';
import { MISSING } from '../../../feel/values/value.ts';
import type { Fact, Policy } from '../../../model/policy.ts';
import { keyOf, twinValue } from './twin.ts';

const factsOf = new WeakMap<Policy, ReadonlyMap<string, Fact>>();

/** The facts of a policy and of all that it imports, by `keyOf`. */
function factsByKey(policy: Policy): ReadonlyMap<string, Fact> {
  const facts = factsOf.get(policy) ?? new Map(leavesOf(shapeOf(policy)).map(({ fact }) => [keyOf(fact), fact]));
  factsOf.set(policy, facts);
  return facts;
}

/** Those of some values that are given for facts, as a policy knows them; without those that are missing. */
export function factsIn(values: Iterable<readonly [string, Value | Missing]>, policy: Policy): ReadonlyMap<Fact, Value> {
  const known = factsByKey(policy);
  const given = new Map<Fact, Value>();
  for (const [key, value] of values) {
    const fact = known.get(key);
    if (fact !== undefined && value !== MISSING) given.set(fact, twinValue(value, fact.type));
  }
  return given;
}
