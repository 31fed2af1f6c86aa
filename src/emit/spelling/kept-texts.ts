import { scanLines } from '../../read/text/line-scanner.ts';
import type { Comment, PolicyTree, ScalarText } from '../../read/tree/statement.ts';
import { placesIn, type Placed } from './nodes.ts';

/** The text of an expression or clause that is kept as it stands. */
export interface KeptText {
  readonly node: object;
  /** Without the indentation of its lines; the clause's own keyword is not part of it. */
  readonly text: string;
  /** Where it stands in the file, with the comments beside it that are in the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * The expressions and clauses that say more than their canonical text: over several lines, or with FEEL's comments in
 * them. A `#` at the end of a text of one line belongs to the line.
 */
export function keptTexts(tree: PolicyTree): readonly KeptText[] {
  const { spelling } = tree;
  const parts = placesIn([tree.policy, tree.statements]).filter(({ node, kept }) => kept && isOf(tree, node));
  return parts.flatMap(({ node }) => {
    const scalar = spelling.kind === 'yaml' ? spelling.scalars.get(node) : undefined;
    const found = spelling.kind === 'policy' ? fromText(tree, node) : scalar && fromScalar(tree, node, scalar);
    return found === undefined || !(found.text.includes('\n') || hasComment(found.text)) ? [] : [found];
  });
}

/** Whether a part stands in the tree's own file: rows that have come from elsewhere bring no comments or layout. */
export function isOf(tree: PolicyTree, { span }: Placed): boolean {
  return span.file === tree.file;
}

function fromScalar({ comments }: PolicyTree, node: Placed, { text, span }: ScalarText): KeptText {
  const trimmed = text.trim();
  const remark = trimmed.includes('\n') ? undefined : commentsIn(trimmed).find(({ marker }) => marker === '#');
  if (remark === undefined) return { node, text: dedented(trimmed), start: span.start, end: span.end };
  const inFile = comments.slice(firstFrom(comments, span.start)).find(({ marker }) => marker === '#');
  return { node, text: trimmed.slice(0, remark.span.start).trimEnd(), start: span.start, end: inFile?.span.start ?? span.end };
}

function fromText({ file, comments }: PolicyTree, node: Placed): KeptText {
  let { start, end } = node.span;
  const between = (from: number, to: number): boolean => /^[ \t]*$/.test(file.text.slice(from, to));
  const before = comments[firstFrom(comments, start) - 1];
  if (before !== undefined && before.marker === '/*' && !before.ownLine && before.span.end <= start && between(before.span.end, start)) start = before.span.start;
  start += /^(?:expect|emit)\s+/.exec(file.text.slice(start, end))?.[0].length ?? 0;
  const multiline = file.text.slice(start, end).includes('\n');
  for (let at = firstFrom(comments, end); at < comments.length; at++) {
    const { marker, span } = comments[at] as Comment;
    if (!between(end, span.start) || (marker === '#' && !multiline)) break;
    end = span.end;
  }
  return { node, text: dedented(file.text.slice(start, end)), start, end };
}

/** The index of the first comment at or behind an offset. */
function firstFrom(comments: readonly Comment[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasComment(text: string): boolean {
  return /[/][/*]/.test(text) && commentsIn(text).length > 0;
}

/** The comments in a text of the policy language. */
export function commentsIn(text: string): readonly Comment[] {
  return scanLines({ path: '', text }).comments;
}

/** Without the indentation that all lines but the first share, and without spaces at their ends. */
function dedented(text: string): string {
  const [first = '', ...rest] = text.split('\n').map((line) => line.trimEnd());
  const indent = Math.min(...rest.filter((line) => line !== '').map((line) => line.length - line.trimStart().length));
  return [first, ...rest.map((line) => line.slice(Math.min(indent, line.length)))].join('\n');
}

/**
 * A text whose lines after the first stand deeper, as is read more easily. Where all of it is in a bracket that opens on
 * the first line, the line that closes it stands under the first.
 */
export function hanging(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const outermost = rest.filter((line) => line !== '' && !line.startsWith(' '));
  const closesAtEnd = outermost.length === 1 && outermost[0] === rest.at(-1) && /^[)\]}]/.test(outermost[0] ?? '');
  const indent = closesAtEnd && staysOpen(text) ? '' : '  ';
  return [first, ...rest.map((line) => (line === '' ? '' : indent + line))].join('\n');
}

/** Whether a bracket of the first line is open at the end of every line but the last. */
function staysOpen(text: string): boolean {
  let open = 0;
  return scanLines({ path: '', text })
    .lines.slice(0, -1)
    .every(({ brackets }) => (open += brackets.reduce((sum, { opens }) => sum + (opens ? 1 : -1), 0)) > 0);
}

/** The same on one line, for a cell: comments that end their line become ones that need not. */
export function onOneLine(text: string): string {
  let line = text;
  for (const { marker, text: words, span } of [...commentsIn(text)].reverse()) {
    if (marker !== '/*') line = `${line.slice(0, span.start)}/* ${words.replaceAll('*/', '* /')} */${line.slice(span.end)}`;
  }
  return line.replace(/\s*\n\s*/g, ' ').trim();
}
