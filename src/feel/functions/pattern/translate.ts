import { writeCodePoint, writeSet } from './character-set.ts';
import { readClass, readEscape, setOfCharacters } from './character-class.ts';
import type { Flags } from './flags.ts';
import { problem } from './problem.ts';
import { Reader } from './reader.ts';

/**
 * Writes an XPath regular expression (XPath functions 3.1, clause 5.6.1, on XML Schema part 2, appendix F) in RE2's syntax, to be
 * compiled without flags. What the two spell alike but mean differently (`\d`, `\s`, `\w`, `.`, class subtraction, the `i`
 * flag on categories) is written out; what RE2 has and XPath has not (`\b`, `(?i)`, `\x41`, `a++`) is refused, as are
 * XPath's back-references. Throws PatternProblem.
 *
 * One difference stays: with the `m` flag, `^` also matches after a line end that is the very last character.
 */
export function translate(pattern: string, flags: Flags): string {
  if (flags.literal) return Array.from(pattern, (character) => writeCharacter(character, flags.ignoreCase)).join('');
  const reader = new Reader(flags.extended ? withoutSpace(pattern) : pattern);
  let written = '';
  let open = 0;
  /** Whether a quantifier may follow: after something that matches, and not after another quantifier. */
  let quantifiable = false;
  for (let character = reader.next(); character !== undefined; character = reader.next()) {
    const wasQuantifiable = quantifiable;
    quantifiable = true;
    switch (character) {
      case '(':
        written += openGroup(reader);
        open += 1;
        quantifiable = false;
        break;
      case ')':
        if (open === 0) throw problem('a `)` has no `(` before it', '`)` 之前没有对应的 `(`');
        written += ')';
        open -= 1;
        break;
      case '|':
        written += '|';
        quantifiable = false;
        break;
      case '*':
      case '+':
      case '?':
      case '{':
        if (!wasQuantifiable) throw problem(`\`${character}\` has nothing before it to repeat`, `\`${character}\` 之前没有可重复的内容`);
        written += `${character === '{' ? readCounts(reader) : character}${reader.skip('?') ? '?' : ''}`;
        quantifiable = false;
        break;
      case '^':
        written += flags.multiline ? '(?m:^)' : '(?:^)';
        break;
      case '$':
        written += flags.multiline ? '(?m:$)' : '(?:\\z)';
        break;
      case '.':
        written += flags.dotAll ? '(?s:.)' : '[^\\n\\r]';
        break;
      case '[':
        written += writeSet(readClass(reader, flags.ignoreCase));
        break;
      case '\\':
        written += writeEscape(reader, flags.ignoreCase);
        break;
      case ']':
      case '}':
        throw problem(`\`${character}\` outside a class or count needs a backslash before it`, `字符类或次数之外的 \`${character}\` 前须加反斜杠`);
      default:
        written += writeCharacter(character, flags.ignoreCase);
    }
  }
  if (open > 0) throw problem('a group is not closed with `)`', '分组缺少结尾的 `)`');
  return written;
}

function openGroup(reader: Reader): string {
  if (reader.peek() !== '?') return '(';
  if (reader.skip('?:')) return '(?:';
  throw problem('after `(`, XPath has only `?:`, for a group that is not counted', '`(` 之后仅支持 `?:`（不计数的分组）');
}

/** RE2's own limit; more would let a short pattern grow into a huge one. */
const MOST_REPEATS = 1000;

function readCounts(reader: Reader): string {
  const counts = reader.upTo('}');
  const [, least, comma = '', most = ''] = /^([0-9]+)(,?)([0-9]*)$/.exec(counts ?? '') ?? [];
  if (least === undefined || (comma === '' && most !== '')) throw problem('a count is written `{2}`, `{2,}` or `{2,5}`; a `{` that is meant as itself needs a backslash', '重复次数应写作 `{2}`、`{2,}` 或 `{2,5}`；按字面匹配的 `{` 前须加反斜杠');
  if (Number(least) > MOST_REPEATS || Number(most) > MOST_REPEATS) throw problem(`it repeats something more than ${MOST_REPEATS} times`, `重复次数超过 ${MOST_REPEATS}`);
  if (most !== '' && Number(most) < Number(least)) throw problem(`the count \`{${counts ?? ''}}\` goes down`, `重复次数 \`{${counts ?? ''}}\` 的上限小于下限`);
  return `{${Number(least)}${comma}${most === '' ? '' : Number(most)}}`;
}

function writeEscape(reader: Reader, ignoreCase: boolean): string {
  const item = readEscape(reader);
  return item.kind === 'set' ? writeSet(item.set) : writeCharacter(String.fromCodePoint(item.codePoint), ignoreCase);
}

function writeCharacter(character: string, ignoreCase: boolean): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return ignoreCase ? writeSet(setOfCharacters(codePoint, codePoint, true)) : writeCodePoint(codePoint);
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
