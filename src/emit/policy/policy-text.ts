import { formatPolicy } from '../../format/format.ts';
import { named } from '../../read/tree/clause-text.ts';
import type { PolicyTree } from '../../read/tree/statement.ts';
import { attachComments } from '../spelling/comments.ts';
import { commentsIn } from '../spelling/kept-texts.ts';
import { writeLines, withStrays, type Line } from '../spelling/lines.ts';
import { partsOf } from '../spelling/nodes.ts';
import { annotationLines } from './clauses.ts';
import { statementLines } from './statements.ts';

/**
 * A policy in the text spelling, in the standard form of the formatter. Model, order and labels are the tree's; its
 * comments stand where they belong. The tree must have been read without errors.
 */
export function policyText(tree: PolicyTree): string {
  const attached = attachComments(tree);
  const { policy } = tree;
  const head: readonly Line[] =
    policy === undefined ? [] : [{ depth: 0, text: `policy ${named(policy)}`, parts: [policy, ...partsOf(policy.name, policy.label)] }, ...annotationLines(policy, 1)];
  let previous: { readonly kind: string; readonly lines: number } | undefined;
  const statements = tree.statements.flatMap((statement) => {
    const lines = withStrays(statementLines(statement, attached), partsOf(statement));
    const together = previous?.kind === statement.kind && previous.lines === 1 && lines.length === 1;
    previous = { kind: statement.kind, lines: lines.length };
    return lines.map((line, index) => (index === 0 ? { ...line, apart: !together } : line));
  });
  const text = writeLines([...withStrays(head, partsOf(policy)), ...statements], attached, (line) => commentsIn(line).some(({ marker }) => marker === '//'));
  return formatPolicy({ path: tree.file.path, text });
}
