import { isAcceptable, isCode } from '../diagnostics/acceptable.ts';
import { closest } from '../diagnostics/closest.ts';
import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import type { Code } from '../diagnostics/registry.ts';
import { registry } from '../diagnostics/registry.ts';
import type { Span } from '../read/tree/span.ts';
import type { Comment } from '../read/tree/statement.ts';
import { linesCovered, type Lines } from './lines-covered.ts';

/** A person's decision to leave as it is what a diagnostic of this code finds on these lines. */
export interface Acceptance {
  readonly code: Code;
  readonly reason: string;
  readonly lines: Lines;
  /** The comment. */
  readonly span: Span;
}

const ADDRESSED = /^plumbline\s*[:：]\s*(.*)$/is;
const ACCEPTING = /^accept\s+(\S+)(?:\s+because\b\s*(.*))?$/is;

/** The acceptances among a file's comments, `# plumbline: accept CODE because REASON`. Those that are none, though they are meant to be, are reported. */
export function acceptancesIn(comments: readonly Comment[], report: Report): readonly Acceptance[] {
  return comments.flatMap((comment) => {
    const said = ADDRESSED.exec(comment.text)?.[1];
    const accepted = said === undefined ? undefined : acceptanceOf(said, comment, report);
    return accepted === undefined ? [] : [accepted];
  });
}

function acceptanceOf(said: string, comment: Comment, report: Report): Acceptance | undefined {
  const { span, text } = comment;
  const [, code, reason = ''] = ACCEPTING.exec(said) ?? [];
  if (code === undefined) return void report(diagnostic('acceptance-malformed', span, { written: text }));
  if (!isCode(code)) return void report(diagnostic('acceptance-code-unknown', span, { code, suggestion: closest(code, acceptableCodes()) }));
  if (!isAcceptable(code)) return void report(diagnostic('acceptance-not-possible', span, { code }));
  if (reason.trim() === '') return void report(diagnostic('acceptance-without-reason', span, { code }));
  return { code, reason: reason.trim(), lines: linesCovered(comment), span };
}

function acceptableCodes(): readonly string[] {
  return Object.keys(registry).filter((code) => isCode(code) && isAcceptable(code));
}
