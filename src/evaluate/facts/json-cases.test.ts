import { expect, test } from 'vitest';
import { renderAll } from '../../diagnostics/render.ts';
import { UnreadableFacts } from './case.ts';
import { CASE_LIMIT } from './case-limit.ts';
import { partsOf } from './json-parts.ts';
import { linesOf } from './text-stream.ts';

/** A text in pieces of a length, as a file may come. */
async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += length) yield await Promise.resolve(text.slice(from, from + length));
}

async function allOf<T>(found: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const each of found) all.push(each);
  return all;
}

const lengths = [1, 2, 3, 7, 1000];

test.each(lengths)('a list is cut into its elements, whatever stands in them: pieces of %i', async (length) => {
  const list = ' [ {"a": "],[\\"{", "b": [1, {"c": []}]},\n  7 ,"\\\\", [[]]\n]\n ';
  const parts = await allOf(partsOf(pieces(list, length), 'x.json'));
  expect(parts.map(({ kind, source: { text, begins } }) => [kind, text, begins])).toEqual([
    ['element', ' {"a": "],[\\"{", "b": [1, {"c": []}]}', { line: 1, column: 3 }],
    ['element', '\n  7 ', { line: 1, column: 41 }],
    ['element', '"\\\\"', { line: 2, column: 6 }],
    ['element', ' [[]]\n', { line: 2, column: 11 }],
  ]);
});

test.each(lengths)('a text that is no list is one part: pieces of %i', async (length) => {
  expect(await allOf(partsOf(pieces('\n {"a": [1, 2]}\n', length), 'x.json'))).toEqual([{ kind: 'whole', source: { path: 'x.json', text: '\n {"a": [1, 2]}\n' } }]);
  expect(await allOf(partsOf(pieces(' [ ] ', length), 'x.json'))).toEqual([]);
});

test.each([
  ['', 'x.json:1:1', 'there is nothing in it'],
  ['[', 'x.json:1:2', 'the closing `]` is missing'],
  ['[{},', 'x.json:1:5', 'the closing `]` is missing'],
  ['[{}\n,\n , {}]', 'x.json:3:2', 'a value is expected here'],
  ['[{},]', 'x.json:1:5', 'a value is expected here'],
  ['[{}]\n {}', 'x.json:2:2', 'the document ends before this'],
])('a list that is not well-formed: %j', async (text, place, says) => {
  for (const length of lengths) {
    const error: unknown = await allOf(partsOf(pieces(text, length), 'x.json')).catch((thrown: unknown) => thrown);
    if (!(error instanceof UnreadableFacts)) throw new Error('it was read');
    const shown = renderAll([error.diagnostic], { language: 'en', colour: false });
    expect(shown).toContain(place);
    expect(shown).toContain(says);
  }
});

test.each(lengths)('lines end with LF or CR LF, the last one without: pieces of %i', async (length) => {
  expect(await allOf(linesOf(pieces('a\r\n\nb\rc\n\r\nd', length)))).toEqual(['a', '', 'b\rc', '', 'd']);
});

test('a case that has no end is told before memory runs out', async () => {
  const endless = async function* (begin: string): AsyncGenerator<string> {
    yield await Promise.resolve(begin);
    const piece = ' '.repeat(1 << 20);
    for (let sent = 0; sent <= CASE_LIMIT; sent += piece.length) yield piece;
  };
  const limit = { diagnostic: { code: 'case-too-large', parameters: { line: 2 } } };
  await expect(allOf(linesOf(endless('{}\n{')))).rejects.toMatchObject(limit);
  await expect(allOf(partsOf(endless('[{},\n"'), 'x.json'))).rejects.toMatchObject({ diagnostic: { code: 'case-too-large' } });
});
