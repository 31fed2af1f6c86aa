import { withCaseVariants } from './case-variants.ts';
import type { CharacterSet } from './character-set.ts';
import { complement, difference, setOfRanges, union } from './character-set.ts';
import { setOfLetter, setOfProperty, singleCharacterOf } from './escapes.ts';
import { problem } from './problem.ts';
import type { Reader } from './reader.ts';

const NESTING_LIMIT = 20;

/** What stands for one character or for a set of them: `a`, `\n`, `\d`, `\p{L}`. */
type Item = { readonly kind: 'character'; readonly codePoint: number } | { readonly kind: 'set'; readonly set: CharacterSet };

/** Reads a class after its `[`: `a-z]`, `^\d]`, `a-z-[aeiou]]`. Throws PatternProblem. */
export function readClass(reader: Reader, ignoreCase: boolean, depth = 0): CharacterSet {
  if (depth > NESTING_LIMIT) throw problem('its character classes are nested too deep', '字符类嵌套过深');
  const negated = reader.skip('^');
  const sets: CharacterSet[] = [];
  for (;;) {
    if (reader.peek() === ']' && sets.length > 0) {
      reader.next();
      return finished(sets, negated);
    }
    if (sets.length > 0 && reader.skip('-[')) {
      const subtracted = readClass(reader, ignoreCase, depth + 1);
      if (!reader.skip(']')) throw problem('a subtraction must be the last thing in its character class', '字符类相减之后必须紧接 `]`');
      return difference(finished(sets, negated), subtracted);
    }
    sets.push(readPart(reader, ignoreCase, sets.length === 0));
  }
}

function finished(sets: readonly CharacterSet[], negated: boolean): CharacterSet {
  const set = sets.reduce(union);
  return negated ? complement(set) : set;
}

/** One item, or a stretch from one character to another. */
function readPart(reader: Reader, ignoreCase: boolean, first: boolean): CharacterSet {
  const item = readItem(reader, first);
  if (item.kind === 'set') return item.set;
  const from = item.codePoint;
  let to = from;
  // A hyphen is itself before the class's end, and begins a subtraction before `[`.
  if (reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== '[') {
    reader.next();
    const end = readItem(reader, false);
    if (end.kind === 'set' || end.codePoint < from) throw problem('a stretch in a character class must go from one character to a later one', '字符类中的区间必须从前一字符到后一字符');
    to = end.codePoint;
  }
  return setOfCharacters(from, to, ignoreCase);
}

export function setOfCharacters(from: number, to: number, ignoreCase: boolean): CharacterSet {
  return setOfRanges(ignoreCase ? withCaseVariants([[from, to]]) : [[from, to]]);
}

function readItem(reader: Reader, first: boolean): Item {
  const character = reader.next();
  if (character === undefined) throw problem('a character class is not closed with `]`', '字符类缺少结尾的 `]`');
  if (character === '\\') return readEscape(reader);
  if (character === '[' || character === ']') throw problem(`\`${character}\` in a character class needs a backslash before it, and a class cannot be empty`, `字符类中的 \`${character}\` 前须加反斜杠，且字符类不能为空`);
  if (character === '-' && !first && reader.peek() !== ']') throw problem('a hyphen inside a character class needs a backslash before it', '字符类中间的连字符前须加反斜杠');
  return itemOf(character);
}

function itemOf(character: string): Item {
  return { kind: 'character', codePoint: character.codePointAt(0) ?? 0 };
}

/** Reads what follows a backslash, in a class or outside, but no back-reference. Throws PatternProblem for what XPath has not. */
export function readEscape(reader: Reader): Item {
  const letter = reader.next();
  if (letter === undefined) throw problem('it ends in a lone backslash', '末尾是单独的反斜杠');
  if (letter === 'p' || letter === 'P') return { kind: 'set', set: readProperty(reader, letter === 'P') };
  const single = singleCharacterOf(letter);
  if (single !== undefined) return itemOf(single);
  const set = setOfLetter(letter);
  if (set !== undefined) return { kind: 'set', set };
  throw problem(`XPath's patterns have no \`\\${letter}\``, `XPath 正则表达式没有 \`\\${letter}\``);
}

function readProperty(reader: Reader, negated: boolean): CharacterSet {
  const name = reader.skip('{') ? reader.upTo('}') : undefined;
  if (name === undefined) throw problem('`\\p` must be followed by a category or block in braces, such as `\\p{Lu}`', '`\\p` 之后必须是花括号中的类别或区块，例如 `\\p{Lu}`');
  return setOfProperty(name, negated);
}
