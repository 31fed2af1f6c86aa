import type { CharacterSet } from './character-set.ts';

/** A pattern as it was read. */
export type PatternNode =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  /** `number` counts the groups from 1; `(?:…)` has none. */
  | { readonly kind: 'group'; readonly number: number | undefined; readonly body: PatternNode }
  /** `most` undefined: without end. `lazy`: as few as possible. */
  | { readonly kind: 'repeat'; readonly body: PatternNode; readonly least: number; readonly most: number | undefined; readonly lazy: boolean }
  /** `^` and `$`: the ends of the text, or with the `m` flag of a line. */
  | { readonly kind: 'start' | 'end'; readonly ofLine: boolean }
  /** `\1`: what a group has matched, once more. */
  | { readonly kind: 'reference'; readonly group: number; readonly ignoreCase: boolean };
