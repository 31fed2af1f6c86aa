import { RE2JS, RE2JSException } from 're2js';
import { parseFlags } from './flags.ts';
import { problem } from './problem.ts';
import { translate } from './translate.ts';

/** A pattern ready to match, in time proportional to the text (RE2). */
export interface Pattern {
  readonly compiled: RE2JS;
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
    const parsed = parseFlags(flags);
    found = { compiled: compileTranslated(translate(pattern, parsed)), literal: parsed.literal };
    cache.set(key, found);
  }
  return found;
}

function compileTranslated(translated: string): RE2JS {
  try {
    return RE2JS.compile(translated);
  } catch (error) {
    // What the translator writes is well-formed; RE2 still refuses what would grow too large or nest too deep.
    if (error instanceof RE2JSException) throw problem('it is too large or nested too deep', '规模过大或嵌套过深');
    throw error;
  }
}
