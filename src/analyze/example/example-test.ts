import { escapeString } from '../../../grammar/strings.ts';
import { policyText } from '../../emit/policy/policy-text.ts';
import { formatTemporal } from '../../feel/values/temporal.ts';
import type { Policy } from '../../model/policy.ts';
import { readPolicy } from '../../read/text/read-policy.ts';
import type { Case } from '../analysis.ts';
import { givenClauses } from './givens.ts';

/**
 * A case as a `test` of the policy, ready to stand in it: title, date, the facts by their inputs, and the expectations
 * given (each what stands after `expect`). It is marked unconfirmed, since no person has looked at it yet. Ends with its
 * last line's end.
 */
export function exampleTest(policy: Policy, title: string, { facts, asOf }: Case, expectations: readonly string[]): string {
  const clauses = ['unconfirmed', ...givenClauses(policy, facts, asOf), ...expectations.map((expectation) => `expect ${expectation}`)];
  const head = `test ${escapeString(title)} as of ${formatTemporal(asOf)}`;
  return inStandardForm([head, ...clauses.map((clause) => `  ${clause}`)].join('\n'));
}

const POLICY = 'policy example\n\n';

/** A statement as the policy's own writer lays it out. */
function inStandardForm(statement: string): string {
  const tree = readPolicy({ path: 'example.policy', text: POLICY + statement }, ({ code }) => {
    throw new Error(`an example that cannot be read (${code}): ${statement}`);
  });
  return policyText(tree).slice(POLICY.length);
}
