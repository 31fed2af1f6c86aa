import { feelError } from '../../feel/values/error.ts';
import type { Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { DecisionRead, FactRead, MissingTest, RecordRead, RecordReadField } from '../../model/expression.ts';
import type { Fact } from '../../model/policy.ts';
import type { Condition, Evaluate } from '../engine.ts';
import type { Plan } from '../plan/plan.ts';
import type { Compiler, EvaluateOrMissing } from './compiler.ts';

export function factOrMissing({ fact }: FactRead, { plan }: Compiler): EvaluateOrMissing {
  const slot = slotOf(plan, fact);
  return (frame) => frame.facts[slot] ?? MISSING;
}

/** Required facts are there when an expression runs; for an optional one the checker has seen to a guard. */
export function factRead(node: FactRead, { plan }: Compiler): Evaluate {
  const slot = slotOf(plan, node.fact);
  const path = plan.facts[slot]?.path ?? node.fact.path;
  return (frame) => {
    const value = frame.facts[slot] ?? MISSING;
    if (value === MISSING) throw feelError('value-missing', { path }).at(node.span);
    return value;
  };
}

export function missingTest({ value }: MissingTest, compiler: Compiler): Condition {
  const evaluate = compiler.orMissing(value);
  return (frame) => evaluate(frame) === MISSING;
}

/** A record built from its facts; absent optional ones are left out. */
export function recordRead({ fields }: RecordRead, { plan }: Compiler): Evaluate {
  return recordOf(fields, plan);
}

function recordOf(fields: readonly RecordReadField[], plan: Plan): Evaluate {
  const parts = fields.map(({ name, value }): readonly [string, EvaluateOrMissing] => {
    if (value.kind === 'fields') return [name, recordOf(value.fields, plan)];
    const slot = slotOf(plan, value.fact);
    return [name, (frame) => frame.facts[slot] ?? MISSING];
  });
  return (frame) => {
    const record = new Map<string, Value>();
    for (const [name, evaluate] of parts) {
      const value = evaluate(frame);
      if (value !== MISSING) record.set(name, value);
    }
    return record;
  };
}

export function decisionRead({ decision }: DecisionRead, { plan }: Compiler): Evaluate {
  const step = plan.stepOf.get(decision);
  if (step === undefined) throw new Error(`the plan lacks \`${decision.name}\``);
  const { index } = step;
  return (frame) => frame.results.values[index] ?? null;
}

function slotOf(plan: Plan, fact: Fact): number {
  const planned = plan.factOf.get(fact);
  if (planned === undefined) throw new Error(`the plan lacks \`${fact.path}\``);
  return planned.slot;
}
