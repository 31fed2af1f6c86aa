import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { policyText } from '../../src/emit/policy/policy-text.ts';
import { yamlText } from '../../src/emit/yaml/yaml-text.ts';
import { readSource } from '../../src/read/read-source.ts';
import { canonicalText } from '../../src/read/tree/canonical.ts';
import type { PolicyTree } from '../../src/read/tree/statement.ts';
import { policies } from './policies.ts';

function read(path: string, text: string): PolicyTree {
  const found: Diagnostic[] = [];
  const tree = readSource({ path, text }, (one) => found.push(one));
  expect(`${renderAll(found, { language: 'en', colour: false })}${found.length > 0 ? text : ''}`).toBe('');
  return tree;
}

const fromText = (text: string): PolicyTree => read('generated.policy', text);
const fromYaml = (text: string): PolicyTree => read('generated.policy.yaml', text);

/** What its comments say, in any order. */
function remarksOf({ comments }: PolicyTree): readonly string[] {
  return comments.flatMap(({ text }) => text.split('\n')).map((line) => line.trim()).sort();
}

test('text, written as YAML and that as text, is the same policy with the same comments in the same places', () => {
  fc.assert(
    fc.property(policies, (text) => {
      const tree = fromText(text);
      const yaml = fromYaml(yamlText(tree));
      expect(canonicalText(yaml)).toBe(canonicalText(tree));
      expect(remarksOf(yaml)).toEqual(remarksOf(tree));
      expect(policyText(yaml)).toBe(policyText(tree));
      const back = fromText(policyText(yaml));
      expect(canonicalText(back)).toBe(canonicalText(tree));
      expect(remarksOf(back)).toEqual(remarksOf(tree));
    }),
    { seed: 20261124, numRuns: 60 },
  );
});
