import { problem } from './problem.ts';
import type { Ranges } from './ranges.ts';
import { complementOfRanges, everything, intersectionOfRanges, rangesOf } from './ranges.ts';

/**
 * A set of characters: those of any of its terms. A term is what some stretches of code points and some Unicode
 * categories, or their opposites, have in common. XPath builds such sets by subtraction, `[\p{L}-[aeiou]]`, which RE2 lacks (it
 * reads that as something else), but RE2 can say each term as a class of what is not in it.
 */
export type CharacterSet = readonly Term[];

interface Term {
  readonly ranges: Ranges;
  readonly categories: readonly Category[];
}

interface Category {
  readonly name: string;
  readonly negated: boolean;
}

/** Beyond this, nested subtractions are refused: each may multiply the terms. */
const MOST_TERMS = 200;

export function setOfRanges(ranges: Ranges): CharacterSet {
  return ranges.length === 0 ? [] : [{ ranges: rangesOf(ranges), categories: [] }];
}

export function setOfCategory(name: string): CharacterSet {
  return [{ ranges: everything, categories: [{ name, negated: false }] }];
}

/** Plain stretches are put together, so that most classes have one term. */
export function union(...sets: readonly CharacterSet[]): CharacterSet {
  const terms = sets.flat();
  const plain = terms.filter(({ categories }) => categories.length === 0);
  return [...setOfRanges(plain.flatMap(({ ranges }) => ranges)), ...terms.filter(({ categories }) => categories.length > 0)];
}

export function complement(set: CharacterSet): CharacterSet {
  const opposites = set.map(({ ranges, categories }) => [
    ...setOfRanges(complementOfRanges(ranges)),
    ...categories.map(({ name, negated }): Term => ({ ranges: everything, categories: [{ name, negated: !negated }] })),
  ]);
  return opposites.reduce<CharacterSet>(intersection, setOfRanges(everything));
}

export function difference(a: CharacterSet, b: CharacterSet): CharacterSet {
  return intersection(a, complement(b));
}

function intersection(a: CharacterSet, b: CharacterSet): CharacterSet {
  const terms = a.flatMap((left) => b.map((right) => common(left, right))).filter(({ ranges }) => ranges.length > 0);
  if (terms.length > MOST_TERMS) throw problem('its character classes subtract too much from each other', '字符类的相减过于复杂');
  return terms;
}

function common(a: Term, b: Term): Term {
  const added = b.categories.filter((one) => !a.categories.some((other) => other.name === one.name && other.negated === one.negated));
  return { ranges: intersectionOfRanges(a.ranges, b.ranges), categories: [...a.categories, ...added] };
}

/** The set in RE2's syntax: one class, or several of which one must match. */
export function writeSet(set: CharacterSet): string {
  const simple = set.filter((term) => term.categories.length === 0 || (term.categories.length === 1 && term.ranges === everything));
  const classes = set.filter((term) => !simple.includes(term)).map(({ ranges, categories }) => `[^${writeRanges(complementOfRanges(ranges))}${categories.map(writeOpposite).join('')}]`);
  if (simple.length > 0) classes.unshift(`[${simple.map(({ ranges, categories }) => categories.map(writeCategory).join('') || writeRanges(ranges)).join('')}]`);
  if (classes.length === 0) return `[^${writeRanges(everything)}]`;
  return classes.length === 1 ? classes.join('') : `(?:${classes.join('|')})`;
}

function writeRanges(ranges: Ranges): string {
  return ranges.map(([from, to]) => (from === to ? writeCodePoint(from) : `${writeCodePoint(from)}-${writeCodePoint(to)}`)).join('');
}

/** One character that stands for itself in RE2, whatever it is. */
export function writeCodePoint(codePoint: number): string {
  return `\\x{${codePoint.toString(16)}}`;
}

function writeCategory({ name, negated }: Category): string {
  return negated ? `\\P{${name}}` : `\\p{${name}}`;
}

function writeOpposite({ name, negated }: Category): string {
  return writeCategory({ name, negated: !negated });
}
