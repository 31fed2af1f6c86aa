import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { severityOf } from '../../diagnostics/message.ts';
import { positionAt } from '../../diagnostics/position.ts';
import { settingsFor } from './find-settings.ts';
import { readSettings } from './read-settings.ts';
import { standardSettings, underSettings } from './settings.ts';

function read(text: string) {
  const found: Diagnostic[] = [];
  const settings = readSettings({ path: 'plumbline.yaml', text }, (one) => found.push(one));
  const problems = found.map(({ code, span }) => {
    const { line, column } = span === undefined ? { line: 0, column: 0 } : positionAt(span.file, span.start);
    return `${line}:${column} ${code}`;
  });
  return { settings, problems };
}

test('severities by code, and a budget', () => {
  const { settings, problems } = read('# ours\nseverity:\n  not-analysed: error # strict\n  "acceptance-unused": info\nbudget: 1000\n');
  expect(problems).toEqual([]);
  expect([...settings.severity]).toEqual([['not-analysed', 'error'], ['acceptance-unused', 'info']]);
  expect(settings.analysis).toEqual({ budget: 1000 });
});

test.each([
  ['', []],
  ['# nothing\n', []],
  ['severity: {}\n', []],
  ['severity:\n  not-analyzed: info\n', ['2:3 settings-code-unknown']],
  ['severity:\n  name-unknown: info\n  toString: off\n', ['2:3 settings-severity-fixed', '3:3 settings-code-unknown']],
  ['severity:\n  not-analysed: ignore\nbudget: 0\n', ['2:17 settings-value-invalid', '3:9 settings-value-invalid']],
  ['severity: off\n', ['1:11 settings-value-invalid']],
  ['severities:\n  not-analysed: info\n', ['1:1 settings-key-unknown']],
  ['- severity\n', ['1:1 settings-value-invalid']],
  ['budget: "many"\n', ['1:9 settings-value-invalid']],
  ['severity:\n  not-analysed: info\nseverity:\n  not-analysed: off\n', ['3:1 settings-malformed']],
  ['severity: [\n', ['2:1 settings-malformed']],
  ['a: &a [*a]\n', ['1:1 settings-key-unknown']],
])('%j gives %j', (text, expected) => {
  expect(read(text).problems).toEqual(expected);
});

test('what is wrong leaves the standard settings in force, apart from a line by itself', () => {
  expect(read('severity:\n  not-analysed: off\nbudgets: 1\n').settings).toBe(standardSettings);
  expect([...read('severity:\n  not-analysed: off\n  name-unknown: off\n').settings.severity]).toEqual([['not-analysed', 'off']]);
});

test('findings get the severity that the settings say, or are not reported', () => {
  const found = [diagnostic('tests-not-added', undefined, { path: 'a', tests: 1 }), diagnostic('port-in-use', undefined, { port: 1 })];
  expect(underSettings(found, { severity: new Map([['tests-not-added', 'error']]), analysis: {} }).map(severityOf)).toEqual(['error', 'error']);
  expect(underSettings(found, { severity: new Map([['tests-not-added', 'off']]), analysis: {} })).toEqual([found[1]]);
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-settings-'));
  mkdirSync(join(folder, 'bank/.git'), { recursive: true });
  mkdirSync(join(folder, 'bank/rules/retail'), { recursive: true });
  mkdirSync(join(folder, 'bank/rules/corporate'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

async function chosen(files: Readonly<Record<string, string>>, paths: readonly string[], named?: string) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const found: Diagnostic[] = [];
  const settings = await settingsFor(paths.map((path) => relative(process.cwd(), join(folder, path))), named === undefined ? undefined : join(folder, named), (one) => found.push(one));
  return { budget: settings.analysis.budget, codes: found.map(({ code }) => code) };
}

const budget = (steps: number): string => `budget: ${steps}\n`;

test('the nearest file holds, as far up as the root of the repository', async () => {
  expect(await chosen({ 'plumbline.yaml': budget(1) }, ['bank/rules'])).toEqual({ budget: undefined, codes: [] });
  expect(await chosen({ 'bank/plumbline.yaml': budget(2) }, ['bank/rules', 'bank/rules/retail'])).toEqual({ budget: 2, codes: [] });
  expect(await chosen({ 'bank/rules/retail/plumbline.yaml': budget(3), 'bank/rules/retail/a.policy': 'policy a\n' }, ['bank/rules/retail/a.policy'])).toEqual({ budget: 3, codes: [] });
});

test('paths with different files are told, and one can be named', async () => {
  const files = { 'bank/rules/retail/plumbline.yaml': budget(1), 'bank/rules/corporate/plumbline.yaml': budget(2) };
  expect(await chosen(files, ['bank/rules/retail', 'bank/rules/corporate'])).toMatchObject({ codes: ['settings-several'] });
  expect(await chosen(files, ['bank/rules/retail', 'bank/rules/corporate'], 'bank/rules/corporate/plumbline.yaml')).toEqual({ budget: 2, codes: [] });
  expect(await chosen(files, ['bank/rules/retail'], 'bank/nowhere.yaml')).toEqual({ budget: undefined, codes: ['file-unreadable'] });
});
