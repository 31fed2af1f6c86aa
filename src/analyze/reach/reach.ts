import { planFor } from '../../evaluate/plan/plans.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Period } from '../../model/policy.ts';
import type { Span } from '../../read/tree/span.ts';
import { during, stretchesOf, usualDate } from './dates.ts';
import { findCase } from './find-case.ts';
import { goalsOf, metBy } from './goals.ts';
import type { Demand, Question, Reached } from './question.ts';
import { SearchSpent, watch } from './search.ts';

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

function reachDuring(question: Question, stretch: Period): Reached {
  const plan = planFor(question.policy, usualDate(stretch));
  const step = plan.stepOf.get(question.subject);
  if (step === undefined || isExcluded(question, stretch)) return { kind: 'impossible', because: [] };
  const seen = watch(question.subject.span, true);
  const found = findCase(question, step, plan, stretch, seen);
  if (found !== undefined) return { kind: 'reached', case: found };
  const at = seen.incomplete();
  return at === undefined ? { kind: 'impossible', because: [] } : { kind: 'unknown', at };
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
    if (!(error instanceof SearchSpent || error instanceof FeelError)) throw error;
    return false;
  }
  return seen.incomplete() === undefined;
}
