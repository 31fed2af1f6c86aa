import type { Engine } from '../engine.ts';
import { closuresOf } from '../closures/engine.ts';
import type { Plan } from '../plan/plan.ts';
import { declaredTypesOf } from './declared.ts';
import type { Prepared } from './prepared.ts';

const preparedBy = new WeakMap<Engine, WeakMap<Plan, Prepared>>();

/** An engine's code for a plan and the plans of the decisions it calls; made once. */
export function prepare(plan: Plan, engine: Engine): Prepared {
  const known = preparedBy.get(engine) ?? new WeakMap<Plan, Prepared>();
  preparedBy.set(engine, known);
  const ready = known.get(plan);
  if (ready !== undefined) return ready;
  const prepared: Prepared = {
    plan,
    code: engine.prepare(plan),
    declared: declaredTypesOf(plan),
    calls: plan.calls.map((call) => prepare(call.plan, engine)),
    closures: closuresOf(plan),
  };
  known.set(plan, prepared);
  return prepared;
}
