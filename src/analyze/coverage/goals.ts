import type { Typed } from '../../model/expression.ts';
import type { Policy } from '../../model/policy.ts';
import { tablesOf } from '../tables/table-space.ts';
import { goalsOfComparisons } from './comparison-goals.ts';
import { goalsOfExceptions, goalsOfTrigger } from './condition-goals.ts';
import { goalsOfDays } from './day-goals.ts';
import type { Goal } from './goal.ts';
import { goalsOfTable } from './table-goals.ts';

/** All that the tests of a policy should show, in the order in which it stands there. */
export function goalsOf(policy: Policy): readonly Goal[] {
  const tables = tablesOf(policy);
  const { decisions, functions, triggers } = policy;
  return [
    ...goalsOfDays(policy),
    ...tables.flatMap(goalsOfTable),
    ...[...decisions.values()].flatMap((decision) => goalsOfExceptions(policy, decision, tables.filter(({ owner }) => owner === decision))),
    ...[...triggers.values()].flatMap((trigger) => goalsOfTrigger(policy, trigger)),
    ...[...decisions.values(), ...functions.values(), ...triggers.values()].flatMap((reader) => goalsOfComparisons(policy, reader)),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** The parts of expressions that must be watched to see whether goals are met. A goal's ways are all of one kind. */
export function watchedIn(goals: readonly Goal[]): ReadonlySet<Typed> {
  const watched = new Set<Typed>();
  for (const { ways } of goals) {
    for (const way of ways()) {
      if (way.kind !== 'value') break;
      watched.add(way.expression);
    }
  }
  return watched;
}
