import { firstLineOf } from '../../check/tables/places.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Code } from '../../diagnostics/registry.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Tools } from '../analysis.ts';
import { MOST_TOLD } from './limits.ts';
import { spanText } from './span-text.ts';
import type { TableSpace } from './table-space.ts';

/** Where a finding about a table as a whole is shown: at the line that begins it. */
export function placeOf({ table }: TableSpace): Span {
  return firstLineOf(table.span);
}

/** Reports findings of one kind about one table: the first few, and how many more there are (`atLeast`: not all were looked for). */
export function tellFirst(table: TableSpace, code: Code, findings: readonly (() => Diagnostic)[], { report }: Tools, atLeast = false): void {
  for (const finding of findings.slice(0, MOST_TOLD)) report(finding());
  const count = findings.length - MOST_TOLD;
  if (count > 0) report(diagnostic('findings-left-out', placeOf(table), { table: table.owner.name, code, count, atLeast }));
}

/** Says that a question about a table could not be settled, and which expression is in the way. */
export function tellNotAnalysed(table: TableSpace, question: Phrase, at: Span, { report }: Tools): void {
  report(diagnostic('not-analysed', at, { name: table.owner.name, question, at: spanText(at) }));
}

/** Says that a search over a table ended before its end, and what is left. */
export function tellIncomplete(table: TableSpace, question: Phrase, rest: Phrase, { report }: Tools): void {
  report(diagnostic('analysis-incomplete', placeOf(table), { name: table.owner.name, question, rest }));
}
