import type { ClosuresPlan } from '../closures/engine.ts';
import type { EnginePlan } from '../engine.ts';
import type { Plan } from '../plan/plan.ts';
import type { DeclaredTypes } from './declared.ts';

/** A plan and an engine's code for it. */
export interface Prepared {
  readonly plan: Plan;
  readonly code: EnginePlan;
  readonly declared: DeclaredTypes;
  /** One for each of the plan's decision calls. */
  readonly calls: readonly Prepared[];
  /** Whatever engine decides, the closures say what a column came to, and reasons and trace recompute with them. */
  readonly closures: ClosuresPlan;
}
