import type { Outcome } from '../../model/policy.ts';
import type { OutcomeCounts as Found } from './summary.ts';

export interface OutcomeCounts {
  readonly add: (outcome: Outcome) => void;
  readonly count: (outcome: Outcome) => number;
  readonly found: () => Found;
}

const bestFirst: readonly Outcome[] = ['decided', 'no_match', 'missing_facts', 'conflict', 'error'];

export function outcomeCounts(): OutcomeCounts {
  const counts = { decided: 0, no_match: 0, missing_facts: 0, conflict: 0, error: 0 };
  return {
    add: (outcome) => void (counts[outcome] += 1),
    count: (outcome) => counts[outcome],
    found: () => Object.fromEntries(bestFirst.flatMap((outcome) => (counts[outcome] === 0 ? [] : [[outcome, counts[outcome]]]))),
  };
}
