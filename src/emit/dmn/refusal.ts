import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../read/tree/span.ts';

/** Says that DMN has no form for something. What is written in its place does not matter: nothing is handed on. */
export type Refuse = (span: Span, what: string, why: Phrase, instead?: Phrase) => void;

export function refusing(report: Report): Refuse {
  return (span, what, why, instead = elsewhere) => report(diagnostic('dmn-cannot-say', span, { what, why, instead }));
}

const elsewhere: Phrase = { en: 'say it another way, or evaluate the policy itself', zh: '换一种写法，或直接用政策判定' };
