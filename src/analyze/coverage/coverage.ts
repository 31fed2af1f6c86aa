import type { Decision, Policy, PolicyTest, Trigger } from '../../model/policy.ts';
import type { Case } from '../analysis.ts';
import type { Finding } from './find-case.ts';
import { findCase } from './find-case.ts';
import type { Goal } from './goal.ts';
import { goalsOf, watchedIn } from './goals.ts';
import { isShown } from './shown.ts';
import { watcherOf } from './watcher.ts';

/** How far tests have come with what they should show. */
export interface Coverage {
  /** In the order given. */
  readonly policies: readonly PolicyCoverage[];
  /** Cases that show what no test does, as far as some have been found. */
  readonly cases: readonly ShowingCase[];
}

export interface PolicyCoverage {
  readonly policy: Policy;
  /** In the order in which they stand in it. */
  readonly goals: readonly MetGoal[];
}

export interface MetGoal {
  readonly goal: Goal;
  /** How many tests show it. */
  readonly tests: number;
  /** Proved: no case shows it, so that no test can. */
  readonly isImpossible: boolean;
}

/** A case of a policy, and what it shows where a test of it expects something of a decision or trigger. */
export interface ShowingCase {
  readonly policy: Policy;
  readonly case: Case;
  /** Those that show anything which no test shows, with all of that. */
  readonly subjects: readonly { readonly subject: Decision | Trigger; readonly shows: readonly Goal[] }[];
}

/** A test that counts: it has passed, and a person has confirmed what it expects. */
export interface CountedTest {
  readonly policy: Policy;
  readonly test: PolicyTest;
}

/**
 * What tests show of policies: of those that their own policy imports as well. A test shows only what determined the
 * decisions and triggers that it has expectations of. Goals that no test shows are asked after; impossible ones are told apart.
 */
export function coverageOf(policies: readonly Policy[], tests: readonly CountedTest[], tools: Finding): Coverage {
  const goalsByPolicy = policies.map(goalsOf);
  const goals = goalsByPolicy.flat();
  const watch = watcherOf(watchedIn(goals));
  const runs = tests.map(({ policy, test: { givens, asOf, expectations } }) => watch(policy, { facts: givens, asOf }, new Set(expectations.map(({ subject }) => subject))));
  const testsOf = new Map(goals.map((goal) => [goal, runs.filter((seen) => isShown(goal, seen)).length]));
  const open = goals.filter((goal) => testsOf.get(goal) === 0);

  const cases: ShowingCase[] = [];
  const possible = new Set<Goal>();
  const impossible = new Set<Goal>();
  for (const goal of [...open].sort((a, b) => breadth(a) - breadth(b))) {
    if (possible.has(goal)) continue;
    const found = findCase(goal, tools, ({ policy, subject, case: given }) => isShown(goal, watch(policy, given, [subject])));
    if (found.kind === 'impossible') impossible.add(goal);
    if (found.kind !== 'case') continue;
    const { policy, case: given } = found;
    const subjects = [found.subject, ...[...policy.decisions.values(), ...policy.triggers.values()].filter((subject) => subject !== found.subject)].map((subject) => {
      const seen = watch(policy, given, [subject]);
      return { subject, shows: open.filter((each) => isShown(each, seen)) };
    });
    cases.push({ policy, case: given, subjects: subjects.filter(({ shows }) => shows.length > 0) });
    for (const { shows } of subjects) for (const each of shows) possible.add(each);
  }
  const met = (goal: Goal): MetGoal => ({ goal, tests: testsOf.get(goal) ?? 0, isImpossible: impossible.has(goal) });
  return { policies: policies.map((policy, index) => ({ policy, goals: (goalsByPolicy[index] ?? []).map(met) })), cases };
}

/** A case with one certain value shows a row as well, while a row's case mostly lies somewhere in its middle. So the narrow goals are asked first. */
function breadth({ kind, ways }: Goal): number {
  for (const way of ways()) {
    if (way.kind === 'lookup' && way.exact !== undefined) return 0;
    break;
  }
  return kind === 'boundary' ? 1 : 2;
}
