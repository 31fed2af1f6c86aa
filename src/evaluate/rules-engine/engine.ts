import type { Compiler } from '../closures/compiler.ts';
import { closuresOf } from '../closures/engine.ts';
import type { Engine, EngineBody, EnginePlan, EngineStep } from '../engine.ts';
import type { Plan, PlannedBody } from '../plan/plan.ts';
import { matchByRules } from './match.ts';

export { settle } from './suspend.ts';

/**
 * The evaluator that finds the rows of tables by json-rules-engine: a rule for each row, a condition for each cell, with
 * operators that are exact. Expressions are computed by the closures. What is computed with it must run within `settle`.
 */
export const rulesEngine: Engine = { name: 'json-rules-engine', prepare };

function prepare(plan: Plan): EnginePlan {
  const closures = closuresOf(plan);
  const bodyOf = (body: PlannedBody | undefined, code: EngineBody | undefined, scope: Compiler): EngineBody | undefined => {
    if (body?.kind !== 'table') return code;
    const { columns, outputs } = closures.tableOf(body);
    return { kind: 'table', match: matchByRules(body, columns, scope), outputs };
  };
  const steps = closures.steps.map((code, index): EngineStep => {
    const step = plan.steps[index];
    return step?.kind === 'decision' && code.kind === 'decision' ? { ...code, body: bodyOf(step.body, code.body, closures.compiler) } : code;
  });
  const functions = plan.functions.map((called) => bodyOf(called.body, closures.functions[called.index], closures.compilerOf(called)));
  return { steps, functions, variableCount: closures.variableCount };
}
