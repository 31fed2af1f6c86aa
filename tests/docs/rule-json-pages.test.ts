import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { convertToJsonRules } from '../../src/convert/to-json-rules.ts';
import { conversion } from '../../src/diagnostics/codes/conversion.ts';
import { ruleJson } from '../../src/diagnostics/codes/rule-json.ts';
import { compile, renderAll, type Diagnostic } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(Object.keys(ruleJson))('the page about %s', (code) => {
  test(`shows rules to avoid that give ${code} and nothing else`, async () => {
    const { diagnostics } = await compile({ 'review.rules.json': shownIn(code, 'Avoid', 'json') });
    expect([...new Set(diagnostics.map((one) => one.code))], printed(diagnostics)).toEqual([code]);
  });

  test('shows rules to prefer that have nothing wrong with them', async () => {
    const { diagnostics } = await compile({ 'review.rules.json': shownIn(code, 'Prefer', 'json') });
    expect(printed(diagnostics)).toBe('');
  });
});

describe.each(Object.keys(conversion).filter((code) => code !== 'rules-not-formatted'))('the page about %s', (code) => {
  test(`shows a policy to avoid whose conversion gives ${code} and nothing else`, async () => {
    const { text, found } = await converted(shownIn(code, 'Avoid', 'policy'));
    expect([...new Set(found.map((one) => one.code))], printed(found)).toEqual([code]);
    expect(text).toBeUndefined();
  });

  test('shows a policy to prefer that is converted', async () => {
    const { text, found } = await converted(shownIn(code, 'Prefer', 'policy'));
    expect(printed(found)).toBe('');
    expect(text).toContain('"rules"');
  });
});

async function converted(policy: string): Promise<{ readonly text: string | undefined; readonly found: readonly Diagnostic[] }> {
  const path = join(folder, 'review.policy');
  writeFileSync(path, policy);
  const found: Diagnostic[] = [];
  return { text: await convertToJsonRules(path, { asOf: undefined, decisions: [] }, (one) => found.push(one)), found };
}

function shownIn(code: string, section: string, language: string): string {
  const page = readFileSync(`docs/diagnostics/${code}.md`, 'utf8');
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? '';
}

function printed(diagnostics: readonly Diagnostic[]): string {
  return renderAll(diagnostics, { language: 'en', colour: false });
}
