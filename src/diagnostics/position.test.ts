import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineStarts, lineText, locationOf, positionAt } from './position.ts';

const file = (text: string) => ({ path: 'a.policy', text });

test('lines and columns count from 1', () => {
  const source = file('ab\ncd');
  expect(positionAt(source, 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt(source, 2)).toEqual({ line: 1, column: 3 });
  expect(positionAt(source, 3)).toEqual({ line: 2, column: 1 });
  expect(positionAt(source, 5)).toEqual({ line: 2, column: 3 });
});

test('an offset beyond the text is its end', () => {
  expect(positionAt(file('ab\n'), 99)).toEqual({ line: 2, column: 1 });
});

test('LF, CR LF and a lone CR end a line', () => {
  const source = file('a\r\nb\rc\nd');
  expect([1, 2, 3, 4, 5].map((line) => lineText(source, line))).toEqual(['a', 'b', 'c', 'd', '']);
  expect(positionAt(source, 3)).toEqual({ line: 2, column: 1 });
});

test('columns count UTF-16 units: a Chinese character is one, an emoji two', () => {
  const source = file('贷款😀x');
  expect(positionAt(source, source.text.indexOf('x'))).toEqual({ line: 1, column: 5 });
});

test('a span has a start and an end just after its last character', () => {
  const source = file('ab\ncdef');
  expect(locationOf({ file: source, start: 4, end: 6 })).toEqual({ file: 'a.policy', start: { line: 2, column: 2 }, end: { line: 2, column: 4 } });
});

test('a position leads back to its offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '贷', '\n', '\r', '\r\n', '😀') }), fc.nat(60), (text, offset) => {
      const source = file(text);
      const within = Math.min(offset, text.length);
      const { line, column } = positionAt(source, offset);
      expect((lineStarts(source)[line - 1] ?? -1) + column - 1).toBe(within);
    }),
  );
});
