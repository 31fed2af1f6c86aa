import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageOf } from '../../diagnostics/message.ts';
import type { ExactJson } from './exact-json.ts';
import { ExactNumber, JsonProblem, NESTING_LIMIT, isExactList, isExactObject, parseExactJson } from './exact-json.ts';

/** What JSON.parse would have made of it. */
function plain(json: ExactJson): unknown {
  if (json instanceof ExactNumber) return JSON.parse(json.text);
  if (isExactList(json)) return json.map(plain);
  return isExactObject(json) ? Object.fromEntries([...json].map(([key, value]) => [key, plain(value)])) : json;
}

function problemOf(text: string): JsonProblem {
  try {
    parseExactJson(text);
  } catch (problem) {
    if (problem instanceof JsonProblem) return problem;
    throw problem;
  }
  throw new Error('it was read without a problem');
}

function acceptedByJsonParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each(['9007199254740993', '0.1000000000000000055', '1000000.00', '1e3', '-0', '1E-7', '123456789012345678901234567890.10'])(
  'keeps the number %s as it was written',
  (text) => {
    expect(parseExactJson(text)).toEqual(new ExactNumber(text));
    expect(parseExactJson(`{"a": [${text}]}`)).toEqual(new Map([['a', [new ExactNumber(text)]]]));
  },
);

test('__proto__ and its kin are keys like any other', () => {
  const json = parseExactJson('{"__proto__": {"constructor": true}, "toString": null}');
  expect(json).toEqual(new Map<string, unknown>([['__proto__', new Map([['constructor', true]])], ['toString', null]]));
});

test('reads what JSON.parse reads, to the same values', () => {
  fc.assert(
    fc.property(fc.json({ depthSize: 'large' }), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
      const spaced = JSON.stringify(JSON.parse(text), null, indent);
      expect(plain(parseExactJson(spaced))).toEqual(JSON.parse(spaced));
    }),
  );
});

test('accepts exactly what JSON.parse accepts, apart from keys that stand twice', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', '-', '0', '.', 'e', '+', 'true', 'null', ' ', '\n', '/', '*', '\\', '"', '\u0001', '\u00a0', '\ufeff');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')), (text) => {
      const accepted = acceptedByJsonParse(text);
      try {
        parseExactJson(text);
        expect(accepted).toBe(true);
      } catch (problem) {
        if (!(problem instanceof JsonProblem)) throw problem;
        expect(accepted && problem.diagnostic.code !== 'json-duplicate-key').toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a key that stands twice is refused, with its path', () => {
  const problem = problemOf('{"loans": [{"id": "1"}, {"id": "2",\n  "id": "3"}]}');
  expect(problem.diagnostic.code).toBe('json-duplicate-key');
  expect(problem).toMatchObject({ path: 'loans[1].id', line: 2, column: 3, offset: 38 });
  expect(messageOf(problem.diagnostic, 'en')).toBe('`loans[1].id` stands twice');
});

test('a key that stands twice is seen through its escapes', () => {
  expect(problemOf('{"a": 1, "\\u0061": 2}').diagnostic.code).toBe('json-duplicate-key');
});

test('nesting up to the limit is read, and one deeper is refused, however deep it goes', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  expect(parseExactJson(nested(NESTING_LIMIT))).toBeInstanceOf(Array);
  expect(problemOf(nested(NESTING_LIMIT + 1)).diagnostic.code).toBe('json-too-deep');
  expect(problemOf('{"a":'.repeat(1_000_000)).diagnostic.code).toBe('json-too-deep');
});

test.each([
  ['', 'empty', 1, 1],
  ['  \n ', 'empty', 2, 2],
  ['{"a": 1,}', 'a key in double quotes', 1, 9],
  ['[1,]', 'a value is expected', 1, 4],
  ['{"a" 1}', 'a colon is expected', 1, 6],
  ['{"a": 1', 'the closing `}`', 1, 8],
  ['[1', 'the closing `]`', 1, 3],
  ['{"a": 1} 2', 'the document ends before', 1, 10],
  ['{\n  "a": 05}', 'comma', 2, 9],
  ['// facts\n{}', 'no comments', 1, 1],
  ['{"a": "b}', 'closing double quote', 1, 7],
  ['"\\x"', 'not an escape', 1, 1],
  ['{"a": NaN}', 'no meaning in JSON', 1, 7],
])('%j is malformed: %s, at line %i column %i', (text, says, line, column) => {
  const problem = problemOf(text);
  expect(problem.diagnostic.code).toBe('json-malformed');
  expect(messageOf(problem.diagnostic, 'en')).toContain(says === 'empty' ? 'nothing in it' : says);
  expect({ line: problem.line, column: problem.column }).toEqual({ line, column });
});
