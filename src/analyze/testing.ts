import { expect } from 'vitest';
import { checkTexts, expectFindings } from '../check/testing.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Code } from '../diagnostics/registry.ts';
import { runTests } from '../evaluate/testing/run-tests.ts';
import type { Analysis } from './analysis.ts';
import { reach } from './reach/reach.ts';

/** What analyses find in policy texts, each a file of its own, which must be sound otherwise. */
export function analysisOf(analyses: readonly Analysis[], ...texts: readonly string[]): readonly Diagnostic[] {
  const { policies, found } = checkTexts(...texts);
  expect(found).toEqual([]);
  const findings: Diagnostic[] = [];
  for (const policy of policies) for (const analysis of analyses) analysis(policy, { report: (one) => findings.push(one), reach, budget: 1_000_000, set: policies, othersMayUse: new Set() });
  return findings;
}

/**
 * Demands that analyses find just these problems, over the texts between `«` and `»` of the files, in that order; and that
 * every example they give is a test that its policy passes.
 */
export async function expectAnalysis(analyses: readonly Analysis[], codes: readonly Code[], ...texts: readonly string[]): Promise<void> {
  let findings: readonly Diagnostic[] = [];
  const find = (...files: readonly string[]): readonly Diagnostic[] => (findings = analysisOf(analyses, ...files));
  expectFindings(codes, find, ...texts);
  for (const { example, span } of findings) {
    if (example === undefined || span === undefined) continue;
    const { policies, found } = checkTexts(...texts.map((text, index) => (`${index + 1}.policy` === span.file.path ? `${span.file.text}\n${example}` : text.replaceAll(/[«»]/g, ''))));
    expect(found).toEqual([]);
    const results = await Promise.all(policies.map((policy) => runTests(policy, 'closures')));
    expect(results.flat().flatMap(({ failures }) => failures)).toEqual([]);
  }
}
