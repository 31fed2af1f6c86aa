import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from './utf8.ts';

const texts = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('', '贷', '\ud800', 'a'.repeat(70_000), '款'.repeat(40_000))), { maxLength: 8 });

test('what is added piece by piece is what Node encodes, and clearing begins anew', () => {
  const written = utf8();
  fc.assert(
    fc.property(texts, (pieces) => {
      written.clear();
      const encoded = pieces.map((piece) => Buffer.from(piece));
      pieces.forEach((piece, index) => (index % 2 === 0 ? written.add(piece) : written.copy(encoded[index] ?? Buffer.of())));
      const expected = Buffer.concat(encoded);
      return written.length() === expected.length && expected.equals(written.bytes());
    }),
  );
  written.clear();
  expect(written.bytes()).toHaveLength(0);
});
