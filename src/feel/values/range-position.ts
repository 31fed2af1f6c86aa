import { FeelRange } from './range.ts';
import { compare } from './compare.ts';
import type { Value } from './value.ts';

/**
 * A gap between values: just before `value` (side 0) or just after it (side 1); or the end of all values. A range
 * covers what lies between two gaps, `[a..b)` from just before a to just before b, and a point is the range from just
 * before it to just after it. So every relation of Allen's algebra is a comparison of gaps, open and closed ends alike.
 */
type Gap = { readonly kind: 'least' | 'greatest' } | { readonly kind: 'beside'; readonly value: Value; readonly side: 0 | 1 };

export interface Position {
  readonly start: Gap;
  readonly end: Gap;
}

/** Where a range or a point lies. */
export function positionOf(value: Value): Position {
  if (!(value instanceof FeelRange)) return { start: { kind: 'beside', value, side: 0 }, end: { kind: 'beside', value, side: 1 } };
  return {
    start: value.low === null ? { kind: 'least' } : { kind: 'beside', value: value.low, side: value.lowClosed ? 0 : 1 },
    end: value.high === null ? { kind: 'greatest' } : { kind: 'beside', value: value.high, side: value.highClosed ? 1 : 0 },
  };
}

/** Negative, 0 or positive. Throws FeelError as `compare` does. */
export function compareGaps(a: Gap, b: Gap): number {
  if (a.kind === 'beside' && b.kind === 'beside') return compare(a.value, b.value) || a.side - b.side;
  return rank(a) - rank(b);
}

function rank(gap: Gap): number {
  return gap.kind === 'least' ? -1 : gap.kind === 'greatest' ? 1 : 0;
}

/** Whether one ends with a value that the other starts with: both closed there. */
export function endsWhereStarts(a: Position, b: Position): boolean {
  return a.end.kind === 'beside' && b.start.kind === 'beside' && a.end.side === 1 && b.start.side === 0 && compare(a.end.value, b.start.value) === 0;
}
