import { RE2JS, RE2JSException } from 're2js';
import { writeSet } from './character-set.ts';
import type { FoundMatch } from './compile.ts';
import type { PatternNode } from './node.ts';
import { problem } from './problem.ts';

/**
 * Matches a pattern without back-references by RE2, in time proportional to the text. What XPath and RE2 spell alike but mean differently
 * (`\d`, `\s`, `\w`, `.`, class subtraction, the `i` flag on categories) is written out. Throws PatternProblem.
 *
 * One difference stays: with the `m` flag, `^` also matches after a line end that is the very last character.
 */
export function linearMatches(node: PatternNode): (input: string) => Iterable<FoundMatch> {
  const compiled = compile(written(node));
  return function* (input) {
    const matcher = compiled.matcher(input);
    while (matcher.find()) yield { start: matcher.start(), end: matcher.end(), group: (number) => matcher.group(number) ?? '' };
  };
}

function compile(text: string): RE2JS {
  try {
    return RE2JS.compile(text);
  } catch (error) {
    // What is written here is well-formed; RE2 still refuses what would grow too large or nest too deep.
    if (error instanceof RE2JSException) throw problem('it is too large or nested too deep', '规模过大或嵌套过深');
    throw error;
  }
}

function written(node: PatternNode): string {
  switch (node.kind) {
    case 'character':
      return writeSet(node.set);
    case 'sequence':
      return node.parts.map(written).join('');
    case 'choice':
      return node.options.map(written).join('|');
    case 'group':
      return `(${node.number === undefined ? '?:' : ''}${written(node.body)})`;
    case 'repeat':
      return `${written(node.body)}{${node.least},${node.most ?? ''}}${node.lazy ? '?' : ''}`;
    case 'start':
      return node.ofLine ? '(?m:^)' : '(?:^)';
    case 'end':
      return node.ofLine ? '(?m:$)' : '(?:\\z)';
    case 'reference':
      throw new Error('RE2 has no back-references');
  }
}
