import type { FeelDate } from '../../feel/values/temporal.ts';
import type { Policy } from '../../model/policy.ts';
import { buildPlan } from './build.ts';
import { boundariesOf, stretchAt, stretchIndex } from './period.ts';
import type { Plan } from './plan.ts';

/** How many stretches of one policy are kept. A loan book is mostly graded as of one date; an audit moves about a few. */
const KEPT = 16;

interface Plans {
  readonly boundaries: readonly number[];
  /** By stretch, the one used last at the end. */
  readonly byStretch: Map<number, Plan>;
}

const plansOf = new WeakMap<Policy, Plans>();

/** What is in force of a policy on a date. Dates between which nothing changes share one plan. */
export function planFor(policy: Policy, asOf: FeelDate): Plan {
  const plans = plansOf.get(policy) ?? { boundaries: boundariesOf(policy), byStretch: new Map<number, Plan>() };
  plansOf.set(policy, plans);
  const { boundaries, byStretch } = plans;
  const stretch = stretchIndex(boundaries, asOf);
  const plan = byStretch.get(stretch) ?? buildPlan(policy, asOf, stretchAt(boundaries, stretch));
  byStretch.delete(stretch);
  byStretch.set(stretch, plan);
  for (const oldest of byStretch.keys()) {
    if (byStretch.size <= KEPT) break;
    byStretch.delete(oldest);
  }
  return plan;
}
