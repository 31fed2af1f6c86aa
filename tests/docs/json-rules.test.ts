import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { afterAll, expect, test } from 'vitest';
import { convert } from '../../src/convert/rewrite.ts';
import { convertToJsonRules } from '../../src/convert/to-json-rules.ts';
import { renderAll, type Diagnostic } from '../../src/index.ts';
import { blocksOf } from './blocks.ts';

const blocks = blocksOf('docs/json-rules.md');
const folder = mkdtempSync(join(tmpdir(), 'plumbline-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the policy shown becomes the rules shown', async () => {
  const path = join(folder, 'review.policy');
  writeFileSync(path, textOf('policy', 'review'));
  const found: Diagnostic[] = [];
  const json = await convertToJsonRules(path, { asOf: undefined, decisions: [] }, (one) => found.push(one));
  expect(renderAll(found, { language: 'en', colour: false })).toBe('');
  expect(json?.trimEnd()).toBe(textOf('json', 'review'));
});

test('json-rules-engine gives what the program shown prints', async () => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const { rules } = JSON.parse(textOf('json', 'review')) as { readonly rules: RuleProperties[] };
  rules.forEach((rule) => engine.addRule(rule));
  const { events } = await engine.run({ loan: { class: 'normal', overdue_days: 91 } });
  expect(textOf('ts', undefined)).toContain("engine.run({ loan: { class: 'normal', overdue_days: 91 } })");
  expect(textOf('ts', undefined)).toContain(`events[0].params.value); // ${String(events[0]?.params?.['value'])}`);
});

test('the rules shown become the policy shown', () => {
  const found: Diagnostic[] = [];
  const policy = convert({ path: 'plain.rules.json', text: textOf('json', 'plain') }, 'policy', (one) => found.push(one));
  expect(renderAll(found, { language: 'en', colour: false })).toBe('');
  expect(policy?.trimEnd()).toBe(textOf('policy', 'plain'));
});

function textOf(language: string, name: string | undefined): string {
  const block = blocks.find((each) => each.language === language && each.name === name);
  if (block === undefined) throw new Error(`docs/json-rules.md shows no ${language} named ${name ?? 'nothing'}`);
  return block.text;
}
