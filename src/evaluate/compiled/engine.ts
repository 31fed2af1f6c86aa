import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { messageOf, remedyOf } from '../../diagnostics/message.ts';
import type { Typed } from '../../model/expression.ts';
import { closures } from '../closures/engine.ts';
import type { Condition, Engine, EngineBody, EnginePlan, EngineStep, Evaluate } from '../engine.ts';
import type { Plan, PlannedBody, PlannedFunction, Step } from '../plan/plan.ts';
import { condition, expression } from './expression.ts';
import type { Later } from './program.ts';
import { mayGenerate, newProgram } from './program.ts';
import type { Setting } from './tables.ts';
import { tableCode } from './tables.ts';
import type { Parameters } from './writer.ts';
import { functionText } from './writer.ts';

/**
 * The evaluator that turns a plan into JavaScript. Where the process forbids that
 * (`--disallow-code-generation-from-strings`), the closures take its place, and Node.js warns once.
 */
export const compiled: Engine = { name: 'compiled', prepare: (plan) => (generationAllowed() ? compile(plan) : closures.prepare(plan)) };

let allowed: boolean | undefined;

function generationAllowed(): boolean {
  if (allowed !== undefined) return allowed;
  allowed = mayGenerate();
  if (!allowed) {
    const warning = diagnostic('code-generation-forbidden', undefined, {});
    process.emitWarning(`${messageOf(warning, 'en')}; ${remedyOf(warning, 'en')}`, { type: 'Plumbline', code: warning.code });
  }
  return allowed;
}

function compile(plan: Plan): EnginePlan {
  const program = newProgram();
  const steps = plan.steps.map((step) => stepCode(step, { plan, program, parameters: new Map() }));
  const functions = plan.functions.map((called) => called.body && bodyCode(called.body, { plan, program, parameters: parametersOf(called) }));
  program.finish();
  return { steps: steps.map((later) => later()), functions: functions.map((later) => later?.()), variableCount: plan.parameterCount };
}

function parametersOf({ function: { parameters }, parameters: places }: PlannedFunction): Parameters {
  return new Map(parameters.map(({ variable }, position) => [variable, places[position] ?? 0]));
}

function stepCode(step: Step, setting: Setting): Later<EngineStep> {
  if (step.kind === 'trigger') {
    if (step.standing !== 'in force') return () => ({ kind: 'trigger', when: () => false, data: [] });
    const when = conditionCode(step.trigger.when, setting);
    const data = step.trigger.emits.map(({ data }) => data && evaluateCode(data, setting));
    return () => ({ kind: 'trigger', when: when(), data: data.map((later) => later?.()) });
  }
  const body = step.body && bodyCode(step.body, setting);
  const exceptions = step.exceptions.map(({ exception }) => ({ when: conditionCode(exception.when, setting), then: evaluateCode(exception.then, setting) }));
  return () => ({ kind: 'decision', body: body?.(), exceptions: exceptions.map(({ when, then }) => ({ when: when(), then: then() })) });
}

function bodyCode(body: PlannedBody, setting: Setting): Later<EngineBody> {
  if (body.kind === 'table') return tableCode(body, setting);
  const evaluate = evaluateCode(body.expression, setting);
  return () => ({ kind: 'expression', evaluate: evaluate() });
}

function evaluateCode(node: Typed, { plan, program, parameters }: Setting): Later<Evaluate> {
  return program.add(functionText(plan, program, parameters, [], (writer) => `return ${expression(node, writer)};`));
}

function conditionCode(node: Typed, { plan, program, parameters }: Setting): Later<Condition> {
  return program.add(functionText(plan, program, parameters, [], (writer) => `return ${condition(node, writer)};`));
}
