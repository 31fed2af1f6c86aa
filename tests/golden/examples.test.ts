import { expect, test } from 'vitest';
import { withTests } from '../../src/convert/add-tests.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { severityOf } from '../../src/diagnostics/message.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { runTests } from '../../src/evaluate/testing/run-tests.ts';
import { compile } from '../../src/index.ts';
import { analyzed } from '../../src/library/analyze.ts';
import { readSourceFiles } from '../../src/read/policy-set.ts';
import { goldenCases } from './cases.ts';

/** Everything found in the bad cases that a case shows. */
const shown = (await Promise.all(goldenCases('tests/golden/bad').filter(({ path }) => !path.endsWith('.dmn')).map(findingsWithExamples))).flat();

interface Shown {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly found: Diagnostic;
}

async function findingsWithExamples({ name, path }: { readonly name: string; readonly path: string }): Promise<readonly Shown[]> {
  const files = await readSourceFiles([path], () => undefined);
  const texts = Object.fromEntries(files.map((file) => [file.path, file.text]));
  const { diagnostics } = analyzed(await compile(texts));
  return diagnostics.filter(({ example }) => example !== undefined).map((found, index) => ({ name: `${name}: ${found.code} ${index}`, texts, found }));
}

test('findings have cases that show them', () => {
  expect(new Set(shown.map(({ found }) => found.code)).size).toBeGreaterThan(0);
});

test.each(shown)('the case of $name can be added to its policy, and is as it says', async ({ texts, found }) => {
  const file = found.span?.file.path ?? '';
  const before = await compile(texts);
  const tree = before.trees.find((each) => each.file.path === file);
  const added = tree && withTests(tree, [found.example ?? ''], ({ code }) => expect.fail(code));
  const after = await compile({ ...texts, [file]: added?.text ?? '' });
  const errors = (all: readonly Diagnostic[]): string => renderAll(all.filter((one) => severityOf(one) === 'error'), { language: 'en', colour: false });
  expect(errors(after.diagnostics)).toBe('');
  const policy = [...after.policies.values()].find((each) => each.file.path === file);
  const results = policy === undefined ? [] : await runTests(policy, 'compiled');
  expect(results.at(-1)?.test.title).toBe(added?.added[0]);
  expect(results.at(-1)?.failures, found.example).toEqual([]);
});
