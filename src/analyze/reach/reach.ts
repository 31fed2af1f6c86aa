import { importsOf } from '../../evaluate/facts/shape.ts';
import { needsOf, stepsBehind } from '../../evaluate/plan/needs.ts';
import { boundariesOf, includesDate, stretchAt } from '../../evaluate/plan/period.ts';
import type { Plan, Step } from '../../evaluate/plan/plan.ts';
import { planFor } from '../../evaluate/plan/plans.ts';
import type { FeelDate } from '../../feel/values/temporal.ts';
import { FeelError } from '../../feel/values/error.ts';
import { dateOf } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Fact, Period, Policy } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Case } from '../analysis.ts';
import { callSites } from './call-sites.ts';
import type { Guard } from './call-sites.ts';
import { choices } from './choices.ts';
import { comesTo, tryCase } from './confirm.ts';
import type { Domain } from './domain.ts';
import { domainOf, domainWithin, stretchOf } from './domain.ts';
import type { Facts } from './label.ts';
import { caseWithin } from './label.ts';
import type { Demand, Question, Reached } from './question.ts';
import { require } from './require.ts';
import type { Search } from './search.ts';
import { SearchSpent } from './search.ts';
import type { Store } from './store.ts';
import { EMPTY, restricted } from './store.ts';
import type { Scope, Term } from './term.ts';
import { AS_OF, decisionTerm, outermost, termOf } from './term.ts';
import { is } from './truth.ts';

/** Steps that the search for one case may take, on each stretch of time. */
const STEPS = 60_000;
/** Ways that are followed to a case, and cases tried on each. */
const WAYS = 40;
const ATTEMPTS = 6;
/** Cases that are evaluated in all, on each stretch of time. */
const CASES = 240;

/**
 * Answers a question by solving its demands for the facts, and evaluating what was found: a case is only ever given if
 * the evaluator says that the demands hold in it.
 */
export function reach(question: Question): Reached {
  const unknown: Span[] = [];
  for (const stretch of stretchesOf(question)) {
    const answer = reachDuring(question, stretch);
    if (answer.kind === 'reached') return answer;
    if (answer.kind === 'unknown') unknown.push(answer.at);
  }
  const [at] = unknown;
  return at === undefined ? { kind: 'impossible', because: excluding(question) } : { kind: 'unknown', at };
}

/** The stretches of time in which nothing changes, the latest first: a case of today says more than one of long ago. */
function stretchesOf({ policy, subject, during }: Question): readonly Period[] {
  const boundaries = boundariesOf(policy);
  const owner = [policy, ...importsOf(policy)].find(({ name }) => name === subject.policy) ?? policy;
  return Array.from({ length: boundaries.length + 1 }, (_, index) => stretchAt(boundaries, boundaries.length - index)).flatMap((stretch) => {
    const common = [during, policy.inForce, owner.inForce, subject.inForce].reduce<Period | undefined>((left, period) => left && commonOf(left, period), stretch);
    return common === undefined ? [] : [common];
  });
}

function commonOf(a: Period, b: Period): Period | undefined {
  const from = a.from === undefined || (b.from !== undefined && b.from.epochDay > a.from.epochDay) ? b.from : a.from;
  const to = a.to === undefined || (b.to !== undefined && b.to.epochDay < a.to.epochDay) ? b.to : a.to;
  return from !== undefined && to !== undefined && from.epochDay > to.epochDay ? undefined : { from, to };
}

/** A demand where it is to be met. */
interface Goal {
  readonly term: Term;
  readonly domain: Domain;
}

function reachDuring(question: Question, stretch: Period): Reached {
  const asOf = usualDate(stretch);
  const plan = planFor(question.policy, asOf);
  const step = plan.stepOf.get(question.subject);
  if (step === undefined) return { kind: 'impossible', because: [] };
  if (isExcluded(question, stretch)) return { kind: 'impossible', because: [] };
  const seen = watch(question.subject.span, true);
  try {
    for (const goals of goalsOf(question, step, plan)) {
      const found = caseFor(question, goals, step, plan, stretch, asOf, seen);
      if (found !== undefined) return { kind: 'reached', case: found };
    }
  } catch (error) {
    // A bound may lie beyond the numbers that there are: then nothing is known of what lies there.
    if (!(error instanceof SearchSpent || error instanceof FeelError)) throw error;
    seen.search.shortened(question.subject.span);
  }
  const at = seen.incomplete();
  return at === undefined ? { kind: 'impossible', because: [] } : { kind: 'unknown', at };
}

function caseFor({ policy, outcome }: Question, goals: readonly Goal[], step: Step, plan: Plan, stretch: Period, asOf: FeelDate, seen: Watch): Case | undefined {
  const facts: Facts = { needed: [...needed(step)], used: usedValues(policy), asOf };
  const tried = (found: Case): 'met' | 'blocked' | 'missed' => {
    const { frame, outcome: came } = tryCase(plan, step, found);
    if (came === undefined) return 'blocked';
    return (outcome === undefined || came === outcome) && goals.every(({ term, domain }) => comesTo(term, domain, frame)) ? 'met' : 'missed';
  };
  let evaluated = 0;
  const attempts = (store: Store): Case | 'blocked' | undefined => {
    let blocked = false;
    for (let attempt = 0; attempt < ATTEMPTS && evaluated < CASES; attempt += 1) {
      evaluated += 1;
      const found = caseWithin(store, facts, attempt);
      if (found === undefined) continue;
      const result = tried(found);
      if (result === 'met') return found;
      blocked ||= result === 'blocked';
    }
    return blocked ? 'blocked' : undefined;
  };
  let ways = 0;
  for (const store of metBy(goals, during(stretch), seen.search)) {
    ways += 1;
    const found = attempts(store);
    if (found !== undefined && found !== 'blocked') return found;
    if (found === 'blocked') {
      let decidedWays = 0;
      for (const decided of decidedIn(stepsBehind([step]).map(({ decision }) => decisionTerm(decision, outermost(plan))), store, seen.search)) {
        const again = attempts(decided);
        if (again !== undefined && again !== 'blocked') return again;
        decidedWays += 1;
        if (decidedWays >= WAYS || evaluated >= CASES) break;
      }
    }
    if (ways >= WAYS || evaluated >= CASES) break;
  }
  if (ways > 0) seen.untold();
  return undefined;
}

/** The ways in which all goals are met, as far as can be told without evaluating. */
function* metBy(goals: readonly Goal[], store: Store | undefined, search: Search): Generator<Store> {
  const [first, ...rest] = goals;
  if (store === undefined) return;
  if (first === undefined) yield store;
  else for (const next of require(first.term, first.domain, store, search)) yield* metBy(rest, next, search);
}

/** The ways in which decisions come to something, whatever it is. */
function* decidedIn(decisions: readonly Term[], store: Store, search: Search): Generator<Store> {
  const [first, ...rest] = decisions;
  if (first === undefined) yield store;
  else if (store.chosen.has(first)) yield* decidedIn(rest, store, search);
  else for (const way of choices(first, undefined, store, search)) yield* decidedIn(rest, way.store, search);
}

/** The demands as goals: once, or for each call of the function in which they stand. */
function* goalsOf({ demands, within }: Question, step: Step, plan: Plan): Generator<readonly Goal[]> {
  const goals = (scope: Scope, guards: readonly Guard[]): readonly Goal[] => [
    ...demands.map(({ expression, within: regions }) => ({ term: termOf(expression, scope), domain: domainWithin(expression.type, regions) })),
    ...guards.map(({ condition, holds }) => ({ term: condition, domain: is(holds) })),
  ];
  if (within === undefined) yield goals(outermost(plan), []);
  else for (const { inside, guards } of callSites(within, step, plan)) yield goals(inside, guards);
}

function during({ from, to }: Period): Store | undefined {
  const whole = domainOf(AS_OF.type, false);
  if (whole.kind !== 'stretches') return EMPTY;
  const interval = { low: from, high: to, lowClosed: from !== undefined, highClosed: to !== undefined };
  return restricted(EMPTY, AS_OF, { ...whole, stretches: stretchOf(whole.line, AS_OF.type, interval) });
}

function needed(step: Step): ReadonlySet<Fact> {
  const { required, optional } = needsOf(step);
  return new Set([...required, ...optional].map(({ fact }) => fact));
}

const LATELY = dateOf(2025, 6, 30);

function usualDate(stretch: Period): FeelDate {
  const date = LATELY !== undefined && includesDate(stretch, LATELY) ? LATELY : (stretch.from ?? stretch.to ?? LATELY);
  if (date === undefined) throw new RangeError('a stretch of time has no day');
  return date;
}

const usedBy = new WeakMap<Policy, ReadonlyMap<Fact, readonly Value[]>>();

function usedValues(policy: Policy): ReadonlyMap<Fact, readonly Value[]> {
  const known = usedBy.get(policy);
  if (known !== undefined) return known;
  const used = new Map<Fact, Value[]>();
  for (const { givens } of [policy, ...importsOf(policy)].flatMap(({ tests }) => tests)) {
    for (const [fact, value] of givens) used.set(fact, [...(used.get(fact) ?? []), value].slice(0, 8));
  }
  usedBy.set(policy, used);
  return used;
}

/** Of the demands, some that no case meets together: each is left out that is not needed for that. */
function excluding(question: Question): readonly Demand[] {
  let { demands } = question;
  if (demands.length > 16) return demands;
  for (const demand of demands) {
    const without = demands.filter((one) => one !== demand);
    if (without.length > 0 && stretchesOf(question).every((stretch) => isExcluded({ ...question, demands: without }, stretch))) demands = without;
  }
  return demands;
}

/** Whether no way meets the demands, lists counted as unseen: then none does, however long they are. */
function isExcluded(question: Question, stretch: Period): boolean {
  const plan = planFor(question.policy, usualDate(stretch));
  const step = plan.stepOf.get(question.subject);
  if (step === undefined) return true;
  const seen = watch(question.subject.span, false);
  try {
    for (const goals of goalsOf(question, step, plan)) {
      if (metBy(goals, during(stretch), seen.search).next().done !== true) return false;
    }
  } catch (error) {
    if (!(error instanceof SearchSpent)) throw error;
    return false;
  }
  return seen.incomplete() === undefined;
}

interface Watch {
  readonly search: Search;
  /** Notes that a way was found, but no case on it. */
  readonly untold: () => void;
  /** Where the search could not see through, if finding nothing proves nothing. */
  readonly incomplete: () => Span | undefined;
}

function watch(subject: Span, listsTried: boolean): Watch {
  let steps = 0;
  let blurred: Span | undefined;
  let incomplete: Span | undefined;
  return {
    search: {
      listsTried,
      step: () => {
        steps += 1;
        if (steps > STEPS) throw new SearchSpent();
      },
      blurred: (at) => {
        blurred ??= at;
      },
      shortened: (at) => {
        incomplete ??= at;
      },
    },
    untold: () => {
      incomplete ??= blurred ?? subject;
    },
    incomplete: () => incomplete,
  };
}
