import type { Answer } from '../../evaluate/answer.ts';
import { decide } from '../../evaluate/decide.ts';
import { answerOf } from '../../evaluate/evaluate.ts';
import { FeelFunction } from '../../feel/values/function.ts';
import { FeelRange } from '../../feel/values/range.ts';
import type { CaseFor } from '../coverage/find-case.ts';
import { literal } from '../example/literal.ts';
import { memberNamesFor } from '../example/member-names.ts';

/**
 * What a policy gives for a case today, as what stands after `expect`: the value with the rules that fired, another outcome,
 * the events of a trigger. Empty where no literal says it.
 */
export function expectationsOf({ policy, subject, case: { facts, asOf } }: CaseFor): readonly string[] {
  const name = subject.policy === policy.name ? subject.name : `${subject.policy}.${subject.name}`;
  const decided = decide(policy, { values: facts }, { asOf, decisions: [name] });
  const answer = answerOf(decided);
  if (subject.kind === 'trigger') return triggerExpectations(name, answer);
  const { outcome, rules = [] } = answer.decisions[name] ?? { outcome: 'error' as const };
  if (outcome !== 'decided') return [`${name} ${outcome}`];
  const step = decided.asked.decisions.find(({ decision }) => decision === subject);
  const value = step && decided.frame.results.values[step.index];
  if (value === undefined || value instanceof FeelRange || value instanceof FeelFunction) return [];
  return [`${name} = ${literal(value, subject.type, memberNamesFor(policy))}${rules.length === 0 ? '' : ` by ${rules.join(', ')}`}`];
}

function triggerExpectations(name: string, { triggers, events }: Answer): readonly string[] {
  const { outcome, fired } = triggers[name] ?? { outcome: 'error' as const, fired: false };
  if (outcome !== 'decided') return [`${name} ${outcome}`];
  return fired === true ? [...new Set(events.map(({ event }) => `${name} emits ${event}`))] : [`${name} silent`];
}
