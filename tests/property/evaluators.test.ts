import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { severityOf } from '../../src/diagnostics/message.ts';
import { evaluateAsync } from '../../src/evaluate/evaluate.ts';
import type { EvaluateOptions } from '../../src/evaluate/evaluate.ts';
import { decodeFacts } from '../../src/evaluate/facts/decode.ts';
import { parseExactJson } from '../../src/evaluate/facts/exact-json.ts';
import type { Facts } from '../../src/evaluate/facts/facts.ts';
import { parseDate } from '../../src/feel/values/temporal.ts';
import type { FeelDate } from '../../src/feel/values/temporal.ts';
import { compile } from '../../src/index.ts';
import type { Policy } from '../../src/model/policy.ts';
import { readPolicy } from '../../src/read/text/read-policy.ts';
import { factsFor } from './facts-for.ts';
import { factsText, helperText, policyText } from './generated-policy.ts';

const engines = ['closures', 'compiled', 'json-rules-engine'] as const;

test('all evaluators give the same answer to the last byte, on generated policies', async ({ annotate }) => {
  const outcomes: Tally = new Map();
  let tried = 0;
  let refused = 0;
  let compared = 0;
  const asOf = fc.constantFrom('2023-12-31', '2024-01-01', '2024-01-31').map(date);
  // Little work, so that the limit is met within loops and calls of every kind.
  const work = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(20_000));
  await fc.assert(
    fc.asyncProperty(policyText, fc.array(factsText, { minLength: 1, maxLength: 6 }), asOf, work, async (text, cases, asOf, work) => {
      tried += 1;
      const policy = checked(text);
      if (policy === undefined) {
        refused += 1;
        return;
      }
      for (const json of cases) {
        compared += 1;
        await expectSame(policy, decoded(policy, json), { asOf, work }, outcomes);
      }
    }),
    // Shrinking would run all three evaluators for minutes; the seed and path that are printed reproduce the case.
    { numRuns: 400, endOnFailure: true },
  );
  await annotate(`${compared} cases of ${tried - refused} policies, ${inWords(outcomes)}`);
  // The test is worth nothing if most of what is generated is refused, or ends alike.
  expect(refused / tried).toBeLessThan(0.25);
  for (const outcome of ['decided', 'no_match', 'conflict', 'error', 'missing_facts']) expect(outcomes.get(outcome) ?? 0).toBeGreaterThan(30);
}, 300_000);

const shipped = [...(await compile('rules')).policies.values()].filter(({ decisions, triggers }) => decisions.size + triggers.size > 0);

test.for(shipped.map((policy) => [policy.name, policy] as const))('all evaluators give the same answer to the last byte, on the shipped policy %s', async ([, policy], { annotate }) => {
  const outcomes: Tally = new Map();
  const runs = 300;
  const asOf = fc.constantFrom('2007-07-20', '2023-06-30', '2023-07-01', '2024-09-24', '2025-12-31', '2026-01-01').map(date);
  await fc.assert(
    fc.asyncProperty(factsFor(policy), asOf, async (facts, asOf) => {
      await expectSame(policy, facts, { asOf }, outcomes);
    }),
    { numRuns: runs, endOnFailure: true },
  );
  await annotate(`${runs} cases, ${inWords(outcomes)}`);
});

function checked(text: string): Policy | undefined {
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic): number => found.push(one);
  const trees = [helperText, text].map((each, index) => readPolicy({ path: `${index}.policy`, text: each }, report));
  const policies = check(trees, report);
  return found.some((one) => severityOf(one) === 'error') ? undefined : policies.find(({ name }) => name === 'generated');
}

function decoded(policy: Policy, json: string): Facts {
  const result = decodeFacts(policy, parseExactJson(json));
  if ('problems' in result) throw new Error(`the generated facts do not fit: ${json}`);
  return result.facts;
}

/** How many decisions ended how. */
type Tally = Map<string, number>;

function inWords(outcomes: Tally): string {
  return `decisions by outcome: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`;
}

/** The answers of all engines must be one; counts the outcomes of its decisions. */
async function expectSame(policy: Policy, facts: Facts, options: EvaluateOptions, outcomes: Tally): Promise<void> {
  const [closures, ...others] = await Promise.all(engines.map((engine) => evaluateAsync(policy, facts, { ...options, explain: 'full', engine })));
  if (closures === undefined) throw new Error('no engine');
  for (const other of others) expect(JSON.stringify(other)).toBe(JSON.stringify(closures));
  for (const { outcome } of Object.values(closures.decisions)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

function date(text: string): FeelDate {
  const parsed = parseDate(text);
  if (parsed === undefined) throw new Error(`not a date: ${text}`);
  return parsed;
}
