import type { Plan, Step } from '../../evaluate/plan/plan.ts';
import { callSites } from './call-sites.ts';
import type { Guard } from './call-sites.ts';
import { choices } from './choices.ts';
import type { Domain } from './domain.ts';
import { domainWithin } from './domain.ts';
import type { Question } from './question.ts';
import { require } from './require.ts';
import type { Search } from './search.ts';
import type { Store } from './store.ts';
import type { Scope, Term } from './term.ts';
import { outermost, termOf } from './term.ts';
import { is } from './truth.ts';

/** A demand where it is to be met. */
export interface Goal {
  readonly term: Term;
  readonly domain: Domain;
}

/** The ways in which all goals are met, as far as can be told without evaluating. */
export function* metBy(goals: readonly Goal[], store: Store | undefined, search: Search): Generator<Store> {
  const [first, ...rest] = goals;
  if (store === undefined) return;
  if (first === undefined) yield store;
  else for (const next of require(first.term, first.domain, store, search)) yield* metBy(rest, next, search);
}

/** The ways in which decisions come to something, whatever it is. */
export function* decidedIn(decisions: readonly Term[], store: Store, search: Search): Generator<Store> {
  const [first, ...rest] = decisions;
  if (first === undefined) yield store;
  else if (store.chosen.has(first)) yield* decidedIn(rest, store, search);
  else for (const way of choices(first, undefined, store, search)) yield* decidedIn(rest, way.store, search);
}

/** The demands as goals: once, or for each call of the function in which they stand. */
export function* goalsOf({ demands, within }: Question, step: Step, plan: Plan): Generator<readonly Goal[]> {
  const goals = (scope: Scope, guards: readonly Guard[]): readonly Goal[] => [
    ...demands.map(({ expression, within: regions }) => ({ term: termOf(expression, scope), domain: domainWithin(expression.type, regions) })),
    ...guards.map(({ condition, holds }) => ({ term: condition, domain: is(holds) })),
  ];
  if (within === undefined) yield goals(outermost(plan), []);
  else for (const { inside, guards } of callSites(within, step, plan)) yield goals(inside, guards);
}
