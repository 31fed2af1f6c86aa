import type { EnginePlan } from '../engine.ts';
import type { Plan } from '../plan/plan.ts';

/** A plan and an engine's code for it. */
export interface Prepared {
  readonly plan: Plan;
  readonly code: EnginePlan;
  /** One for each of the plan's decision calls. */
  readonly calls: readonly Prepared[];
}
