import type { PolicyTree } from '../../read/tree/statement.ts';
import { attachComments } from '../spelling/comments.ts';
import { writeLines, withStrays, type Line } from '../spelling/lines.ts';
import { partsOf } from '../spelling/nodes.ts';
import { annotationLines } from './annotations.ts';
import { nameScalar, textScalar } from './scalars.ts';
import { statementLines } from './statements.ts';

/**
 * A policy in the YAML spelling: a row a line, every cell and expression in quotes. Model, order and labels are the
 * tree's; its comments stand where they belong. The tree must have been read without errors.
 */
export function yamlText(tree: PolicyTree): string {
  const attached = attachComments(tree);
  const { policy } = tree;
  const head: readonly Line[] =
    policy === undefined
      ? []
      : [
          { depth: 0, text: `policy: ${nameScalar(policy.name)}`, parts: [policy, policy.name] },
          ...(policy.label === undefined ? [] : [{ depth: 0, text: `label: ${textScalar(policy.label)}`, parts: [policy.label] }]),
          ...annotationLines(policy, 0),
        ];
  let previous: { readonly kind: string; readonly lines: number } | undefined;
  const statements = tree.statements.flatMap((statement) => {
    const lines = withStrays(statementLines(statement, attached), partsOf(statement));
    const together = previous === undefined || (previous.kind === statement.kind && previous.lines === 1 && lines.length === 1);
    previous = { kind: statement.kind, lines: lines.length };
    return lines.map((line, index) => (index === 0 ? { ...line, apart: !together } : line));
  });
  const list: readonly Line[] = statements.length === 0 ? [] : [{ depth: 0, text: 'statements:', parts: [] }];
  return writeLines([...withStrays(head, partsOf(policy)), ...list, ...statements], attached, () => false);
}
