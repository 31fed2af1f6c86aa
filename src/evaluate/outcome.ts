import type { Outcome } from '../model/policy.ts';

const severity: Readonly<Record<Outcome, number>> = { decided: 0, no_match: 1, missing_facts: 2, conflict: 3, error: 4 };

/** The worse of two outcomes: decided < no_match < missing_facts < conflict < error. */
export function worse(a: Outcome, b: Outcome): Outcome {
  return severity[a] >= severity[b] ? a : b;
}

/** The worst of many; `decided` of none. */
export function worst(outcomes: Iterable<Outcome>): Outcome {
  let found: Outcome = 'decided';
  for (const outcome of outcomes) found = worse(found, outcome);
  return found;
}
