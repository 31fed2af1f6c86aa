import type { Typed } from '../../../model/expression.ts';
import type { Type } from '../../../model/type.ts';
import type { Span } from '../../../read/tree/span.ts';

/** What people get wrong in a policy, one kind of slip each. */
export const operators = [
  'edge moved',
  'edge opened or closed',
  'comparison changed',
  'output changed',
  'constant changed',
  'arithmetic changed',
  'and, or exchanged',
  'condition dropped',
  'negation dropped',
  'branches exchanged',
  'function exchanged',
  'argument dropped',
  'entry dropped',
  'row dropped',
  'cell dropped',
  'alternative dropped',
  'rows exchanged',
  'hit policy changed',
  'rounding changed',
  'period moved',
  'exception dropped',
  'exception aimed elsewhere',
  'event dropped',
] as const;
export type Operator = (typeof operators)[number];

/** A change of a policy's text: what stands in `span` is replaced. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A part of a syntax tree with one slip in it, and the same slip as edits of the text. */
export interface Variant<T> {
  readonly node: T;
  readonly operator: Operator;
  readonly edits: readonly Edit[];
}

/** What a variant needs to know of the place where an expression stands. */
export interface Site {
  /** The checked expression that was read from a span; undefined for what is no expression of its own. */
  readonly typedAt: (span: Span) => Typed | undefined;
  /** The type of values that are meant here, where the place says so: a column's, an output's, that of the other side. */
  readonly expected: Type | undefined;
  /** What a change of a constant is called here. */
  readonly constant: 'edge moved' | 'output changed' | 'constant changed';
}

/** The variants of a whole, given those of a part of it. */
export function within<Part, Whole>(variants: readonly Variant<Part>[], put: (part: Part) => Whole): readonly Variant<Whole>[] {
  return variants.map(({ node, operator, edits }) => ({ node: put(node), operator, edits }));
}

/** The variants of a whole, given those of the parts in one of its lists. */
export function withinEach<Part, Whole>(parts: readonly Part[], vary: (part: Part, index: number) => readonly Variant<Part>[], put: (parts: readonly Part[]) => Whole): readonly Variant<Whole>[] {
  return parts.flatMap((part, index) => within(vary(part, index), (changed) => put(parts.with(index, changed))));
}

/** One slip at one place of the text. */
export function variant<T>(operator: Operator, node: T, span: Span, text: string): Variant<T> {
  return { node, operator, edits: [{ span, text }] };
}
