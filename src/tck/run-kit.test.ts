import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { literalText } from '../feel/functions/feel-text.ts';
import { parseDateTime } from '../feel/values/temporal.ts';
import { smallKit, testCase, testCases } from './fixtures/small-kit.ts';
import { runKit, type KitOptions } from './run-kit.ts';
import { scoreByLevel, scoreOf } from './score.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

async function run(files: Readonly<Record<string, string>>, within = '', options: KitOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-kit-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const found: Diagnostic[] = [];
  const results = await runKit(join(folder, within), options, (one) => found.push(one));
  return { results, found: found.map(({ code }) => code) };
}

test('cases pass only with all their results, and are counted by level, by what they expect, and by whether they could be evaluated', async () => {
  const { results, found } = await run(smallKit);
  expect(found).toEqual([]);
  expect(scoreByLevel(results)).toEqual([
    { level: 2, score: { passed: 7, total: 10, valuePassed: 4, valueTotal: 6, unsupported: 3 } },
    { level: 3, score: { passed: 3, total: 3, valuePassed: 3, valueTotal: 3, unsupported: 0 } },
  ]);
});

test('a failure has what was expected, what came instead and why', async () => {
  const { results } = await run(smallKit);
  const failures = results.flatMap(({ cases }) =>
    cases.flatMap(({ test: { id }, results: outcomes }) =>
      outcomes
        .filter(({ passed }) => !passed)
        .map(({ expected, actual, diagnostics }) => [id, expected.name, literalText(expected.value), literalText(actual), ...diagnostics.map(({ code }) => code)]),
    ),
  );
  expect(failures).toEqual([
    ['wrong value', 'twice', '7', '6'],
    ['value where null is expected', 'ratio', 'null', '0.25'],
    ['upon unreadable', 'upon unreadable', '[1]', '[null]'],
  ]);
});

test('a level, or a single folder, can be given by itself', async () => {
  const level = await run(smallKit, 'TestCases/compliance-level-3');
  expect(level.results.map(({ folder }) => [folder.level, folder.name])).toEqual([[3, '0002-import']]);
  const folder = await run(smallKit, 'TestCases/compliance-level-2/0001-arithmetic');
  expect(folder.results.map(({ folder: { level: of, name } }) => [of, name])).toEqual([[2, '0001-arithmetic']]);
});

test('only folders of a name', async () => {
  const { results } = await run(smallKit, '', { only: 'import' });
  expect(results.map(({ folder }) => folder.name)).toEqual(['0002-import']);
});

test('a directory without test cases is reported, also if only non-compliant folders are in it', async () => {
  expect((await run(smallKit, 'TestCases/non-compliant/..', { only: '0003' })).found).toEqual(['kit-folders-missing']);
  expect((await run({ 'a/a.dmn': '' })).found).toEqual(['kit-folders-missing']);
  expect((await run({}, 'nowhere')).found).toEqual(['file-unreadable', 'kit-folders-missing']);
});

test('malformed test cases are reported, and the other files of the folder run', async () => {
  const broken = { ...smallKit, 'TestCases/compliance-level-3/0002-import/broken.xml': '<testCases><testCase>' };
  const { results, found } = await run(broken);
  expect(found).toEqual(['xml-malformed']);
  expect(scoreOf(results.flatMap(({ cases }) => cases)).total).toBe(13);
});

test('test cases of a model that is not there are reported and not counted', async () => {
  const { results, found } = await run({ 'a/a.dmn': smallKit['TestCases/compliance-level-3/0002-import/base.dmn'] ?? '', 'a/a.xml': testCases('b.dmn', testCase('1', {}, {})) });
  expect(found).toEqual(['kit-model-missing']);
  expect(results.map(({ cases }) => cases)).toEqual([[]]);
});

test('now() answers what the caller says, and null otherwise', async () => {
  const clock = (smallKit['TestCases/compliance-level-2/0001-arithmetic/0001-arithmetic.dmn'] ?? '').replace('2 * amount', 'now()');
  const instant = '<value xsi:type="xsd:dateTime">2024-01-31T12:00:00Z</value>';
  const files = { 'a/a.dmn': clock, 'a/a.xml': testCases('a.dmn', testCase('1', {}, { twice: instant })) };
  const now = parseDateTime('2024-01-31T12:00:00Z');
  expect(scoreOf((await run(files, '', { now })).results.flatMap(({ cases }) => cases)).passed).toBe(1);
  expect(scoreOf((await run(files)).results.flatMap(({ cases }) => cases)).passed).toBe(0);
});
