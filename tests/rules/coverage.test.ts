import { expect, test } from 'vitest';
import { coverageOf } from '../../src/analyze/coverage/coverage.ts';
import { reach } from '../../src/analyze/reach/reach.ts';
import { positionAt } from '../../src/diagnostics/position.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import type { EngineName } from '../../src/evaluate/engines.ts';
import type { TestResult } from '../../src/evaluate/testing/run-tests.ts';
import { runTests } from '../../src/evaluate/testing/run-tests.ts';
import { compile } from '../../src/index.ts';
import { analyzed } from '../../src/library/analyze.ts';
import type { Policy } from '../../src/model/policy.ts';

const compiled = await compile('rules');
const shipped = [...compiled.policies.values()];
const results = await resultsBy('compiled');

async function resultsBy(engine: EngineName): Promise<readonly TestResult[]> {
  return (await Promise.all(shipped.map((policy) => runTests(policy, engine)))).flat();
}

function expectedOf(owner: Policy, name: string): readonly string[] {
  return results.flatMap(({ test: { expectations } }) =>
    expectations.filter(({ subject }) => subject.policy === owner.name && subject.name === name).map(({ expected }) => expected.kind),
  );
}

test('the shipped policies have neither errors nor warnings, from analyses too, and accept none', () => {
  const { diagnostics, accepted } = analyzed(compiled);
  expect(renderAll(diagnostics.filter(({ code }) => code !== 'otherwise-catches'), { language: 'en', colour: false })).toBe('');
  expect(accepted).toEqual([]);
  expect(shipped.map(({ name }) => name)).toContain('loan_classification');
});

test.each(['closures', 'compiled', 'json-rules-engine'] as const)('every test that stands in a shipped policy passes (%s)', async (engine) => {
  const failed = (await resultsBy(engine)).filter(({ failures }) => failures.length > 0);
  expect(failed.map(({ policy, test: { title }, failures }) => ({ policy: policy.name, title, failures: failures.map(({ expected, actual }) => ({ expected, actual })) }))).toEqual([]);
});

test('no test is unconfirmed', () => {
  expect(results.filter(({ test: { confirmed } }) => !confirmed).map(({ test: { title } }) => title)).toEqual([]);
});

test('every row, boundary, exception and trigger is covered by a test', () => {
  const { policies } = coverageOf(shipped, results, { reach, set: shipped });
  const open = policies.flatMap(({ goals }) => goals.filter(({ tests, isImpossible }) => tests === 0 && !isImpossible));
  expect(open.map(({ goal: { span, of, what } }) => `${span.file.path}:${positionAt(span.file, span.start).line} ${of.name}: ${what.en}`)).toEqual([]);
});

test.each(shipped.map((policy) => [policy.name, policy] as const))('%s: every decision is tested', (_, policy) => {
  expect([...policy.decisions.keys()].filter((name) => expectedOf(policy, name).length === 0)).toEqual([]);
});
