import { ALL_CATEGORIES, isOfCategories, writeCategories } from './categories.ts';
import type { Ranges } from './ranges.ts';
import { rangesOf } from './ranges.ts';

/**
 * A set of characters: all code points cut into stretches, and for each the general categories whose characters belong.
 * XPath builds sets by subtraction, `[\p{L}-[aeiou]]`, which RE2 lacks (it reads that as something else). In this form any
 * two sets combine stretch by stretch, and RE2 can say the result.
 */
export type CharacterSet = readonly Stretch[];

/** From after the stretch before up to and with `to`. */
interface Stretch {
  readonly to: number;
  readonly categories: number;
}

const LAST = 0x10ffff;

export function setOfCategories(categories: number): CharacterSet {
  return [{ to: LAST, categories }];
}

export function setOfRanges(ranges: Ranges): CharacterSet {
  const stretches: Stretch[] = [];
  for (const [from, to] of rangesOf(ranges)) {
    if (from > 0) stretches.push({ to: from - 1, categories: 0 });
    stretches.push({ to, categories: ALL_CATEGORIES });
  }
  if (stretches.at(-1)?.to !== LAST) stretches.push({ to: LAST, categories: 0 });
  return stretches;
}

export const ALL_CHARACTERS: CharacterSet = setOfCategories(ALL_CATEGORIES);

export function union(a: CharacterSet, b: CharacterSet): CharacterSet {
  return combined(a, b, (left, right) => left | right);
}

export function difference(a: CharacterSet, b: CharacterSet): CharacterSet {
  return combined(a, b, (left, right) => left & ~right);
}

export function complement(set: CharacterSet): CharacterSet {
  return set.map(({ to, categories }) => ({ to, categories: ALL_CATEGORIES ^ categories }));
}

function combined(a: CharacterSet, b: CharacterSet, combine: (left: number, right: number) => number): CharacterSet {
  const stretches: { to: number; categories: number }[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [one, other] = [a[left], b[right]];
    if (one === undefined || other === undefined) return stretches;
    const to = Math.min(one.to, other.to);
    const categories = combine(one.categories, other.categories);
    const last = stretches.at(-1);
    if (last?.categories === categories) last.to = to;
    else stretches.push({ to, categories });
    if (one.to === to) left += 1;
    if (other.to === to) right += 1;
  }
}

/** Whether a character belongs. */
export function includes(set: CharacterSet, character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  const categories = set.find(({ to }) => codePoint <= to)?.categories ?? 0;
  return categories === ALL_CATEGORIES || (categories !== 0 && isOfCategories(character, categories));
}

/** The set in RE2's syntax: a class for the stretches of each combination of categories, of which one must match. */
export function writeSet(set: CharacterSet): string {
  const classes = [...new Set(set.map(({ categories }) => categories))].filter((categories) => categories !== 0).map((categories) => writeClass(set, categories));
  if (classes.length === 0) return `[^${writeCodePoint(0)}-${writeCodePoint(LAST)}]`;
  return classes.length === 1 ? classes.join('') : `(?:${classes.join('|')})`;
}

/** What a stretch and some categories have in common is what is in neither's opposite. */
function writeClass(set: CharacterSet, categories: number): string {
  if (categories === ALL_CATEGORIES) return `[${writeStretches(set, (one) => one === categories)}]`;
  if (set.length === 1) return `[${writeCategories(categories)}]`;
  return `[^${writeStretches(set, (one) => one !== categories)}${writeCategories(ALL_CATEGORIES ^ categories)}]`;
}

function writeStretches(set: CharacterSet, wanted: (categories: number) => boolean): string {
  return set
    .map(({ to, categories }, index) => (wanted(categories) ? `${writeCodePoint((set[index - 1]?.to ?? -1) + 1)}-${writeCodePoint(to)}` : ''))
    .join('');
}

/** One character that stands for itself in RE2, whatever it is. */
export function writeCodePoint(codePoint: number): string {
  return `\\x{${codePoint.toString(16)}}`;
}
