import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelDocument } from '../../src/emit/dmn/model-document.ts';
import { compile, renderAll, type Diagnostic } from '../../src/index.ts';
import { registry } from '../../src/diagnostics/registry.ts';
import { blocksOf } from './blocks.ts';

const page = readFileSync('docs/dmn.md', 'utf8');
const blocks = blocksOf('docs/dmn.md');

test('the policy shown becomes a model in which the rows stand that are shown', async () => {
  const text = textOf('policy');
  const { policies, diagnostics } = await compile({ 'review.policy': text });
  const found: Diagnostic[] = [...diagnostics];
  const policy = policies.get('review');
  const model = policy && modelDocument(policy, text, '1.5', (one) => found.push(one));
  expect(renderAll(found, { language: 'en', colour: false })).toBe('');
  const lines = (model ?? '').split('\n').map((line) => line.trim());
  const shown = textOf('xml').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const start = lines.indexOf(shown[0] ?? '');
  expect(lines.slice(start, start + shown.length)).toEqual(shown);
});

test('every diagnostic that is linked is one', () => {
  const linked = [...page.matchAll(/\(diagnostics\/([a-z-]+)\.md\)/g)].map((match) => match[1] ?? '');
  expect(linked.length).toBeGreaterThan(2);
  expect(linked.filter((code) => !(code in registry))).toEqual([]);
});

function textOf(language: string): string {
  return blocks.find((block) => block.language === language && block.name === 'review')?.text ?? '';
}
