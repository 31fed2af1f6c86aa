import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Decision, Policy, Trigger } from '../../model/policy.ts';
import { readsOf } from '../../model/reads.ts';
import type { Tools } from '../analysis.ts';
import { spanText } from '../tables/span-text.ts';
import { expectedIn, type Expected } from './expected-values.ts';

/** So many expectations of one decision are asked about. */
const MOST_QUESTIONS = 200;

/** Decisions that no facts can decide, and values that a table or comparison expects of earlier decisions and that never come. */
export function chain(policy: Policy, tools: Tools): void {
  for (const decision of policy.decisions.values()) {
    if (isNeverDecided(decision, policy, tools)) {
      const restsOnAnother = [...readsOf(decision).decisions].some((read) => isNeverDecided(read, policy, tools));
      if (!restsOnAnother) tools.report(diagnostic('decision-never-decided', decision.span, { name: decision.name }));
    } else expectations(decision, policy, tools);
  }
  for (const trigger of policy.triggers.values()) expectations(trigger, policy, tools);
}

function expectations(subject: Decision | Trigger, policy: Policy, tools: Tools): void {
  let questions = 0;
  for (const expected of expectedIn(subject)) {
    questions += 1;
    if (questions > MOST_QUESTIONS) return;
    // Where the place itself is never come to, that is what is wrong.
    if (never(subject, expected, expected.demands, policy, tools) && !(expected.looked.length > 0 && never(subject, expected, expected.looked, policy, tools))) {
      tools.report(diagnostic('value-never-arrives', expected.at, { name: subject.name, expected: spanText(expected.at), of: spanText(expected.of.span) }));
    }
  }
}

function never(subject: Decision | Trigger, { during }: Expected, demands: Expected['demands'], policy: Policy, { reach }: Tools): boolean {
  return reach({ policy, subject, demands, during }).kind === 'impossible';
}

const known = new WeakMap<Decision, boolean>();

/** Whether it is proved that no facts decide it on any date. */
function isNeverDecided(decision: Decision, policy: Policy, { reach }: Tools): boolean {
  const before = known.get(decision);
  if (before !== undefined) return before;
  const { type, span, inForce: during } = decision;
  const itself = { expression: { kind: 'decision', decision, type, span }, within: [{ kind: 'anything' }] } as const;
  const never = reach({ policy, subject: decision, demands: [itself], during, outcome: 'decided' }).kind === 'impossible';
  known.set(decision, never);
  return never;
}
