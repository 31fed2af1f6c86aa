import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Coverage, CountedTest } from '../../src/analyze/coverage/coverage.ts';
import { coverageOf } from '../../src/analyze/coverage/coverage.ts';
import type { Goal } from '../../src/analyze/coverage/goal.ts';
import { watchedIn } from '../../src/analyze/coverage/goals.ts';
import { isShown } from '../../src/analyze/coverage/shown.ts';
import { watcherOf } from '../../src/analyze/coverage/watcher.ts';
import { reach } from '../../src/analyze/reach/reach.ts';
import { suggestedTests } from '../../src/analyze/suggest/suggest.ts';
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { severityOf } from '../../src/diagnostics/message.ts';
import type { Facts } from '../../src/evaluate/facts/facts.ts';
import { decodeFacts } from '../../src/evaluate/facts/decode.ts';
import { parseExactJson } from '../../src/evaluate/facts/exact-json.ts';
import { runTests } from '../../src/evaluate/testing/run-tests.ts';
import { parseDate } from '../../src/feel/values/temporal.ts';
import type { Value } from '../../src/feel/values/value.ts';
import { MISSING } from '../../src/feel/values/value.ts';
import type { Fact, Policy } from '../../src/model/policy.ts';
import { readPolicy } from '../../src/read/text/read-policy.ts';
import { flatFacts, flatPolicy } from './flat-tables.ts';

/** What a case of a generated policy shows, however it was found, for any of its decisions. */
function shownByCases(policy: Policy, goals: readonly Goal[], cases: readonly string[]): ReadonlySet<Goal> {
  const watch = watcherOf(watchedIn(goals));
  const shown = new Set<Goal>();
  for (const json of cases) {
    const decoded = decodeFacts(policy, parseExactJson(json));
    if ('problems' in decoded) continue;
    for (const date of ['2023-12-31', '2024-01-01', '2024-01-31']) {
      const asOf = parseDate(date);
      if (asOf === undefined) continue;
      for (const decision of policy.decisions.values()) {
        const seen = watch(policy, { facts: givenIn(decoded.facts), asOf }, [decision]);
        goals.filter((goal) => isShown(goal, seen)).forEach((goal) => shown.add(goal));
      }
    }
  }
  return shown;
}

test('suggested tests pass, and once confirmed cover all that can be shown; what is called impossible no case shows', async ({ annotate }) => {
  let tried = 0;
  const counts = { goals: 0, impossible: 0, unknown: 0, suggested: 0 };
  await fc.assert(
    fc.asyncProperty(flatPolicy, fc.array(flatFacts.map((facts) => JSON.stringify(facts)), { minLength: 20, maxLength: 20 }), async (text, cases) => {
      const set = checked(text);
      const policy = set?.at(-1);
      if (set === undefined || policy === undefined) return;
      tried += 1;
      const before = coverageOf(set, [], { reach, set });
      const goals = goalsIn(before);
      const impossible = new Set(goals.filter(({ isImpossible }) => isImpossible).map(({ goal }) => goal));
      const shown = shownByCases(policy, goals.map(({ goal }) => goal), cases);
      expect([...shown].filter((goal) => impossible.has(goal)).map(nameOf)).toEqual([]);

      const suggestions = suggestedTests(before, 'en');
      const confirmed = suggestions.filter((each) => each.policy === policy).map(({ test: written }) => written.replace('  unconfirmed\n', ''));
      const after = checked(`${text}\n${confirmed.join('\n')}`);
      expect(after).toBeDefined();
      if (after === undefined) return;
      const results = (await Promise.all(after.map((each) => runTests(each, 'compiled')))).flat();
      expect(results.filter(({ failures }) => failures.length > 0).map(({ test: { title }, failures }) => ({ title, failures: failures.map(({ expected, actual }) => ({ expected, actual })) }))).toEqual([]);
      const covered = new Set(goalsIn(coverageOf(after, results satisfies readonly CountedTest[], { reach, set: after })).filter(({ tests }) => tests > 0).map(({ goal }) => nameOf(goal)));
      const suggested = suggestions.filter((each) => each.policy === policy).flatMap(({ shows }) => shows.map(nameOf));
      expect(suggested.filter((name) => !covered.has(name))).toEqual([]);

      expect([...shown].map(nameOf).filter((name) => !covered.has(name))).toEqual([]);

      counts.goals += goals.length;
      counts.impossible += impossible.size;
      counts.suggested += suggested.length;
      counts.unknown += goals.filter(({ goal, isImpossible }) => !isImpossible && !suggested.includes(nameOf(goal))).length;
    }),
    { numRuns: 25, endOnFailure: true },
  );
  await annotate(`${tried} policies: ${JSON.stringify(counts)}`);
  expect(tried).toBeGreaterThan(10);
  expect(counts.suggested / counts.goals).toBeGreaterThan(0.5);
}, 300_000);

function goalsIn({ policies }: Coverage): Coverage['policies'][number]['goals'] {
  return policies.flatMap(({ goals }) => goals);
}

function givenIn({ values }: Facts): ReadonlyMap<Fact, Value> {
  return new Map([...values].flatMap(([fact, value]): [Fact, Value][] => (value === MISSING ? [] : [[fact, value]])));
}

/** What tells goals of one text from each other, also when tests have been written below it. */
function nameOf({ kind, of, what, span }: Goal): string {
  return `${kind} ${of.name} ${what.en} ${span.start}`;
}

function checked(text: string): readonly Policy[] | undefined {
  const found: Diagnostic[] = [];
  const report = (one: Diagnostic): number => found.push(one);
  const policies = check([readPolicy({ path: 'flat.policy', text }, report)], report);
  return found.some((one) => severityOf(one) === 'error') ? undefined : policies;
}
