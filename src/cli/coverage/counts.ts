import type { MetGoal, PolicyCoverage } from '../../analyze/coverage/coverage.ts';
import type { Goal, GoalKind } from '../../analyze/coverage/goal.ts';
import { goalKinds } from '../../analyze/coverage/goal.ts';
import { grouped } from './grouped.ts';

/** How many of the goals that can be shown are. */
export interface Count {
  readonly covered: number;
  readonly total: number;
}

export type Counts = Readonly<Record<GoalKind, Count>>;

export function countsOf(goals: readonly MetGoal[]): Counts {
  const count = (kind: GoalKind): Count => countOf(goals.filter(({ goal }) => goal.kind === kind));
  return { row: count('row'), boundary: count('boundary'), exception: count('exception'), trigger: count('trigger') };
}

export function countOf(goals: readonly MetGoal[]): Count {
  const possible = goals.filter(({ isImpossible }) => !isImpossible);
  return { covered: possible.filter(({ tests }) => tests > 0).length, total: possible.length };
}

export function sumOf(counts: Counts): Count {
  const all = goalKinds.map((kind) => counts[kind]);
  return { covered: all.reduce((sum, { covered }) => sum + covered, 0), total: all.reduce((sum, { total }) => sum + total, 0) };
}

/** In percent with one digit, rounded down: 100 is said only of what is complete. Of nothing everything is covered. */
export function percentOf({ covered, total }: Count): number {
  return total === 0 ? 100 : Math.floor((covered / total) * 1000) / 10;
}

/** What tests should show and do not. */
export function uncoveredIn(policies: readonly PolicyCoverage[]): readonly Goal[] {
  return policies.flatMap(({ goals }) => goals.flatMap(({ goal, tests, isImpossible }) => (tests === 0 && !isImpossible ? [goal] : [])));
}

/** Goals by what they are a part of, in the order of first mention. */
export function partsOf(goals: readonly MetGoal[]): ReadonlyMap<Goal['of'], readonly MetGoal[]> {
  return grouped(goals, ({ goal }) => goal.of);
}
