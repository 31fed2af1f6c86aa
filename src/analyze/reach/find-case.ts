import { importsOf } from '../../evaluate/facts/shape.ts';
import { needsOf, stepsBehind } from '../../evaluate/plan/needs.ts';
import { includesDate } from '../../evaluate/plan/period.ts';
import type { Plan, Step } from '../../evaluate/plan/plan.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Fact, Period, Policy } from '../../model/policy.ts';
import type { Case } from '../analysis.ts';
import { comesTo, tryCase } from './confirm.ts';
import { during, usualDate } from './dates.ts';
import type { Goal } from './goals.ts';
import { decidedIn, goalsOf, metBy } from './goals.ts';
import type { Facts } from './label.ts';
import { caseWithin } from './label.ts';
import type { Question } from './question.ts';
import type { Watch } from './search.ts';
import { SearchSpent } from './search.ts';
import type { Store } from './store.ts';
import { decisionTerm, outermost } from './term.ts';

/** Ways that are followed to a case, and cases tried on each. */
const WAYS = 40;
const ATTEMPTS = 6;
/** Cases that are evaluated in all, on each stretch of time. */
const CASES = 240;

/** A case that meets a question on a stretch of time: solved for, or else one that a test of the policy gives. */
export function findCase(question: Question, step: Step, plan: Plan, stretch: Period, seen: Watch): Case | undefined {
  const place: Place = { question, step, plan, stretch, facts: { needed: [...needed(step)], used: usedValues(question.policy), asOf: usualDate(stretch) } };
  return solved(place, seen) ?? shownByTest(place);
}

/** A question on a stretch of time, and what its cases are made of. */
interface Place {
  readonly question: Question;
  readonly step: Step;
  readonly plan: Plan;
  readonly stretch: Period;
  readonly facts: Facts;
}

function solved(place: Place, seen: Watch): Case | undefined {
  const { question, step, plan } = place;
  try {
    for (const goals of goalsOf(question, step, plan)) {
      const found = caseFor(place, goals, seen);
      if (found !== undefined) return found;
    }
  } catch (error) {
    // A bound may lie beyond the numbers that there are: then nothing is known of what lies there.
    if (!(error instanceof SearchSpent || error instanceof FeelError)) throw error;
    seen.search.shortened(question.subject.span);
  }
  return undefined;
}

/** A case that one of the policy's own tests gives: people know of long lists that no search would try. */
function shownByTest(place: Place): Case | undefined {
  const { question, step, plan, stretch } = place;
  const within = [...goalsOf(question, step, plan)];
  const cases = question.policy.tests.filter(({ asOf }) => includesDate(stretch, asOf)).map(({ givens, asOf }): Case => ({ facts: givens, asOf }));
  return cases.find((each) => within.some((goals) => tried(place, goals, each) === 'met'));
}

function tried({ question: { outcome }, step, plan }: Place, goals: readonly Goal[], found: Case): 'met' | 'blocked' | 'missed' {
  const { frame, outcome: came } = tryCase(plan, step, found);
  if (came === undefined) return 'blocked';
  return (outcome === undefined || came === outcome) && goals.every(({ term, domain }) => comesTo(term, domain, frame)) ? 'met' : 'missed';
}

/** Follows the ways to a case. Where what the subject reads is not decided in it, the ways in which that is are followed too. */
function caseFor(place: Place, goals: readonly Goal[], seen: Watch): Case | undefined {
  const { step, plan, stretch } = place;
  const attempts = attempting(place, goals);
  const upstream = stepsBehind([step]).map(({ decision }) => decisionTerm(decision, outermost(plan)));
  let ways = 0;
  for (const store of metBy(goals, during(stretch), seen.search)) {
    ways += 1;
    const found = attempts.on(store);
    if (found !== undefined && found !== 'blocked') return found;
    const decided = found === 'blocked' ? decidedIn(upstream, store, seen.search) : [];
    let followed = 0;
    for (const way of decided) {
      const again = attempts.on(way);
      if (again !== undefined && again !== 'blocked') return again;
      followed += 1;
      if (followed >= WAYS || attempts.spent()) break;
    }
    if (ways >= WAYS || attempts.spent()) break;
  }
  if (ways > 0) seen.untold();
  return undefined;
}

interface Attempts {
  /** A case on this way; `blocked` where none of those tried reached the subject. */
  readonly on: (store: Store) => Case | 'blocked' | undefined;
  readonly spent: () => boolean;
}

function attempting(place: Place, goals: readonly Goal[]): Attempts {
  let evaluated = 0;
  return {
    spent: () => evaluated >= CASES,
    on: (store) => {
      let blocked = false;
      for (let attempt = 0; attempt < ATTEMPTS && evaluated < CASES; attempt += 1) {
        evaluated += 1;
        const found = caseWithin(store, place.facts, attempt);
        if (found === undefined) continue;
        const result = tried(place, goals, found);
        if (result === 'met') return found;
        blocked ||= result === 'blocked';
      }
      return blocked ? 'blocked' : undefined;
    },
  };
}

function needed(step: Step): ReadonlySet<Fact> {
  const { required, optional } = needsOf(step);
  return new Set([...required, ...optional].map(({ fact }) => fact));
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
