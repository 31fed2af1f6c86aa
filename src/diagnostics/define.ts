import type { Severity } from './diagnostic.ts';

/** A text in each language that Plumbline speaks, as a function of what fills it. */
export interface Prose<P> {
  readonly en: (parameters: P) => string;
  readonly zh: (parameters: P) => string;
}

/** A piece of a message in each language, for what a message takes in ready-made: `a whole number`. */
export interface Phrase {
  readonly en: string;
  readonly zh: string;
}

/**
 * One kind of problem. `message` says what is wrong in the reader's words (lower case, no full stop, user's text in
 * backquotes); `remedy` says what to do.
 */
export interface Definition<P> {
  readonly severity: Severity;
  readonly message: Prose<P>;
  readonly remedy: Prose<P>;
}

/** Declares a kind of problem; the type argument names what its messages need. */
export function define<P>(definition: Definition<P>): Definition<P> {
  return definition;
}

/** ` — did you mean \`x\`?`, or nothing. */
export const didYouMean = {
  en: (suggestion: string | undefined): string => (suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`),
  zh: (suggestion: string | undefined): string => (suggestion === undefined ? '' : `；是否应为 \`${suggestion}\`？`),
};
