import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backtrackingMatches } from '../../src/feel/functions/pattern/backtracking.ts';
import type { FoundMatch } from '../../src/feel/functions/pattern/compile.ts';
import { parseFlags } from '../../src/feel/functions/pattern/flags.ts';
import { linearMatches } from '../../src/feel/functions/pattern/linear.ts';
import { parsePattern } from '../../src/feel/functions/pattern/parse.ts';
import { PatternProblem } from '../../src/feel/functions/pattern/problem.ts';

const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '*?', '+?', '??', '{0,2}?');

const { pattern } = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof({ depthSize: 'small' }, fc.constantFrom('a', 'b', '.', '[^a]', '\\p{Lu}', '(?:^)', '(?:$)', '🐎'), tie('pattern').map((inner) => `(${inner})`), tie('pattern').map((inner) => `(?:${inner})`)),
  pattern: fc
    .array(fc.array(fc.tuple(tie('atom'), quantifier).map(([atom, count]) => atom + count), { maxLength: 2 }).map((parts) => parts.join('')), { minLength: 1, maxLength: 2 })
    .map((branches) => branches.join('|')),
}));

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '\n', '🐎'), maxLength: 6 });

/** Of a pattern that takes too long there is no answer to compare. */
function answered<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    fc.pre(!(error instanceof PatternProblem));
    throw error;
  }
}

test('without back-references the backtracking engine finds a match where RE2 does, and begins it in the same place', () => {
  fc.assert(
    fc.property(pattern, fc.constantFrom('', 'i', 's'), text, (one, flags, input) => {
      const { node, groups } = parsePattern(one, parseFlags(flags));
      const begins = ([first]: Iterable<FoundMatch>): number | undefined => first?.start;
      expect(answered(() => begins(backtrackingMatches(node, groups)(input)))).toBe(begins(linearMatches(node)(input)));
    }),
    { numRuns: 3000 },
  );
});

test('a back-reference to a group that stands in no loop finds what it finds in JavaScript', () => {
  fc.assert(
    fc.property(pattern, pattern, quantifier, text, (group, between, count, input) => {
      // Groups inside are not counted: JavaScript forgets what they matched at each turn of a loop, XPath does not.
      const uncounted = (part: string): string => part.replace(/\((?!\?)/g, '(?:');
      const whole = `(${uncounted(group)})(?:${uncounted(between)})\\1${count}`;
      const { node, groups } = parsePattern(whole, parseFlags(''));
      const found = answered(() => Array.from(backtrackingMatches(node, groups)(input), ({ start, group: matched }) => [start, matched(0), matched(1)]));
      const oracle = input.matchAll(new RegExp(whole.replaceAll('.', '[^\\n\\r]'), 'gu'));
      expect(found).toEqual(Array.from(oracle, (match) => [match.index, match[0], match[1]]));
    }),
    { numRuns: 1000 },
  );
});
