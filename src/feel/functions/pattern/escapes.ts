import { blockRanges } from './blocks.ts';
import type { CharacterSet } from './character-set.ts';
import { categoriesNamed, categoriesOf } from './categories.ts';
import { complement, setOfCategories, setOfRanges } from './character-set.ts';
import { problem } from './problem.ts';
import type { Ranges } from './ranges.ts';

/** What a backslash says in XPath's patterns (XML Schema part 2, appendix F.1.1; `\^` and `\$` are XPath's). */

const SINGLE: ReadonlyMap<string, string> = new Map([...'\\|.?*+(){}-[]^$'].map((character): [string, string] => [character, character]).concat([['n', '\n'], ['r', '\r'], ['t', '\t']]));

/** The one character that a letter after a backslash stands for. */
export function singleCharacterOf(letter: string): string | undefined {
  return SINGLE.get(letter);
}

const SPACE: Ranges = [[0x9, 0xa], [0xd, 0xd], [0x20, 0x20]]; // prettier-ignore

/** Where names in XML begin (XML 1.0, production 4). */
const NAME_START: Ranges = [
  [0x3a, 0x3a], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a], [0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0x2ff], [0x370, 0x37d], [0x37f, 0x1fff],
  [0x200c, 0x200d], [0x2070, 0x218f], [0x2c00, 0x2fef], [0x3001, 0xd7ff], [0xf900, 0xfdcf], [0xfdf0, 0xfffd], [0x10000, 0xeffff],
]; // prettier-ignore

/** How they go on (production 4a). */
const NAME: Ranges = [...NAME_START, [0x2d, 0x2e], [0x30, 0x39], [0xb7, 0xb7], [0x300, 0x36f], [0x203f, 0x2040]];

const MULTIPLE: ReadonlyMap<string, CharacterSet> = new Map([
  ['s', setOfRanges(SPACE)],
  ['i', setOfRanges(NAME_START)],
  ['c', setOfRanges(NAME)],
  ['d', setOfCategories(categoriesOf('Nd'))],
  // All but punctuation, separators and others.
  ['w', setOfCategories(categoriesOf('L', 'M', 'N', 'S'))],
]);

/** The set that `\s`, `\D`, … stand for. */
export function setOfLetter(letter: string): CharacterSet | undefined {
  const set = MULTIPLE.get(letter);
  if (set !== undefined) return set;
  const opposite = MULTIPLE.get(letter.toLowerCase());
  return opposite && complement(opposite);
}

/** The set of `\p{name}`: a Unicode category, or a block after `Is`. Scripts (`Han`) are not XPath's. */
export function setOfProperty(name: string, negated: boolean): CharacterSet {
  const categories = categoriesNamed(name);
  const set = categories === undefined ? setOfBlock(name) : setOfCategories(categories);
  return negated ? complement(set) : set;
}

function setOfBlock(name: string): CharacterSet {
  const ranges = name.startsWith('Is') ? blockRanges(name.slice(2)) : undefined;
  if (ranges !== undefined) return setOfRanges(ranges);
  throw problem(
    `there is no Unicode category or block \`${name}\` (categories are such as \`Lu\`, blocks such as \`IsCJKUnifiedIdeographs\`)`,
    `没有名为 \`${name}\` 的 Unicode 类别或区块（类别如 \`Lu\`，区块如 \`IsCJKUnifiedIdeographs\`）`,
  );
}
