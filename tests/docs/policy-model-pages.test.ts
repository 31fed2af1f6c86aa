import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { convertToDmn } from '../../src/convert/to-dmn.ts';
import { renderAll, type Diagnostic } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the page about dmn-cannot-say shows a policy to avoid that becomes no model, for that reason alone', async () => {
  const { text, found } = await converted(shownIn('dmn-cannot-say', 'Avoid'));
  expect(found.map((one) => one.code), printed(found)).toEqual(['dmn-cannot-say']);
  expect(text).toBeUndefined();
});

test('the page about dmn-cannot-say shows a policy to prefer that becomes a model', async () => {
  const { text, found } = await converted(shownIn('dmn-cannot-say', 'Prefer'));
  expect(printed(found)).toBe('');
  expect(text).toContain('<decision ');
});

async function converted(policy: string): Promise<{ readonly text: string | undefined; readonly found: readonly Diagnostic[] }> {
  const path = join(folder, 'review.policy');
  writeFileSync(path, policy);
  const found: Diagnostic[] = [];
  return { text: await convertToDmn(path, '1.5', (one) => found.push(one)), found };
}

function shownIn(code: string, section: string): string {
  const page = readFileSync(`docs/diagnostics/${code}.md`, 'utf8');
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return /^```policy\n([^]*?)^```$/m.exec(text)?.[1] ?? '';
}

function printed(diagnostics: readonly Diagnostic[]): string {
  return renderAll(diagnostics, { language: 'en', colour: false });
}
