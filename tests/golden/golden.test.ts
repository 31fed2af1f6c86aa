import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { severityOf } from '../../src/diagnostics/message.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { analyzed } from '../../src/library/analyze.ts';
import type { Policy } from '../../src/model/policy.ts';
import { caseFile, withCaseFiles } from '../../src/read/cases/case-files.ts';
import { readModel } from '../../src/read/dmn/read-models.ts';
import { readPolicySet } from '../../src/read/policy-set.ts';
import { readPolicy } from '../../src/read/text/read-policy.ts';
import { canonicalText } from '../../src/read/tree/canonical.ts';
import type { PolicyTree } from '../../src/read/tree/statement.ts';
import { goldenCases } from './cases.ts';
import { expectGolden } from './golden-file.ts';

describe.each(goldenCases('tests/golden/bad'))('bad: $name', ({ path, golden }) => {
  test('is reported as written in its .expected file', async () => {
    const found = await problemsIn(path);
    const english = renderAll(found, { language: 'en', colour: false });
    const chinese = renderAll(found, { language: 'zh', colour: false });
    expect(found, 'a bad case must have something wrong').not.toEqual([]);
    expectGolden(`${golden}.expected`, `${english}\n---\n\n${chinese}`);
  });
});

describe.each(goldenCases('tests/golden/good'))('good: $name', ({ path, golden }) => {
  test('has nothing to report', async () => {
    const { found } = await readAndCheck(path);
    expect(renderAll(found, { language: 'en', colour: false })).toBe('');
  });

  test('prints the canonical text of its .canonical file', async () => {
    const { trees } = await readAndCheck(path);
    expectGolden(`${golden}.canonical`, trees.map(canonicalText).join('\n'));
  });

  test('prints the same canonical text when that is read again', async () => {
    const { trees } = await readAndCheck(path);
    for (const tree of trees) {
      const printed = canonicalText(tree);
      const found: Diagnostic[] = [];
      const again = readPolicy({ path: tree.file.path, text: printed }, (one) => found.push(one));
      expect(renderAll(found, { language: 'en', colour: false })).toBe('');
      expect(canonicalText(again)).toBe(printed);
    }
  });
});

/** What is wrong with a case, and where it has no errors what analyses find in it. */
async function problemsIn(path: string): Promise<readonly Diagnostic[]> {
  const { trees, policies, found } = await readAndCheck(path);
  if (found.some((one) => severityOf(one) === 'error')) return found;
  return analyzed({ policies: new Map(policies.map((policy) => [policy.name, policy])), usedElsewhere: [], trees, diagnostics: found }).diagnostics;
}

async function readAndCheck(path: string): Promise<{ readonly trees: readonly PolicyTree[]; readonly policies: readonly Policy[]; readonly found: readonly Diagnostic[] }> {
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic) => found.push(one);
  if (path.endsWith('.dmn')) {
    readModel({ path, text: readFileSync(path, 'utf8') }, report);
    return { trees: [], policies: [], found };
  }
  const trees = await withCaseFiles(await readPolicySet([path], report), caseFile, report);
  return { trees, policies: check(trees, report), found };
}
