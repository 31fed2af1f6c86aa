import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { feelText } from '../../src/feel/functions/feel-text.ts';
import { FeelError } from '../../src/feel/values/error.ts';
import { parseDateTime } from '../../src/feel/values/temporal.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { compileFeel, compileUnaryTests } from '../../src/library/feel.ts';
import { parseCell, parseExpression } from '../../src/read/text/parse-expression.ts';
import { expressionText } from '../../src/read/tree/expression-text.ts';
import { decimal, feel } from '../feel-calls.ts';
import { expressions } from './expressions.ts';
import { anyText, NAMES, slips, tokenSequences } from './feel-texts.ts';

/** Whatever the text, reading and evaluating it ends, with a value or with problems that have a place in it. */

const limits = ['too-much-work', 'too-deep'];
const now = parseDateTime('2024-01-31T10:00:00+08:00');
const variables = new Map<string, Value>([
  ['x', decimal('12.5')],
  ['loan amount', null],
  ['loans', feel([{ amount: 1, a: 'x' }, { amount: 2 }])],
  ['逾期天数', feel([1, [2]])],
  ['?', decimal('3')],
]);

/** How an evaluation ended: a value as text, or the code of the limit that it met. Anything else is thrown on. */
function ending(evaluate: () => Value): string {
  try {
    return feelText(evaluate());
  } catch (thrown) {
    if (thrown instanceof FeelError && limits.includes(thrown.diagnostic.code)) return thrown.diagnostic.code;
    throw thrown;
  }
}

function endsWell(text: string): void {
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic): number => found.push(one);
  for (const compile of [compileFeel, compileUnaryTests]) {
    const before = found.length;
    const compiled = compile(text, NAMES, report);
    if (compiled === undefined) expect(found.length, text).toBeGreaterThan(before);
    else {
      ending(() => {
        const { value, diagnostics } = compiled.evaluate(variables, { now, work: 20_000 });
        found.push(...diagnostics);
        return value;
      });
    }
  }
  for (const read of [parseExpression, parseCell]) read(text, { path: 'FEEL', text }, 0, 'policy', report);
  for (const { span } of found) {
    expect(span, text).toBeDefined();
    expect(0 <= (span?.start ?? -1) && (span?.start ?? 0) <= (span?.end ?? 0) && (span?.end ?? 0) <= text.length, text).toBe(true);
  }
  expect(renderAll(found, { language: 'zh', colour: false }).length > 0, text).toBe(found.length > 0);
}

test.each([
  ['any text', anyText, 500],
  ['tokens in any order', tokenSequences, 1500],
  ['real expressions with slips of the pen', slips, 1000],
  ['whole expressions', expressions('strict').map(expressionText), 500],
])('%s', (_, texts, numRuns) => {
  fc.assert(fc.property(texts, endsWell), { numRuns });
});

/** Calls itself by being handed to itself: FEEL has no other recursion. */
function recursive(start: string, next: string, times: number, then = 'v'): string {
  return `{ f: function(f, v, n) if n = 0 then ${then} else f(f, ${next}, n - 1), r: f(f, ${start}, ${times}) }.r`;
}
const chain = '(for i in 1..300 return [partial[-1]])';
const longText = 'string join(for i in 1..20000 return "abcdefghijklmnop")';

describe('what would take for ever, or all memory, is stopped', () => {
  test.each([
    ['a loop', 'for i in 1..1000000000 return i'],
    ['a loop inside a loop', 'for i in 1..100000, j in 1..100000 return 1'],
    ['a loop over dates', 'for d in date("-999999999-01-01")..date("999999999-12-31") return d'],
    ['some and every', 'some i in 1..1000000000 satisfies every j in 1..1000000000 satisfies i < j'],
    ['results so far, copied at every turn', 'for i in 1..100000 return partial'],
    ['calls that double', '{ f: function(f, n) if n = 0 then 1 else f(f, n - 1) + f(f, n - 1), r: f(f, 60) }.r'],
    ['a text that doubles', recursive('"abcdefgh"', 'v + v', 60)],
    ['a text that doubles in a loop', 'for i in 1..60 return if i = 1 then "abc" else partial[-1] + partial[-1]'],
    ['a list that doubles', recursive('[1]', 'concatenate(v, v)', 60)],
    ['a list that doubles in a loop', 'for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])'],
    ['a list that holds itself twice', recursive('1', '[v, v]', 60)],
    ['a context that holds itself twice', recursive('1', '{ a: v, b: v }', 60)],
    ['a list appended to itself', recursive('[1]', 'append(v, v)', 60)],
    ['a context put into itself', recursive('{}', 'context put(context put(v, "a", v), "b", v)', 60)],
    ['a long text in many places', `{ s: ${longText}, r: for i in 1..10000 return s }.r`],
    ['a long text joined with itself', `{ s: ${longText}, r: string join(for i in 1..100 return s, s) }.r`],
    ['a text replaced by itself, letter by letter', `{ s: ${longText}, r: replace(s, "a", s) }.r`],
    ['a long text searched again and again', `{ s: ${longText}, r: for i in 1..100000 return contains(s, "z") }.r`],
    ['a long text compared again and again', `{ s: ${longText}, t: ${longText}, r: for i in 1..100000 return s = t }.r`],
    ['a long text split again and again', `{ s: ${longText}, r: for i in 1..100000 return count(split(s, "p")) }.r`],
    ['long lists compared again and again', '{ s: for i in 1..1000 return i, r: for i in 1..100000 return s = s }.r'],
    ['a long list searched again and again', '{ s: for i in 1..1000 return i, r: for i in 1..100000 return 0 in s }.r'],
    ['a long list of long lists searched', '{ s: for i in 1..100 return 1, t: for i in 1..100 return s, r: for i in 1..100000 return list contains(t, s) }.r'],
    ['a property of every item, again and again', '{ s: for i in 1..1000 return { a: i }, r: for i in 1..100000 return count(s.a) }.r'],
    ['a type tested on a long list', '{ s: for i in 1..1000 return i, r: for i in 1..100000 return s instance of list<number> }.r'],
    ['values that only comparing tells apart', 'count(distinct values(for i in 1..10000 return [i..i + 1]))'],
    ['powers', 'for i in 1..1000000 return 1.0000001 ** 999999999'],
    ['roots, logarithms and exponentials', 'for i in 1..1000000 return log(exp(i ** 0.5))'],
    ['numbers of thousands of digits written out', 'for i in 1..1000000 return string(1e6144)'],
    ['numbers of thousands of digits squared', '{ s: for i in 1..1000 return if i = 1 then 1e6144 else 1e-6176, r: for i in 1..1000 return stddev(s) }.r'],
    ['a long sum at every turn', `for i in 1..50000 return 1${' + 1'.repeat(500)}`],
    ['a long list of tests at every turn', `for i in 1..50000 return i in (${'0, '.repeat(1000)}0)`],
    ['patterns with back-references', 'for i in 1..100000 return matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "^(a*)*\\\\1c$")'],
    ['errors', 'for i in 1..100000000 return 1 / 0'],
  ])('%s', (_, text) => {
    const compiled = compileFeel(text, [], () => expect.fail(text));
    expect(ending(() => compiled?.evaluate(new Map(), { work: 200_000 }).value ?? null)).toBe('too-much-work');
  });
});

describe('what would overflow the stack is stopped', () => {
  test.each([
    ['a function that calls itself', '{ f: function(f, n) f(f, n + 1), r: f(f, 1) }.r'],
    ['one that calls itself while it sorts', '{ f: function(f, n) sort([1, 2], function(a, b) f(f, n + 1)), r: f(f, 1) }.r'],
    ['one whose calls lie deep in its expression', `{ f: function(f, n) ${'['.repeat(190)}f(f, n + 1)${']'.repeat(190)}, r: f(f, 1) }.r`],
    ['one whose calls lie in loops', `{ f: function(f, n) ${'for x in [1] return '.repeat(150)}f(f, n + 1), r: f(f, 1) }.r`],
    ['one whose calls lie at the end of a long sum', `{ f: function(f, n) f(f, n + 1)${' + 1'.repeat(900)}, r: f(f, 1) }.r`],
    ['lists within lists', `${chain}`],
    ['lists within lists, printed', `string(${chain}[-1])`],
    ['lists within lists, compared', `${chain}[-1] = ${chain}[-1]`],
    ['lists within lists, flattened', `flatten(${chain})`],
    ['functions within functions', '{ fs: for i in 1..1000 return { g: partial[-1], h: function(x) if g = null then 1 else g.h(x) }, r: fs[-1].h(1) }.r'],
  ])('%s', (_, text) => {
    const compiled = compileFeel(text, [], () => expect.fail(text));
    expect(ending(() => compiled?.evaluate(new Map()).value ?? null)).toBe('too-deep');
  });

  test.each([
    ['brackets', '('.repeat(100_000), 'nested-too-deep'],
    ['conditions', 'if true then '.repeat(100_000), 'nested-too-deep'],
    ['loops of several iterators', 'for a in [1], b in [1] return '.repeat(10_000), 'nested-too-deep'],
    ['iterators', `for ${Array.from({ length: 10_000 }, (_, index) => `a${index} in [1]`).join()} return 1`, 'nested-too-deep'],
    ['types', `1 instance of ${'list<'.repeat(10_000)}number`, 'nested-too-deep'],
    ['types of the policy dialect', `1 instance of ${'list of '.repeat(10_000)}number`, 'nested-too-deep'],
    ['fields of types', `1 instance of ${'context<a: number, b: '.repeat(10_000)}number`, 'nested-too-deep'],
    ['operators', '1 + '.repeat(100_000), 'expression-too-long'],
    ['signs', '-'.repeat(100_000), 'expression-too-long'],
    ['paths', `x${'.x'.repeat(100_000)}`, 'expression-too-long'],
  ])('%s without end', (_, text, code) => {
    const found: Diagnostic[] = [];
    expect(compileFeel(text, NAMES, (one) => found.push(one))).toBeUndefined();
    expect(found.map((one) => one.code)).toEqual([code]);
  });
});

test.each([
  ['duration("P1D") * 1e6144', 'null'],
  ['@"P1D" * 1e-6176', 'PT0S'],
  ['@"P1Y" / 1e6144', 'P0M'],
  ['@"P1D" / 1e-6176', 'null'],
  ['date("999999999-12-31") + @"P1D"', 'null'],
  ['date(-999999999, 1, 1) - @"P1M"', 'null'],
  ['9 ** 999999999', 'null'],
  ['(1 / 3) ** 999999998.7', '0'],
  ['exp(1e6144)', 'null'],
  ['modulo(1e6144, 3)', '1'],
  ['count(for i in 1..100000 return i)', '100000'],
  ['stddev(for i in 1..200000 return 1)', '0'],
  [`{${Array.from({ length: 5000 }, (_, index) => `a${index}: ${index}`).join()}}.a4999`, '4999'],
])('%s is %s', (text, expected) => {
  const compiled = compileFeel(text, [], () => expect.fail(text));
  expect(ending(() => compiled?.evaluate(new Map()).value ?? null)).toBe(expected);
});
