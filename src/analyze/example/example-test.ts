import type { Policy } from '../../model/policy.ts';
import type { Case } from '../analysis.ts';

/**
 * A case as a `test` of the policy, ready to stand in it: title, date, the facts by their inputs, and the expectations
 * given (each what stands after `expect`). It is marked unconfirmed, since no person has looked at it yet.
 */
export function exampleTest(policy: Policy, title: string, { facts, asOf }: Case, expectations: readonly string[]): string {
  throw new Error(`not written yet: ${policy.name} ${title} ${facts.size} ${asOf.epochDay} ${expectations.length}`);
}
