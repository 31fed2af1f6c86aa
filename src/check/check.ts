import type { Report } from '../diagnostics/diagnostic.ts';
import type { Policy } from '../model/policy.ts';
import type { PolicyTree } from '../read/tree/statement.ts';
import { checkPolicy, type Checked } from './check-policy.ts';
import { resolveImports } from './imports.ts';

/**
 * Checks a policy set: names, types, units and grains, optional facts, dates, citations, circles. Everything that is
 * wrong is reported, each once. Gives the policies that are right, and rest on none that is wrong, in an order in which
 * none comes before one it imports.
 *
 * What the reader reported before is not known here: a caller that read with errors has errors, whatever comes back.
 */
export function check(trees: readonly PolicyTree[], report: Report): readonly Policy[] {
  const set = resolveImports(trees, report);
  const checked = new Map<PolicyTree, Checked>();
  for (const tree of set.trees) {
    const imported = (statement: Parameters<typeof set.imported>[0]): Checked | undefined => {
      const target = set.imported(statement);
      return target && checked.get(target);
    };
    checked.set(tree, checkPolicy({ ...tree, unreadable: [...tree.unreadable, ...set.meant(tree)] }, imported, report));
  }
  return [...checked.values()].flatMap(({ policy, broken }) => (broken ? [] : [policy]));
}
