import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/types/broken.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { severityOf } from '../../src/diagnostics/message.ts';
import { walk } from '../../src/model/children.ts';
import type { Policy } from '../../src/model/policy.ts';
import { expressionsOf } from '../../src/model/reads.ts';
import { readPolicy } from '../../src/read/text/read-policy.ts';

const text = readFileSync('tests/golden/good/every-construct.policy', 'utf8');
/** The text cut into words, numbers, strings, signs and white space. */
const pieces = text.match(/"[^"\n]*"|[\p{L}_][\p{L}\d_]*|[\d.]+|\s+|./gu) ?? [];
const meaningful = [...pieces.keys()].filter((place) => /\S/.test(pieces[place] ?? ''));

/** A slip of the pen: one piece of the policy left out, doubled, or written where another should be. */
const slip = fc.record({
  place: fc.constantFrom(...meaningful),
  kind: fc.constantFrom('left out', 'doubled', 'replaced'),
  other: fc.constantFrom(...meaningful),
});

function slipped(slips: readonly { readonly place: number; readonly kind: string; readonly other: number }[]): string {
  const changed = [...pieces];
  for (const { place, kind, other } of slips) {
    const piece = pieces[place] ?? '';
    changed[place] = kind === 'left out' ? '' : kind === 'doubled' ? `${piece} ${piece}` : (pieces[other] ?? '');
  }
  return changed.join('');
}

function readAndCheck(source: string): { readonly found: readonly Diagnostic[]; readonly policies: readonly Policy[] } {
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic): number => found.push(one);
  const policies = check([readPolicy({ path: 'slipped.policy', text: source }, report)], report);
  return { found, policies };
}

test('whatever slips into a policy, checking it ends, and what passes is whole', () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
      const { found, policies } = readAndCheck(slipped(slips));
      if (found.some((one) => severityOf(one) === 'error')) return;
      expect(policies).toHaveLength(1);
      for (const { decisions, functions, triggers } of policies) {
        const readers = [...decisions.values(), ...functions.values(), ...triggers.values()];
        walk(readers.flatMap(expressionsOf), (node) => expect(isBroken(node.type)).toBe(false));
      }
    }),
    { numRuns: 300 },
  );
});

test('every problem of a policy lies in its text', () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
      const source = slipped(slips);
      for (const { span } of readAndCheck(source).found) {
        expect(span?.start).toBeGreaterThanOrEqual(0);
        expect(span?.end).toBeLessThanOrEqual(source.length);
        expect(span?.end).toBeGreaterThanOrEqual(span?.start ?? 0);
      }
    }),
    { numRuns: 100 },
  );
});
