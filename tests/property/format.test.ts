import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPolicy } from '../../src/format/format.ts';
import { readPolicy } from '../../src/read/text/read-policy.ts';
import { canonicalText } from '../../src/read/tree/canonical.ts';
import type { Comment, PolicyTree } from '../../src/read/tree/statement.ts';
import { policies } from './policies.ts';

const runs = { numRuns: 300 };

function read(text: string): PolicyTree {
  return readPolicy({ path: 'generated.policy', text }, (found) => expect.fail(`${found.code}\n${text}`));
}

function said({ marker, text }: Comment): string {
  return `${marker} ${text}`;
}

test('formatting changes neither the policy, and so its content hash, nor any comment or its order', () => {
  fc.assert(
    fc.property(policies, (text) => {
      const before = read(text);
      const after = read(formatPolicy(before.file));
      expect(canonicalText(after)).toBe(canonicalText(before));
      expect(after.comments.map(said)).toEqual(before.comments.map(said));
    }),
    runs,
  );
});

test('what is formatted is not changed by formatting', () => {
  fc.assert(
    fc.property(policies, (text) => {
      const once = formatPolicy({ path: 'generated.policy', text });
      expect(formatPolicy({ path: 'generated.policy', text: once })).toBe(once);
    }),
    runs,
  );
});
