import { backtrackingMatches } from './backtracking.ts';
import { parseFlags } from './flags.ts';
import { linearMatches } from './linear.ts';
import { parsePattern } from './parse.ts';

/** Where a pattern matches. */
export interface FoundMatch {
  readonly start: number;
  readonly end: number;
  /** What a group matched, empty if nothing; 0 is the whole. */
  readonly group: (number: number) => string;
}

/** A pattern ready to match: in time proportional to the text, unless it has back-references. */
export interface Pattern {
  /** The matches in a text, from left to right, none overlapping another. Taking one can throw PatternProblem. */
  readonly matchesIn: (input: string) => Iterable<FoundMatch>;
  readonly groups: number;
  /** The `q` flag: the replacement is plain text too. */
  readonly literal: boolean;
}

const cache = new Map<string, Pattern>();
/** Policies hold few patterns; one that computes them must not fill the memory. */
const MOST_CACHED = 500;

/** Compiles an XPath pattern, or finds it compiled. Throws PatternProblem. */
export function compilePattern(pattern: string, flags: string): Pattern {
  const key = `${flags}/${pattern}`;
  let found = cache.get(key);
  if (found === undefined) {
    if (cache.size >= MOST_CACHED) cache.clear();
    const parsedFlags = parseFlags(flags);
    const { node, groups, hasReferences } = parsePattern(pattern, parsedFlags);
    found = { matchesIn: hasReferences ? backtrackingMatches(node, groups) : linearMatches(node), groups, literal: parsedFlags.literal };
    cache.set(key, found);
  }
  return found;
}
