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
  // The rule that runs last of those that stand further in front, and of all so far.
  let [front, lowest] = [ranked[0], ranked[0]];
  for (const each of ranked) {
    if (lowest !== undefined && each.rank > lowest.rank) front = lowest;
    if (front !== undefined && each.rank > front.rank && each.rule.priority >= front.rule.priority) {
      report(diagnostic('rule-priority-differs', each.rule.prioritySpan, { rule: nameOf(each.rule), earlier: nameOf(front.rule), hitPolicy }));
    }
    if (lowest === undefined || each.rank > lowest.rank || each.rule.priority < lowest.rule.priority) lowest = each;
  }
}

function nameOf({ name, event }: Rule): string {
  return name?.text ?? event.type;
}

/** A single output as text. */
function outputOf({ params }: Rule): string | undefined {
  const value = entryOf(params, 'value');
  return isScalar(value) ? scalarName(value) : undefined;
}
