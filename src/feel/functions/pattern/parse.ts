import { ALL_CHARACTERS, complement, setOfRanges } from './character-set.ts';
import { readClass, readEscape, setOfCharacters } from './character-class.ts';
import type { Flags } from './flags.ts';
import type { PatternNode } from './node.ts';
import { problem } from './problem.ts';
import { Reader } from './reader.ts';

export interface ParsedPattern {
  readonly node: PatternNode;
  readonly groups: number;
  readonly hasReferences: boolean;
}

const NESTING_LIMIT = 200;
/** RE2's own limit; more would let a short pattern grow into a huge one. */
const MOST_REPEATS = 1000;

/**
 * Reads an XPath regular expression (XPath functions 3.1, clause 5.6.1, on XML Schema part 2, appendix F). What other engines have and
 * XPath has not (`\b`, `(?i)`, `\x41`, `a++`) is refused. Throws PatternProblem.
 */
export function parsePattern(pattern: string, flags: Flags): ParsedPattern {
  if (flags.literal) return { node: sequence(Array.from(pattern, (character) => characterNode(character, flags))), groups: 0, hasReferences: false };
  const reader = new Reader(flags.extended ? withoutSpace(pattern) : pattern);
  let opened = 0;
  let hasReferences = false;
  const closed = new Set<number>();
  const node = choice(0);
  if (reader.peek() === ')') throw problem('a `)` has no `(` before it', '`)` 之前没有对应的 `(`');
  return { node, groups: opened, hasReferences };

  function choice(depth: number): PatternNode {
    if (depth > NESTING_LIMIT) throw problem('it is too large or nested too deep', '规模过大或嵌套过深');
    const first = branch(depth);
    const options = [first];
    while (reader.skip('|')) options.push(branch(depth));
    return options.length === 1 ? first : { kind: 'choice', options };
  }

  function branch(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    for (;;) {
      const character = reader.peek();
      if (character === undefined || character === '|' || character === ')') return sequence(parts);
      reader.next();
      parts.push(repeated(atom(character, depth)));
    }
  }

  function atom(character: string, depth: number): PatternNode {
    switch (character) {
      case '(':
        return group(depth);
      case '*':
      case '+':
      case '?':
      case '{':
        throw problem(`\`${character}\` has nothing before it to repeat`, `\`${character}\` 之前没有可重复的内容`);
      case '^':
        return { kind: 'start', ofLine: flags.multiline };
      case '$':
        return { kind: 'end', ofLine: flags.multiline };
      case '.':
        return { kind: 'character', set: flags.dotAll ? ALL_CHARACTERS : NO_LINE_END };
      case '[':
        return { kind: 'character', set: readClass(reader, flags.ignoreCase) };
      case '\\':
        return /[0-9]/.test(reader.peek() ?? '') ? reference() : escape();
      case ']':
      case '}':
        throw problem(`\`${character}\` outside a class or count needs a backslash before it`, `字符类或次数之外的 \`${character}\` 前须加反斜杠`);
      default:
        return characterNode(character, flags);
    }
  }

  function group(depth: number): PatternNode {
    const counted = !reader.skip('?:');
    if (counted && reader.peek() === '?') throw problem('after `(`, XPath has only `?:`, for a group that is not counted', '`(` 之后仅支持 `?:`（不计数的分组）');
    const number = counted ? (opened += 1) : undefined;
    const body = choice(depth + 1);
    if (!reader.skip(')')) throw problem('a group is not closed with `)`', '分组缺少结尾的 `)`');
    if (number !== undefined) closed.add(number);
    return { kind: 'group', number, body };
  }

  /** Of `\12` the 2 is text if there are fewer than twelve groups before it. */
  function reference(): PatternNode {
    let number = Number(reader.next());
    while (/[0-9]/.test(reader.peek() ?? '') && number * 10 + Number(reader.peek()) <= opened) number = number * 10 + Number(reader.next());
    if (!closed.has(number)) throw problem(`\`\\${number}\` refers to no group that ends before it`, `\`\\${number}\` 没有指向其之前已结束的分组`);
    hasReferences = true;
    return { kind: 'reference', group: number, ignoreCase: flags.ignoreCase };
  }

  function escape(): PatternNode {
    const item = readEscape(reader);
    return item.kind === 'set' ? { kind: 'character', set: item.set } : characterNode(String.fromCodePoint(item.codePoint), flags);
  }

  /** What follows an atom: at most one quantifier. */
  function repeated(body: PatternNode): PatternNode {
    const counts = readQuantifier(reader);
    return counts === undefined ? body : { kind: 'repeat', body, ...counts, lazy: reader.skip('?') };
  }
}

const NO_LINE_END = complement(setOfRanges([[0xa, 0xa], [0xd, 0xd]])); // prettier-ignore

function sequence(parts: readonly PatternNode[]): PatternNode {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'sequence', parts };
}

function characterNode(character: string, { ignoreCase }: Flags): PatternNode {
  const codePoint = character.codePointAt(0) ?? 0;
  return { kind: 'character', set: setOfCharacters(codePoint, codePoint, ignoreCase) };
}

function readQuantifier(reader: Reader): { readonly least: number; readonly most: number | undefined } | undefined {
  if (reader.skip('*')) return { least: 0, most: undefined };
  if (reader.skip('+')) return { least: 1, most: undefined };
  if (reader.skip('?')) return { least: 0, most: 1 };
  return reader.skip('{') ? readCounts(reader) : undefined;
}

function readCounts(reader: Reader): { readonly least: number; readonly most: number | undefined } {
  const counts = reader.upTo('}');
  const [, least, comma = '', most = ''] = /^([0-9]+)(,?)([0-9]*)$/.exec(counts ?? '') ?? [];
  if (least === undefined || (comma === '' && most !== '')) throw problem('a count is written `{2}`, `{2,}` or `{2,5}`; a `{` that is meant as itself needs a backslash', '重复次数应写作 `{2}`、`{2,}` 或 `{2,5}`；按字面匹配的 `{` 前须加反斜杠');
  if (Number(least) > MOST_REPEATS || Number(most) > MOST_REPEATS) throw problem(`it repeats something more than ${MOST_REPEATS} times`, `重复次数超过 ${MOST_REPEATS}`);
  if (most !== '' && Number(most) < Number(least)) throw problem(`the count \`{${counts ?? ''}}\` goes down`, `重复次数 \`{${counts ?? ''}}\` 的上限小于下限`);
  return { least: Number(least), most: comma === '' ? Number(least) : most === '' ? undefined : Number(most) };
}

/** The `x` flag: white space goes before anything else is read, so `\p{ L }` is `\p{L}`; only inside classes it stays. */
function withoutSpace(pattern: string): string {
  let kept = '';
  let depth = 0;
  let escaped = false;
  for (const character of pattern) {
    if (depth === 0 && /[\t\n\r ]/.test(character)) continue;
    kept += character;
    if (!escaped && character === '[') depth += 1;
    if (!escaped && character === ']') depth = Math.max(0, depth - 1);
    escaped = !escaped && character === '\\';
  }
  return kept;
}
