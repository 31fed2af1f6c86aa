import { policyText } from '../emit/policy/policy-text.ts';
import { formatPolicy } from '../format/format.ts';
import { canonicalText } from '../read/tree/canonical.ts';
import type { PolicyTree } from '../read/tree/statement.ts';
import { readPolicy } from '../read/text/read-policy.ts';

/**
 * A policy as text in standard form. Where its own file is such a text and says the same, its lines and widths stay; a
 * policy from elsewhere, or one of which rows have come from elsewhere, is written anew.
 */
export function standardText(tree: PolicyTree): string {
  const isOwn = tree.spelling.kind === 'policy' && canonicalText(readPolicy(tree.file, () => undefined)) === canonicalText(tree);
  return isOwn ? formatPolicy(tree.file) : policyText(tree);
}
