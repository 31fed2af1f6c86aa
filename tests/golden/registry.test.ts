import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAcceptable, isCode } from '../../src/diagnostics/acceptable.ts';
import { command } from '../../src/diagnostics/codes/command.ts';
import { conversion } from '../../src/diagnostics/codes/conversion.ts';
import { conformance } from '../../src/diagnostics/codes/conformance.ts';
import { facts } from '../../src/diagnostics/codes/facts.ts';
import { models } from '../../src/diagnostics/codes/models.ts';
import { policyModels } from '../../src/diagnostics/codes/policy-models.ts';
import { outcomes } from '../../src/diagnostics/codes/outcomes.ts';
import { running } from '../../src/diagnostics/codes/running.ts';
import { settings } from '../../src/diagnostics/codes/settings.ts';
import { service } from '../../src/diagnostics/codes/service.ts';
import { registry } from '../../src/diagnostics/registry.ts';

const codes = Object.keys(registry);
const pages = 'docs/diagnostics';
/** Met in facts, requests, settings and DMN models, while evaluating and while converting, which no policy text causes by itself. */
const metWhileRunning = new Set(Object.keys({ ...facts, ...service, ...command, ...outcomes, ...running, ...conversion, ...policyModels, ...models, ...conformance, ...settings }));
/** Of a path or of a file's size: no text in a file causes them (policy-set.test.ts and decode.test.ts in src/read hold them); or none of a size to be read here (src/analyze/gap and overlap). */
const ofFiles = new Set(['file-unreadable', 'no-policy-files', 'file-too-large', 'analysis-incomplete']);

test.each(codes)('%s has a page with the sections that every page has', (code) => {
  const page = readFileSync(`${pages}/${code}.md`, 'utf8');
  expect(page.split('\n')[0]).toBe(`# ${code}`);
  const sections = page.match(/^## .*$/gm);
  expect(sections).toEqual(['## What it means', '## Why it matters', '## Avoid', '## Prefer', '## 中文']);
});

test.each(codes)('%s says on its page, in both languages, whether it can be accepted', (code) => {
  const page = readFileSync(`${pages}/${code}.md`, 'utf8');
  const links = ['](README.md#accepting-a-finding)', '](README.md#接受发现)'].map((link) => page.includes(link));
  expect(links).toEqual(isCode(code) && isAcceptable(code) ? [true, true] : [false, false]);
});

test('every page is of a code', () => {
  const written = readdirSync(pages).filter((name) => name !== 'README.md');
  expect(written.filter((name) => !codes.includes(name.replace(/\.md$/, '')))).toEqual([]);
});

test('every code is spelled in kebab-case and defined once', () => {
  expect(codes.filter((code) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  const defined = readdirSync('src/diagnostics/codes').flatMap((name) =>
    [...readFileSync(`src/diagnostics/codes/${name}`, 'utf8').matchAll(/^ {2}'?([a-z0-9-]+)'?: define/gm)].map((match) => match[1]),
  );
  expect(defined.sort()).toEqual([...codes].sort());
});

test.each(codes.filter((code) => !metWhileRunning.has(code) && !ofFiles.has(code)))('%s has a case in tests/golden/bad', (code) => {
  const expected = readdirSync('tests/golden/bad', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.expected'));
  const reported = expected.map((name) => readFileSync(`tests/golden/bad/${name}`, 'utf8')).join('\n');
  expect(reported).toContain(`[${code}] `);
});

test.each(codes)('%s speaks Chinese in its Chinese texts', (code) => {
  const { message, remedy } = registry[code as keyof typeof registry];
  // The functions' own source: a text that can be looked at without inventing parameters. `….zh` is a text kept elsewhere.
  expect(String(message.zh)).toMatch(/\p{Script=Han}|\.zh\b/u);
  expect(String(remedy.zh)).toMatch(/\p{Script=Han}|\.zh\b/u);
});
