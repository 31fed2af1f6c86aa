import { expect, test } from 'vitest';
import { call, outcome } from '../../../tests/feel-calls.ts';

test.each([
  ['foobar', '^fo*b', '', true],
  ['foobar', '^Fo*b', '', false],
  ['foobar', '^Fo*b', 'i', true],
  ['abracadabra', 'bra', '', true],
  ['abracadabra', '^a.*a$', '', true],
  ['abracadabra', '^bra', '', false],
  // Line ends
  ['Mary\u000dJones', 'Mary.Jones', '', false],
  ['Mary\nJones', 'Mary.Jones', '', false],
  ['Mary\nJones', 'Mary.Jones', 's', true],
  ['one\ntwo', '^two$', '', false],
  ['one\ntwo', '^two$', 'm', true],
  ['two\n', 'two$', '', false],
  ['\nabcd\ndefg\n', '^$', 'm', true],
  // Case
  ['\u212a', 'k', 'i', true],
  ['x', '[A-Z-[OI]]', 'i', true],
  ['X', '[A-Z-[OI]]', 'i', true],
  ['O', '[A-Z-[OI]]', 'i', false],
  ['i', '[A-Z-[OI]]', 'i', false],
  ['Q', '[^Q]', 'i', false],
  ['q', '[^Q]', 'i', false],
  ['a', '\\p{Lu}', 'i', false],
  ['A', '[\\p{Lu}x]', 'i', true],
  ['a', '[\\p{Lu}x]', 'i', false],
  ['ǆ', 'Ǆ', 'i', true],
  // White space that is no part of the pattern
  ['helloworld', 'hello world', 'x', true],
  ['hello world', 'hello\\ sworld', 'x', true],
  ['hello world', ' hello[ ]world', 'x', true],
  ['hello world', '\\p{ I s B a s i c L a t i n }+', 'x', true],
  // Plain text
  ['a.b', 'a.b', 'q', true],
  ['axb', 'a.b', 'q', false],
  ['A.B', 'a.b', 'qi', true],
  // Escapes mean what XML Schema says, not what other engines do
  ['٣', '^\\d$', '', true],
  ['x', '\\D', '', true],
  ['\f', '\\s', '', false],
  ['\t', '\\s', '', true],
  ['贷', '^\\w$', '', true],
  ['_', '^\\w$', '', false],
  ['$', '^\\w$', '', true],
  ['-', '\\W', '', true],
  ['x:y', '^\\i\\c*$', '', true],
  ['1x', '^\\i', '', false],
  ['贷款', '^\\p{IsCJKUnifiedIdeographs}+$', '', true],
  ['贷款', '^\\P{IsCJKUnifiedIdeographs}+$', '', false],
  ['🐎', '^.$', '', true],
  ['a{b', 'a\\{b', '', true],
  // Class subtraction
  ['b', '^[a-z-[aeiou]]$', '', true],
  ['e', '^[a-z-[aeiou]]$', '', false],
  ['é', '^[\\p{L}-[a-z]]$', '', true],
  ['e', '^[\\p{L}-[a-z]]$', '', false],
  ['7', '^[\\w-[\\d]]$', '', false],
  ['x', '^[\\w-[\\d]]$', '', true],
  ['e', '^[a-z-[a-y-[e]]]$', '', true],
  ['f', '^[a-z-[a-y-[e]]]$', '', false],
  ['z', '^[a-z-[a-y-[e]]]$', '', true],
  ['5', '^[^a-z-[0-4]]$', '', true],
  ['3', '^[^a-z-[0-4]]$', '', false],
  ['x', '^[^\\d\\s]$', '', true],
  ['-', '^[a-]$', '', true],
  ['-', '^[-a]$', '', true],
  ['x', '[a-[a]]', '', false],
  // Counts
  ['aaa', '^a{3}$', '', true],
  ['aaaa', '^a{2,3}$', '', false],
  ['aaaa', '^a{2,}$', '', true],
  // Back-references
  ['aA', '(a)\\1', '', false],
  ['aA', '(a)\\1', 'i', true],
  ['say "so" now', '([\'"]).*?\\1', '', true],
  ['say "so\' now', '([\'"]).*?\\1', '', false],
  ['abcabc', '^(.+)\\1$', '', true],
  ['abcabd', '^(.+)\\1$', '', false],
  ['aab', '^(?:(a)|b)*\\1$', '', false],
  ['aba', '^(?:(a)|b)*\\1$', '', true],
  ['b', '^(?:(a)|b)\\1$', '', true],
  ['🐎🐎', '^(.)\\1$', '', true],
  ['abcdefghijkk0', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)\\110', '', true],
  ['aa0', '^(a)\\10$', '', true],
  ['x\ny\ny', '^(y)\\n\\1$', 'm', true],
  ['Aaé1', '^(\\p{L})\\1\\p{Ll}\\d$', 'i', true],
  ['', '^(a*)*\\1$', '', true],
])('matches(%j, %j, %j) is %j', (input, pattern, flags, expected) => {
  expect(call('matches', input, pattern, flags)).toBe(expected);
});

test.each([
  ['\\1(a)', '`\\1` refers to no group'],
  ['(a\\1)', '`\\1` refers to no group'],
  ['(a)\\2', '`\\2` refers to no group'],
  ['(?:a)\\1', '`\\1` refers to no group'],
  ['(a)\\0', '`\\0` refers to no group'],
  ['(a)[ab\\1]', 'no `\\1`'],
  ['a\\b', 'no `\\b`'],
  ['\\x41', 'no `\\x`'],
  ['a(?i)b', 'only `?:`'],
  ['a(?=b)', 'only `?:`'],
  ['(?P<name>a)', 'only `?:`'],
  ['a**', '`*` has nothing before it'],
  ['a++', '`+` has nothing before it'],
  ['|*', '`*` has nothing before it'],
  ['a{2}{3}', '`{` has nothing before it'],
  ['a{,3}', 'a count is written'],
  ['a{3,2}', 'goes down'],
  ['a{1001}', 'more than 1000 times'],
  ['(a', 'not closed with `)`'],
  ['a)', 'has no `(`'],
  ['[a', 'not closed with `]`'],
  ['[]', 'needs a backslash'],
  ['[a[b]]', 'needs a backslash'],
  ['[z-a]', 'to a later one'],
  ['[a-\\d]', 'to a later one'],
  ['[a-c-e]', 'a hyphen inside'],
  ['[a-z-[b]c]', 'must be the last thing'],
  ['a]', 'needs a backslash'],
  ['a}', 'needs a backslash'],
  ['\\p{Han}', 'no Unicode category or block `Han`'],
  ['\\p{ Lu}', 'no Unicode category or block ` Lu`'],
  ['\\pL', 'must be followed by'],
  ['a\\', 'lone backslash'],
  ['((a{1000}){1000}){1000}', 'too large'],
  ['('.repeat(10_000) + 'a' + ')'.repeat(10_000), 'too large or nested too deep'],
  ['['.repeat(10_000), 'needs a backslash'],
  ['[a-'.repeat(10_000), 'nested too deep'],
])('the pattern %.40s is refused: %s', (pattern, words) => {
  expect(() => call('matches', 'input', pattern)).toThrow(
    expect.objectContaining({ diagnostic: expect.objectContaining({ code: 'bad-pattern', parameters: expect.objectContaining({ problem: expect.objectContaining({ en: expect.stringContaining(words) as unknown }) as unknown }) as unknown }) as unknown }),
  );
});

test('flags that XPath has not are refused', () => {
  expect(outcome(() => call('matches', 'input', 'pattern', 'p'))).toBe('bad-pattern');
  expect(outcome(() => call('matches', 'input', 'pattern', ' '))).toBe('bad-pattern');
});

test.each([
  ['banana', 'a', 'o', '', 'bonono'],
  ['banana', '(an)+', '**', '', 'b**a'],
  ['banana', '[aeiouy]', '[$0]', '', 'b[a]n[a]n[a]'],
  ['abracadabra', 'a(.)', 'a$1$1', '', 'abbraccaddabbra'],
  ['abracadabra', 'a.*?a', '*', '', '*c*bra'],
  ['abracadabra', 'a', '', '', 'brcdbr'],
  ['abcd', '(ab)|(a)', '[1=$1][2=$2]', '', '[1=ab][2=]cd'],
  ['AAAA', 'A+', 'b', '', 'b'],
  ['darted', '^(.*?)d(.*)$', '$1c$2', '', 'carted'],
  ['0123456789', '(\\d{3})(\\d{3})(\\d{4})', '($1) $2-$3', '', '(012) 345-6789'],
  ['abc', '(b)', '$12', '', 'ab2c'],
  ['abc', 'b', '$1', '', 'ac'],
  ['abc', 'b', '\\$1\\\\', '', 'a$1\\c'],
  ['a.b.c', '.', '$1\\', 'q', 'a$1\\b$1\\c'],
  ['abc', '[A-Z]', '#', 'i', '###'],
  ['a b c d ', '[a-z]', '#', 'x', '# # # # '],
  ['🐎🐎', '.', '<$0>', '', '<🐎><🐎>'],
  ['abc', 'x', '#', '', 'abc'],
  ['aabbcd', '(.)\\1', '<$1>', '', '<a><b>cd'],
  ['aaaa', '(a+?)\\1', '-', '', '--'],
  ['aaaa', '(a+)\\1', '-', '', '-'],
])('replace(%j, %j, %j, %j) is %j', (input, pattern, replacement, flags, expected) => {
  expect(call('replace', input, pattern, replacement, flags)).toBe(expected);
});

test.each([
  ['abracadabra', '.*?', '$1'],
  ['abc', 'x*', '-'],
  ['abc', 'b', '$'],
  ['abc', 'b', '$x'],
  ['abc', 'b', '\\n'],
  ['abc', 'b', 'x\\'],
])('replace(%j, %j, %j) is refused', (input, pattern, replacement) => {
  expect(outcome(() => call('replace', input, pattern, replacement))).toBe('bad-pattern');
});

test.each([
  ['John Doe', '\\s', ['John', 'Doe']],
  ['a;b;c;;', ';', ['a', 'b', 'c', '', '']],
  ['foo,bar', ',', ['foo', 'bar']],
  ['1, 2;3', '[,;] *', ['1', '2', '3']],
  ['none', ';', ['none']],
  ['', ';', ['']],
])('split(%j, %j) is %j', (string, delimiter, expected) => {
  expect(call('split', string, delimiter)).toEqual(expected);
});

test('a back-reference that would take for ever is given up', () => {
  expect(() => call('matches', 'a'.repeat(60) + '!', '^(a*)(a*)*\\1$')).toThrow(
    expect.objectContaining({ diagnostic: expect.objectContaining({ code: 'bad-pattern', parameters: expect.objectContaining({ problem: expect.objectContaining({ en: expect.stringContaining('too long') as unknown }) as unknown }) as unknown }) as unknown }),
  );
});

test('a pattern that takes other engines for ever takes time in proportion to the text', () => {
  expect(call('matches', 'a'.repeat(50_000) + '!', '^(a+)+$')).toBe(false);
});
