import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Comment } from '../tree/statement.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import { scanLines, type Bracket, type Line } from './line-scanner.ts';

/**
 * A clause with those that stand below it, indented deeper. What indentation means is settled here; what the clauses
 * say is the grammar's job.
 */
export interface Block {
  /** The physical lines of the clause itself: more than one where a bracket stays open over a line's end. */
  readonly lines: readonly Line[];
  readonly row: boolean;
  readonly start: number;
  readonly end: number;
  readonly children: readonly Block[];
}

export interface Layout {
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
}

interface OpenBlock extends Block {
  readonly indent: number;
  readonly children: OpenBlock[];
}

/** Lines joined over open brackets, then nested by indentation. */
export function layOut(file: SourceFile, report: Report): Layout {
  const { lines, comments, openComments } = scanLines(file);
  for (const start of openComments) report(diagnostic('unterminated-comment', { file, start, end: start + 2 }, {}));
  reportTabs(file, lines, report);
  const blocks: OpenBlock[] = [];
  const enclosing: OpenBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const block = joinOverBrackets(file.text, lines, at);
    at += block.lines.length;
    while ((enclosing.at(-1)?.indent ?? -1) >= block.indent) enclosing.pop();
    (enclosing.at(-1)?.children ?? blocks).push(block);
    enclosing.push(block);
  }
  return { blocks, comments };
}

/** The text of a clause together with all that is indented below it: for clauses that continue over several lines. */
export function wholeSpan(file: SourceFile, block: Block): Span {
  let last = block;
  for (let child = last.children.at(-1); child !== undefined; child = last.children.at(-1)) last = child;
  return { file, start: block.start, end: Math.max(block.end, last.end) };
}

/** The text of a clause's own line or lines. */
export function ownSpan(file: SourceFile, block: Block): Span {
  return { file, start: block.start, end: block.end };
}

function reportTabs(file: SourceFile, lines: readonly Line[], report: Report): void {
  const tabbed = lines.filter(({ tabIndented }) => tabIndented);
  const [first] = tabbed;
  if (first !== undefined) report(diagnostic('tab-in-indentation', { file, start: first.start - 1, end: first.start }, { lines: tabbed.length }));
}

/**
 * While a bracket is open, following lines belong to the clause: those indented deeper and those that begin with a
 * closing bracket. Any other line shows that the bracket was forgotten (parsing the clause will say so), and the rest of
 * the file is not swallowed.
 */
function joinOverBrackets(text: string, lines: readonly Line[], from: number): OpenBlock {
  const first = lines[from] as Line;
  const { row, indent, start } = first;
  const joined = [first];
  const open: Bracket[] = [];
  for (let line = first; !row; joined.push(line)) {
    for (const bracket of line.brackets) follow(text, open, bracket);
    const next = lines[from + joined.length];
    if (open.length === 0 || next === undefined || !continues(first, next)) break;
    line = next;
  }
  return { lines: joined, row, indent, start, end: (joined.at(-1) ?? first).end, children: [] };
}

function continues(first: Line, next: Line): boolean {
  if (next.row) return false;
  return next.indent > first.indent || (next.brackets[0]?.offset === next.start && !next.brackets[0].opens);
}

/**
 * Counts brackets. FEEL's ranges may open with `]` and close with `[`; it is enough here that the count comes out even,
 * the grammar sees to the rest.
 */
function follow(text: string, open: Bracket[], bracket: Bracket): void {
  const last = open.at(-1);
  const closes = bracket.opens ? last !== undefined && closesRange(text, last, bracket) : last !== undefined;
  if (closes) open.pop();
  else if (bracket.opens || bracket.character === ']') open.push(bracket);
}

/** `(1..2[`: a `[` after `..` that nothing follows which could be inside it. */
function closesRange(text: string, opener: Bracket, bracket: Bracket): boolean {
  if (bracket.character !== '[' || !text.slice(opener.offset, bracket.offset).includes('..')) return false;
  return !/^[ \t]*[\p{L}\p{N}"`@([{?.-]/u.test(text.slice(bracket.offset + 1, bracket.offset + 20));
}
