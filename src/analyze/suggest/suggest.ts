import type { Policy } from '../../model/policy.ts';
import type { Language } from '../../diagnostics/message.ts';
import type { Coverage, ShowingCase } from '../coverage/coverage.ts';
import type { Goal } from '../coverage/goal.ts';
import { exampleTest } from '../example/example-test.ts';
import { expectationsOf } from './expectation.ts';

/** A test that would show what no test of a policy does. */
export interface Suggestion {
  /** Where it should stand. */
  readonly policy: Policy;
  readonly title: string;
  readonly shows: readonly Goal[];
  /** The test as text of the reference spelling, unconfirmed: it expects what the policy gives today. */
  readonly test: string;
}

/** Few tests that show as much as can be shown of what is not covered, those that show most first. */
export function suggestedTests({ cases }: Coverage, language: Language): readonly Suggestion[] {
  return chosen(cases).flatMap(({ policy, case: given, subjects }) => {
    const shows = [...new Set(subjects.flatMap((each) => each.shows))];
    const expectations = subjects.flatMap(({ subject }) => expectationsOf({ policy, subject, case: given }));
    const title = titleOf(shows, language);
    return expectations.length === 0 ? [] : [{ policy, title, shows, test: exampleTest(policy, title, given, expectations) }];
  });
}

/** One after the other the case that shows most of what those before it do not; each with just that. */
function chosen(cases: readonly ShowingCase[]): readonly ShowingCase[] {
  const taken: ShowingCase[] = [];
  let left = cases;
  for (;;) {
    const best = mostShowing(left, ({ subjects }) => new Set(subjects.flatMap(({ shows }) => shows)).size);
    if (best === undefined) return taken;
    const needed = { ...best, subjects: neededOf(best.subjects) };
    taken.push(needed);
    const shown = new Set(needed.subjects.flatMap(({ shows }) => shows));
    left = left.map((each) => ({ ...each, subjects: without(each.subjects, shown) }));
  }
}

type Subjects = ShowingCase['subjects'];

/** As few of them as show what all do, each with what those before it do not show. */
function neededOf(subjects: Subjects): Subjects {
  const best = mostShowing(subjects, ({ shows }) => shows.length);
  if (best === undefined) return [];
  const others = subjects.filter((each) => each !== best);
  return [best, ...neededOf(without(others, new Set(best.shows)))];
}

function without(subjects: Subjects, shown: ReadonlySet<Goal>): Subjects {
  return subjects.map(({ subject, shows }) => ({ subject, shows: shows.filter((goal) => !shown.has(goal)) }));
}

/** The first that shows most; undefined where none shows anything. */
function mostShowing<T>(all: readonly T[], count: (one: T) => number): T | undefined {
  let most = 0;
  let best: T | undefined;
  for (const one of all) {
    const shown = count(one);
    if (shown <= most) continue;
    [most, best] = [shown, one];
  }
  return best;
}

/** A title has room for so many; the rest is counted. */
const NAMED = 3;

function titleOf(shows: readonly Goal[], language: Language): string {
  const named = shows.slice(0, NAMED).map(({ of, what }) => `${of.name}: ${what[language]}`);
  const others = shows.length - named.length;
  if (others === 0) return named.join('; ');
  return `${named.join('; ')} ${language === 'en' ? `and ${others} more` : `等 ${shows.length} 项`}`;
}
