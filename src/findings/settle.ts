import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { positionInText } from '../diagnostics/position.ts';
import type { PolicyTree } from '../read/tree/statement.ts';
import type { Acceptance } from './acceptance.ts';
import { acceptancesIn } from './acceptance.ts';

/** A finding that a person has accepted, and why. */
export interface Accepted {
  readonly finding: Diagnostic;
  readonly acceptance: Acceptance;
}

/**
 * Parts what was found into what is open and what the policies' comments accept. Acceptances that are wrong are
 * reported with what is open, and so are those of nothing, in the files that have been analysed.
 */
export function settle(found: readonly Diagnostic[], trees: readonly PolicyTree[], isAnalysed: (tree: PolicyTree) => boolean): { readonly open: readonly Diagnostic[]; readonly accepted: readonly Accepted[] } {
  const open: Diagnostic[] = [];
  const report: Report = (one) => void open.push(one);
  const accepted: Accepted[] = [];
  const acceptances = trees.map((tree) => ({ tree, all: acceptancesIn(tree.comments, report) }));
  const everything = acceptances.flatMap(({ all }) => all);
  for (const finding of found) {
    const acceptance = everything.find((one) => covers(one, finding));
    if (acceptance === undefined) open.push(finding);
    else accepted.push({ finding, acceptance });
  }
  const used = new Set(accepted.map(({ acceptance }) => acceptance));
  for (const { tree, all } of acceptances) {
    if (!isAnalysed(tree)) continue;
    for (const one of all) if (!used.has(one)) open.push(diagnostic('acceptance-unused', one.span, { code: one.code }));
  }
  return { open, accepted };
}

function covers({ code, lines, span }: Acceptance, finding: Diagnostic): boolean {
  if (finding.code !== code || finding.span?.file !== span.file) return false;
  const { line } = positionInText(span.file, finding.span.start);
  return lines.first <= line && line <= lines.last;
}
