import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Decoded } from './decode.ts';

/** One case of a file: where it stands there, and its facts or what is wrong with them. */
export interface Case {
  readonly place: CasePlace;
  readonly decoded: Decoded;
}

export type CasePlace =
  /** The file holds this one case. */
  | { readonly kind: 'only' }
  /** In a list, from 0. */
  | { readonly kind: 'element'; readonly index: number }
  /** On a line, from 1: the one a CSV record begins on. */
  | { readonly kind: 'line'; readonly line: number };

/** A place as JSON: `{"line": 3}`, `{"index": 2}`, or `{}` for the only case. */
export interface PlaceJson {
  readonly line?: number;
  readonly index?: number;
}

export function placeJson(place: CasePlace): PlaceJson {
  if (place.kind === 'line') return { line: place.line };
  return place.kind === 'element' ? { index: place.index } : {};
}

/** A file that cannot be read as facts at all: not the format or the encoding it was said to be. */
export class UnreadableFacts extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.code);
  }
}
