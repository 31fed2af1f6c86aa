import { expect, test } from 'vitest';
import type { EngineName } from '../../src/evaluate/engines.ts';
import { includesDate } from '../../src/evaluate/plan/period.ts';
import type { TestResult } from '../../src/evaluate/testing/run-tests.ts';
import { runTests } from '../../src/evaluate/testing/run-tests.ts';
import { compile } from '../../src/index.ts';
import type { Period, Policy } from '../../src/model/policy.ts';

const { policies, diagnostics } = await compile('rules');
const shipped = [...policies.values()];
const results = await resultsBy('compiled');

async function resultsBy(engine: EngineName): Promise<readonly TestResult[]> {
  return (await Promise.all(shipped.map((policy) => runTests(policy, engine)))).flat();
}

/** A row or exception, as the answers of its own policy name it, and when it can fire. */
interface Rule {
  readonly owner: Policy;
  readonly name: string;
  readonly periods: readonly Period[];
}

function rulesOf(owner: Policy): readonly Rule[] {
  const tables = [...owner.decisions.values(), ...owner.functions.values()].flatMap(({ name, bodies }) =>
    bodies.flatMap((body) => (body.kind === 'table' ? body.rows.map((row) => ({ owner, name: `${name}.${row.id}`, periods: [body.inForce, row.inForce] })) : [])),
  );
  const exceptions = [...owner.decisions.values()].flatMap((decision) =>
    decision.exceptions.map(({ name, inForce }) => ({ owner, name: `${decision.name}.${name}`, periods: [inForce] })),
  );
  return [...tables, ...exceptions];
}

/** What answers of `viewer` call something of `owner`. */
function nameSeenFrom(viewer: Policy, owner: Policy, name: string): string {
  return viewer === owner ? name : `${owner.name}.${name}`;
}

/** Whether a test that passes says, by name, that the rule determines its outcome on a date on which the rule is in force. */
function isTested({ owner, name, periods }: Rule): boolean {
  return results.some(
    ({ policy, test: { asOf, expectations }, failures }: TestResult) =>
      failures.length === 0 &&
      periods.every((period) => includesDate(period, asOf)) &&
      expectations.some(({ expected }) => expected.kind === 'value' && expected.by.includes(nameSeenFrom(policy, owner, name))),
  );
}

function expectedOf(owner: Policy, name: string): readonly string[] {
  return results.flatMap(({ test: { expectations } }) =>
    expectations.filter(({ subject }) => subject.policy === owner.name && subject.name === name).map(({ expected }) => expected.kind),
  );
}

test('the shipped policies have neither errors nor warnings', () => {
  expect(diagnostics.map(({ code, span }) => `${code} ${span?.file.path ?? ''}`)).toEqual([]);
  expect(shipped.map(({ name }) => name)).toContain('loan_classification');
});

test.each(['closures', 'compiled', 'json-rules-engine'] as const)('every test that stands in a shipped policy passes (%s)', async (engine) => {
  const failed = (await resultsBy(engine)).filter(({ failures }) => failures.length > 0);
  expect(failed.map(({ policy, test: { title }, failures }) => ({ policy: policy.name, title, failures: failures.map(({ expected, actual }) => ({ expected, actual })) }))).toEqual([]);
});

test.each(shipped.map((policy) => [policy.name, policy] as const))('%s: every row and exception determines the outcome of a test that names it', (_, policy) => {
  expect(rulesOf(policy).filter((rule) => !isTested(rule)).map(({ name }) => name)).toEqual([]);
});

test.each(shipped.map((policy) => [policy.name, policy] as const))('%s: every decision is tested', (_, policy) => {
  expect([...policy.decisions.keys()].filter((name) => expectedOf(policy, name).length === 0)).toEqual([]);
});

test.each(shipped.map((policy) => [policy.name, policy] as const))('%s: every trigger is seen to fire and to stay silent', (_, policy) => {
  const untested = [...policy.triggers.keys()].filter((name) => !['emits', 'silent'].every((kind) => expectedOf(policy, name).includes(kind)));
  expect(untested).toEqual([]);
});
