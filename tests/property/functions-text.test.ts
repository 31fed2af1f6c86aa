import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call, feel, outcome } from '../feel-calls.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '贷', '🐎', '\u{1f1e8}', 'ß', ' ') });

test('a substring is a slice of the code points', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: -12, max: 12 }), fc.option(fc.integer({ min: -1, max: 12 }), { nil: undefined }), (string, position, length) => {
      const points = Array.from(string);
      const index = position > 0 ? position - 1 : points.length + position;
      const inside = position !== 0 && index >= 0 && index < points.length && (length === undefined || (length >= 1 && index + length <= points.length));
      const found = outcome(() => (length === undefined ? call('substring', string, position) : call('substring', string, position, length)));
      expect(found).toBe(inside ? JSON.stringify(points.slice(index, length === undefined ? undefined : index + length).join('')) : 'bad-argument');
    }),
    { numRuns: 5000 },
  );
});

test('the length is the number of code points, and lengths add up', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(call('string length', a)).toEqual(feel(Array.from(a).length));
      expect(call('string length', a + b)).toEqual(call('sum', call('string length', a), call('string length', b)));
    }),
  );
});

test('before, match and after make the text again where the match occurs', () => {
  fc.assert(
    fc.property(text, text, text, (a, match, b) => {
      const string = a + match + b;
      expect(call('contains', string, match)).toBe(true);
      expect(call('string join', [call('substring before', string, match), match, call('substring after', string, match)])).toBe(string);
      expect(call('starts with', string, a)).toBe(true);
      expect(call('ends with', string, b)).toBe(true);
    }),
  );
});
