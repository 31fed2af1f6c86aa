import { check } from '../check/check.ts';
import { closest } from '../diagnostics/closest.ts';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { severityOf } from '../diagnostics/message.ts';
import { laidOutJson } from '../emit/json-rules/json-layout.ts';
import { ruleDocument, type RuleSelection } from '../emit/json-rules/rule-document.ts';
import { compile } from '../library/compile.ts';
import { readJsonRules } from '../read/json-rules/read-json-rules.ts';
import type { PolicyTree } from '../read/tree/statement.ts';

/**
 * The policy in a file, or what is selected of it, as rules for json-rules-engine. Undefined where the policy is wrong,
 * says more than rules can, or would not come back as the same rules; what is wrong is reported.
 */
export async function convertToJsonRules(path: string, selection: RuleSelection, report: Report): Promise<string | undefined> {
  const { trees, policies, diagnostics } = await compile([path]);
  const [tree, ...imported] = trees;
  const policy = [...policies.values()].find(({ file }) => file === tree?.file);
  if (tree === undefined || policy === undefined || diagnostics.some((one) => severityOf(one) === 'error')) {
    diagnostics.forEach(report);
    return undefined;
  }
  const known = [...policy.decisions.keys()];
  const unknown = selection.decisions.filter((name) => !policy.decisions.has(name));
  for (const name of unknown) report(diagnostic('decision-not-found', undefined, { name, policy: policy.name, known, suggestion: closest(name, known) }));
  const document = unknown.length === 0 ? ruleDocument(tree, policy, selection, report) : undefined;
  const text = document && laidOutJson(document);
  return text === undefined || comesBack(text, tree, imported, report) ? text : undefined;
}

const all: RuleSelection = { asOf: undefined, decisions: [] };

/** Whether what was written, read again as a policy, gives the same rules. */
function comesBack(text: string, { file }: PolicyTree, imported: readonly PolicyTree[], report: Report): boolean {
  const silent = (): void => undefined;
  const tree = readJsonRules({ path: 'rewritten.rules.json', text }, silent);
  const policy = check([tree, ...imported], silent).find((each) => each.file === tree.file);
  const document = policy && ruleDocument(tree, policy, all, silent);
  const again = document === undefined ? '' : laidOutJson(document);
  if (again === text) return true;
  const [before, after] = [text.split('\n'), again.split('\n')];
  const at = before.findIndex((line, index) => line !== after[index]);
  report(diagnostic('rewrite-changes-meaning', { file, start: 0, end: 0 }, { before: (before[at] ?? '').trim(), after: (after[at] ?? '').trim() }));
  return false;
}
