import { isScalar } from 'yaml';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { HitPolicy } from '../tree/statement.ts';
import { entryOf, scalarName } from '../yaml/nodes.ts';
import type { OutputValues } from './document.ts';
import { rankOf } from './ranks.ts';
import type { Rule } from './rules.ts';

/**
 * Reports rules that the engine would not run in the order in which the hit policy puts the rows: the table would then
 * decide otherwise than whoever takes the engine's first event.
 */
export function reportPriorities(hitPolicy: HitPolicy, values: OutputValues | undefined, rules: readonly Rule[], report: Report): void {
  const ranked = rules.flatMap((rule, index) => {
    const rank = rankOf(hitPolicy, index, outputOf(rule), values);
    return rank === undefined ? [] : [{ rule, rank }];
  });
  ranked.sort((a, b) => a.rank - b.rank);
  let lowest: { readonly rule: Rule; readonly rank: number } | undefined;
  let before: typeof lowest;
  for (const each of ranked) {
    if (lowest !== undefined && each.rank > lowest.rank) before = lowest;
    if (before !== undefined && each.rule.priority >= before.rule.priority) {
      const [rule, earlier] = [each.rule, before.rule].map((one) => one.name?.text ?? one.event.type);
      report(diagnostic('rule-priority-differs', each.rule.prioritySpan, { rule: rule ?? '', earlier: earlier ?? '', hitPolicy }));
    }
    if (lowest === undefined || each.rank > lowest.rank || each.rule.priority < lowest.rule.priority) lowest = each;
  }
}

/** A single output as text. */
function outputOf({ params }: Rule): string | undefined {
  const value = entryOf(params, 'value');
  return isScalar(value) ? scalarName(value) : undefined;
}
