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

/** The content hash is taken over the canonical text, so that where these agree, the hashes do. */
const runs = { numRuns: 300 };

function read(path: string, text: string): PolicyTree {
  const found: Diagnostic[] = [];
  const tree = readSource({ path, text }, (one) => found.push(one));
  if (found.length > 0) expect.fail(`${renderAll(found, { language: 'en', colour: false })}\n${text}`);
  return tree;
}

const readText = (text: string): PolicyTree => read('generated.policy', text);
const readYaml = (text: string): PolicyTree => read('generated.policy.yaml', text);

/** What its comments say, in any order: clauses that may stand in any order are written in one. */
function remarksOf({ comments }: PolicyTree): readonly string[] {
  return comments.flatMap(({ text }) => text.split('\n')).map((line) => line.trim()).sort();
}

test('a policy that is written in its own spelling is the same policy, and so it is when written again', () => {
  fc.assert(
    fc.property(policies, (text) => {
      const tree = readText(text);
      const written = readText(policyText(tree));
      expect(canonicalText(written)).toBe(canonicalText(tree));
      expect(remarksOf(written)).toEqual(remarksOf(tree));
      expect(policyText(written)).toBe(written.file.text);
    }),
    runs,
  );
});

test('text, written as YAML and that as text, is the same policy with the same comments in the same places', () => {
  fc.assert(
    fc.property(policies, (text) => {
      const tree = readText(text);
      const yaml = readYaml(yamlText(tree));
      expect(canonicalText(yaml)).toBe(canonicalText(tree));
      expect(remarksOf(yaml)).toEqual(remarksOf(tree));
      const back = policyText(yaml);
      expect(back).toBe(policyText(tree));
      expect(canonicalText(readText(back))).toBe(canonicalText(tree));
    }),
    runs,
  );
});

test('YAML, written as text and that as YAML, is the same policy with the same comments', () => {
  fc.assert(
    fc.property(policies, (text) => {
      const yaml = readYaml(yamlText(readText(text)));
      expect(yamlText(yaml)).toBe(yaml.file.text);
      const back = readYaml(yamlText(readText(policyText(yaml))));
      expect(canonicalText(back)).toBe(canonicalText(yaml));
      expect(remarksOf(back)).toEqual(remarksOf(yaml));
    }),
    runs,
  );
});
