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
