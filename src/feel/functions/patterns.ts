import { feelError } from '../values/error.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import type { Kind } from './declare.ts';
import { builtin, costing, optional, required, taking } from './declare.ts';
import { MOST_STEPS } from './pattern/backtracking.ts';
import { text } from './kinds.ts';
import { compilePattern, type FoundMatch, type Pattern } from './pattern/compile.ts';
import { PatternProblem, problem } from './pattern/problem.ts';
import { parseReplacement } from './pattern/replacement.ts';
import { BOOLEAN, TEXT, always, listOf } from './result-types.ts';

const flagsOrNull: Kind<string> = { ...text, take: (value: Value) => (value === null ? '' : text.take(value)) };

/** The work of a function with a pattern. With back-references it may be out of all proportion to the text, whatever the text: half of the most that it can be. */
function costOfPattern([, pattern]: readonly (Value | undefined)[]): number {
  return typeof pattern === 'string' && /\\[1-9]/.test(pattern) ? MOST_STEPS / 2 : 0;
}

/** Whether a part of the input matches; `^` and `$` tie a pattern to its ends. */
const matches = builtin(
  'matches',
  costing(
    taking([required('input', text), required('pattern', text), optional('flags', flagsOrNull)], always(BOOLEAN), (input, pattern, flags = '') =>
      withPattern('matches', pattern, () => hasMatch(compilePattern(pattern, flags), input)),
    ),
    costOfPattern,
  ),
);

/** Replaces every match; in the replacement `$1` is what the first group matched. */
const replace = builtin(
  'replace',
  costing(
    taking([required('input', text), required('pattern', text), required('replacement', text), optional('flags', flagsOrNull)], always(TEXT), (input, pattern, replacement, flags = '') =>
      withPattern('replace', pattern, () => {
        const found = consumingPattern(pattern, flags);
        const pieces = found.literal ? [replacement] : parseReplacement(replacement, found.groups);
        return cut(input, found, ({ group }) => pieces.map((piece) => (typeof piece === 'string' ? piece : group(piece))).join('')).join('');
      }),
    ),
    costOfPattern,
  ),
);

/** The parts between the matches of a pattern, empty ones too. */
const split = builtin(
  'split',
  costing(
    taking([required('string', text), required('delimiter', text)], always(listOf(TEXT)), (string, delimiter) =>
      withPattern('split', delimiter, () => cut(string, consumingPattern(delimiter, ''), () => undefined)),
    ),
    costOfPattern,
  ),
);

/** The texts between the matches, in order, each match's own contribution after the text before it, if it makes one. */
function cut(input: string, { matchesIn }: Pattern, contribution: (match: FoundMatch) => string | undefined): readonly string[] {
  const parts: string[] = [];
  let end = 0;
  for (const match of matchesIn(input)) {
    parts.push(input.slice(end, match.start));
    const contributed = contribution(match);
    if (contributed !== undefined) parts.push(contributed);
    end = match.end;
  }
  parts.push(input.slice(end));
  return parts;
}

function hasMatch({ matchesIn }: Pattern, input: string): boolean {
  for (const _ of matchesIn(input)) return true;
  return false;
}

/** One that takes up at least a character wherever it matches: XPath refuses others, since they would match everywhere. */
function consumingPattern(pattern: string, flags: string): Pattern {
  const found = compilePattern(pattern, flags);
  if (hasMatch(found, '')) throw problem('it also matches the empty text, which is everywhere', '它也匹配空文本，而空文本处处存在');
  return found;
}

function withPattern<T>(owner: string, pattern: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof PatternProblem) throw feelError('bad-pattern', { function: owner, pattern, problem: error.phrase });
    throw error;
  }
}

/** FEEL's functions with patterns (DMN 1.5, clause 10.3.4.3), which are XPath's regular expressions. */
export const patternBuiltins: readonly Builtin[] = [matches, replace, split];
