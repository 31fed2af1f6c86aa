import type { Span } from '../../read/tree/span.ts';

/** What a search for a case may still do, and what it could not see through on its way. */
export interface Search {
  /** Counts a step. Throws `SearchSpent` where too many have been taken. */
  readonly step: () => void;
  /** Whether lists of facts are tried with one record and more; else they count as unseen, so that finding no way proves that there is none. */
  readonly listsTried: boolean;
  /** Notes an expression of which only an upper bound of its values was used: what is found must be tried. */
  readonly blurred: (at: Span) => void;
  /** Notes that not all ways were tried, so that finding none proves nothing. */
  readonly shortened: (at: Span) => void;
}

/** Ends a search that has taken all its steps. */
export class SearchSpent extends Error {}

/** Steps that the search for one case may take, on each stretch of time. */
const STEPS = 60_000;

/** A search that is watched from outside. */
export interface Watch {
  readonly search: Search;
  /** Notes that a way was found, but no case on it. */
  readonly untold: () => void;
  /** Where the search could not see through, if finding nothing proves nothing. */
  readonly incomplete: () => Span | undefined;
}

export function watch(subject: Span, listsTried: boolean): Watch {
  let steps = 0;
  let blurred: Span | undefined;
  let incomplete: Span | undefined;
  return {
    search: {
      listsTried,
      step: () => {
        steps += 1;
        if (steps > STEPS) throw new SearchSpent();
      },
      blurred: (at) => {
        blurred ??= at;
      },
      shortened: (at) => {
        incomplete ??= at;
      },
    },
    untold: () => {
      incomplete ??= blurred ?? subject;
    },
    incomplete: () => incomplete,
  };
}
