import type { Comment, PolicyTree, Statement } from '../../read/tree/statement.ts';
import { placesIn, type Placed } from './nodes.ts';
import { isOf, keptTexts } from './kept-texts.ts';

/** A comment on its way to another place. */
export interface Remark {
  /** Its lines. */
  readonly lines: readonly string[];
  /** Where it stood, to keep the order. */
  readonly offset: number;
  /** Whether a blank line followed it, and so parts it from what it stands before. */
  readonly apart: boolean;
}

export type Side = 'before' | 'beside' | 'after';

export interface Attached {
  /** What is said before, beside and after each part of the tree. */
  readonly remarks: ReadonlyMap<object, Readonly<Record<Side, readonly Remark[]>>>;
  /** What stands at the end of the file, after everything. */
  readonly atEnd: readonly Remark[];
  /** Texts that are written down as they stand, with the comments and line breaks in them. */
  readonly texts: ReadonlyMap<object, string>;
}

/**
 * Says for each comment what it belongs to: at a line's end, to what begins on that line; on a line of its own, to what
 * follows, unless it stands deeper than that: then to what comes before. Comments inside an expression stay in it.
 */
export function attachComments(tree: PolicyTree): Attached {
  const anchors = placesIn([tree.policy, tree.statements]).map(({ node }) => node).filter((node) => isOf(tree, node));
  anchors.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept = keptTexts(tree);
  const inside = new Set(kept.flatMap(({ start, end }) => tree.comments.filter(({ span }) => span.start >= start && span.end <= end)));
  const lines = new Lines(tree.file.text, anchors, tree.statements.filter((each) => isOf(tree, each)));
  const remarks = new Map<object, Record<Side, Remark[]>>();
  const atEnd: Remark[] = [];
  let last: Place | undefined;
  for (const comment of tree.comments) {
    if (inside.has(comment)) continue;
    const place = comment.ownLine ? placeOfOwnLine(comment, lines, last) : placeAtLineEnd(comment, lines);
    const apart = comment.ownLine && place?.side !== 'after' && lines.blankAfter(comment.span.end);
    const remark = { lines: linesOf(comment), offset: comment.span.start, apart };
    last = place;
    if (place === undefined) atEnd.push(remark);
    else {
      const around = remarks.get(place.node) ?? { before: [], beside: [], after: [] };
      around[place.side].push(remark);
      remarks.set(place.node, around);
    }
  }
  return { remarks, atEnd, texts: new Map(kept.map(({ node, text }) => [node, text])) };
}

interface Place {
  readonly node: Placed;
  readonly side: Side;
}

function placeOfOwnLine({ span }: Comment, lines: Lines, last: Place | undefined): Place | undefined {
  const next = lines.nextAfter(span.end);
  const previous = lines.lastBefore(span.start);
  const before: Place | undefined = next && { node: next, side: 'before' };
  // What follows a comment goes where that went, so that their order stays.
  const inTurn = last?.side === 'before' && last.node === next;
  if (previous === undefined || lines.isHead(previous) || inTurn) return before;
  const after: Place = { node: previous, side: 'after' };
  const column = lines.columnOf(span.start);
  if (before === undefined) return column === 0 ? undefined : after;
  const below = lines.indentBelow(span.end);
  return column > below && lines.indentAt(previous.span.start) > below ? after : before;
}

function placeAtLineEnd({ span }: Comment, lines: Lines): Place | undefined {
  const onLine = lines.firstOnLineOf(span.start);
  if (onLine !== undefined && onLine.span.start < span.start) return { node: onLine, side: 'beside' };
  const next = lines.nextAfter(span.end);
  // A YAML key alone on its line, or the head of a block: what it says comes below.
  const afterKey = /(?::|\|[-+\d]*)\s*$/.test(lines.lineBefore(span.start));
  const previous = lines.lastBefore(span.start);
  if (previous !== undefined && (!afterKey || next === undefined)) return { node: previous, side: 'beside' };
  return next && { node: next, side: 'before' };
}

/** Anchors by the lines of the file. */
class Lines {
  constructor(
    private readonly text: string,
    private readonly anchors: readonly Placed[],
    private readonly statements: readonly Statement[],
  ) {}

  /** Whether an anchor is of a head with nothing below it: the policy's, or that of a statement without clauses. */
  isHead({ span }: Placed): boolean {
    const statement = this.statements.findLast((each) => each.span.start <= span.start);
    switch (statement?.kind) {
      case undefined:
      case 'import':
      case 'source':
        return true;
      case 'type':
        return statement.definition.kind !== 'record';
      case 'input':
        return statement.definition.kind === 'use';
      default:
        return false;
    }
  }

  nextAfter(offset: number): Placed | undefined {
    return this.anchors[this.firstFrom(offset)];
  }

  lastBefore(offset: number): Placed | undefined {
    return this.anchors[this.firstFrom(offset) - 1];
  }

  /** The first anchor that begins on the line of an offset. */
  firstOnLineOf(offset: number): Placed | undefined {
    const anchor = this.nextAfter(this.lineStart(offset));
    const lineEnd = this.text.indexOf('\n', offset);
    return anchor !== undefined && (lineEnd === -1 || anchor.span.start < lineEnd) ? anchor : undefined;
  }

  columnOf(offset: number): number {
    return offset - this.lineStart(offset);
  }

  indentAt(offset: number): number {
    const line = this.text.slice(this.lineStart(offset));
    return line.length - line.trimStart().length;
  }

  /** How deep the next line stands that is neither blank nor a comment. */
  indentBelow(offset: number): number {
    const found = /\n([ \t\u3000]*)(?![ \t\u3000\r\n#＃]|\/[/*]|$)/u.exec(this.text.slice(offset));
    return found?.[1]?.length ?? 0;
  }

  lineBefore(offset: number): string {
    return this.text.slice(this.lineStart(offset), offset);
  }

  blankAfter(offset: number): boolean {
    return /^[^\n]*\n[ \t\r]*(?:\n|$)/.test(this.text.slice(offset, offset + 400));
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The index of the first anchor at or behind an offset. */
  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.anchors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.anchors[middle]?.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function linesOf({ text }: Comment): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.trim());
}
