import type { Span } from '../../read/tree/span.ts';

/** A part of the syntax tree that has a place in its file. */
export interface Placed {
  readonly span: Span;
}

/** Properties that hold a text of its own: an expression, a cell, a whole clause. What is inside it is no place to attach to. */
const wholeTexts: ReadonlySet<string> = new Set(['expression', 'when', 'then', 'value', 'cells', 'claim', 'emits', 'expectations', 'step', 'type', 'constraint']);

/** What of these is written down as it stands, comments and line breaks too. The rest is short and printed anew. */
const keptTexts: ReadonlySet<string> = new Set(['expression', 'when', 'then', 'value', 'cells', 'claim', 'emits', 'expectations']);

export interface Found {
  readonly node: Placed;
  readonly kept: boolean;
}

/** A part of the tree and all parts of it that have a place, outer ones first. */
export function placesIn(part: unknown): readonly Found[] {
  const found: Found[] = [];
  collect(part, '', found);
  return found;
}

/** The same as the parts alone. */
export function partsOf(...parts: readonly unknown[]): readonly object[] {
  return parts.flatMap((part) => placesIn(part).map(({ node }) => node));
}

function collect(part: unknown, key: string, found: Found[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) {
    part.forEach((item) => collect(item, key, found));
    return;
  }
  if (isPlaced(part)) found.push({ node: part, kept: keptTexts.has(key) });
  if (wholeTexts.has(key)) return;
  for (const [name, child] of Object.entries(part)) {
    // A row's outputs are expressions, a table's are names.
    if (name !== 'span') collect(child, name === 'outputs' && 'cells' in part ? 'value' : name, found);
  }
}

function isPlaced(part: object): part is Placed {
  return 'span' in part;
}
