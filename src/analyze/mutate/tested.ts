import { runTest } from '../../evaluate/testing/run-tests.ts';
import type { Policy, PolicyTest } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import { upstreamOf } from './upstream.ts';

/** A test that counts: confirmed, and met by the policy as it is. */
export interface Counted {
  readonly policy: Policy;
  readonly test: PolicyTest;
  /** All that its expectations rest on. */
  readonly restsOn: ReadonlySet<Reader>;
  /** The rows and exceptions that fired in it, as the answers of its policy name them. */
  readonly fired: ReadonlySet<string>;
}

/** The tests that can kill a mutant, those first that look at the least: what kills them they see most closely. */
export async function countedTests(policies: Iterable<Policy>): Promise<readonly Counted[]> {
  const counted: Counted[] = [];
  for (const policy of policies) {
    for (const test of policy.tests) {
      if (!test.confirmed) continue;
      const { failures, answer } = await runTest(policy, test, 'closures');
      if (failures.length > 0) continue;
      const fired = [...Object.values(answer.decisions).flatMap(({ rules, because }) => [...rules, ...because]), ...Object.values(answer.triggers).flatMap(({ because }) => because)];
      counted.push({ policy, test, restsOn: new Set(test.expectations.flatMap(({ subject }) => [...upstreamOf(subject)])), fired: new Set(fired) });
    }
  }
  return counted.sort((a, b) => a.restsOn.size - b.restsOn.size);
}

/** Whether a policy does all that a test expects of it. */
export async function isMet(policy: Policy, test: PolicyTest): Promise<boolean> {
  return (await runTest(policy, test, 'closures')).failures.length === 0;
}
