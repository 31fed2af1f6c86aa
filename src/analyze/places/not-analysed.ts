import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Tools } from '../analysis.ts';
import { spanText } from '../tables/span-text.ts';

/** Says that a question about a decision, function or trigger could not be settled, and which expression is in the way. */
export function tellNotAnalysed(name: string, question: Phrase, at: Span, { report }: Tools): void {
  report(diagnostic('not-analysed', at, { name, question, at: spanText(at) }));
}
