import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { severityOf } from '../../src/diagnostics/message.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
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

test('closures and compiled code give the same answer to the last byte, on generated policies', () => {
  const outcomes = new Map<string, number>();
  let tried = 0;
  let refused = 0;
  const asOf = fc.constantFrom('2023-12-31', '2024-01-01', '2024-01-31').map(date);
  // Little work, so that the limit is met within loops and calls of every kind.
  const work = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(20_000));
  fc.assert(
    fc.property(policyText, fc.array(factsText, { minLength: 1, maxLength: 6 }), asOf, work, (text, cases, asOf, work) => {
      tried += 1;
      const policy = checked(text);
      if (policy === undefined) refused += 1;
      else for (const json of cases) for (const outcome of expectSame(policy, decoded(policy, json), { asOf, work })) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
    { numRuns: 400 },
  );
  // The test is worth nothing if most of what is generated is refused, or ends alike.
  expect(refused / tried).toBeLessThan(0.25);
  for (const outcome of ['decided', 'no_match', 'conflict', 'error', 'missing_facts']) expect(outcomes.get(outcome) ?? 0).toBeGreaterThan(30);
});

const shipped = (await compile('rules')).policies;

test.each([...shipped.keys()])('closures and compiled code give the same answer to the last byte, on the shipped policy %s', (name) => {
  const policy = shipped.get(name);
  if (policy === undefined) throw new Error(`no policy ${name}`);
  const asOf = fc.constantFrom('2007-07-20', '2023-06-30', '2023-07-01', '2024-09-24', '2025-12-31', '2026-01-01').map(date);
  fc.assert(
    fc.property(factsFor(policy), asOf, (facts, asOf) => {
      expectSame(policy, facts, { asOf });
    }),
    { numRuns: 150 },
  );
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

/** Both engines' answers must be one; gives the outcomes of its decisions. */
function expectSame(policy: Policy, facts: Facts, options: EvaluateOptions): readonly string[] {
  const closures = evaluate(policy, facts, { ...options, explain: 'full', engine: 'closures' });
  const compiled = evaluate(policy, facts, { ...options, explain: 'full', engine: 'compiled' });
  expect(JSON.stringify(compiled)).toBe(JSON.stringify(closures));
  return Object.values(closures.decisions).map(({ outcome }) => outcome);
}

function date(text: string): FeelDate {
  const parsed = parseDate(text);
  if (parsed === undefined) throw new Error(`not a date: ${text}`);
  return parsed;
}
