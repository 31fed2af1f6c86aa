import type { Engine, EngineBody, EnginePlan, EngineStep } from '../engine.ts';
import type { Plan, PlannedBody, PlannedFunction, PlannedTable, Step } from '../plan/plan.ts';
import type { Compiler, Watch } from './compiler.ts';
import type { Places } from './expression.ts';
import { compilerFor } from './expression.ts';
import type { ClosureTable } from './tables.ts';
import { tableOf } from './tables.ts';

/** A plan as closures, open to those that explain a decision. */
export interface ClosuresPlan extends EnginePlan {
  /** The compiler in whose scope a step's expressions stand. */
  readonly compiler: Compiler;
  /** The compiler in whose scope a function's body stands: its parameters are bound. */
  readonly compilerOf: (called: PlannedFunction) => Compiler;
  readonly tableOf: (table: PlannedTable) => ClosureTable;
}

/** The evaluator that walks trees of closures: the plain one, against which faster ones are held. */
export const closures: Engine = { name: 'closures', prepare: closuresOf };

const known = new WeakMap<Plan, ClosuresPlan>();

/** A plan as closures; made once for each plan. */
export function closuresOf(plan: Plan): ClosuresPlan {
  const ready = known.get(plan);
  if (ready !== undefined) return ready;
  const made = makeClosures(plan, undefined);
  known.set(plan, made);
  return made;
}

/** A plan as closures that tell what watched parts of it come to. Made anew for each watcher. */
export function watchedClosuresOf(plan: Plan, watch: Watch): ClosuresPlan {
  return makeClosures(plan, watch);
}

function makeClosures(plan: Plan, watch: Watch | undefined): ClosuresPlan {
  const places: Places = { next: plan.parameterCount };
  const tables = new Map<PlannedTable, ClosureTable>();
  const compiler = compilerFor(plan, places, new Map(), watch);
  const compilers = plan.functions.map(({ function: { parameters }, parameters: variables }) =>
    compilerFor(plan, places, new Map(parameters.map(({ variable }, position) => [variable, variables[position] ?? 0])), watch),
  );
  const compilerOf = ({ index }: PlannedFunction): Compiler => compilers[index] ?? compiler;

  const bodyOf = (body: PlannedBody, scope: Compiler): EngineBody => {
    if (body.kind === 'expression') return { kind: 'expression', evaluate: scope.expression(body.expression) };
    const table = tableOf(body, scope);
    tables.set(body, table);
    return table;
  };
  const functions = plan.functions.map((called) => (called.body === undefined ? undefined : bodyOf(called.body, compilerOf(called))));
  const stepCode = (step: Step): EngineStep => {
    if (step.kind === 'trigger') {
      const { when, emits } = step.trigger;
      if (step.standing !== 'in force') return { kind: 'trigger', when: () => false, data: [] };
      return { kind: 'trigger', when: compiler.condition(when), data: emits.map(({ data }) => (data === undefined ? undefined : compiler.expression(data))) };
    }
    return {
      kind: 'decision',
      body: step.body === undefined ? undefined : bodyOf(step.body, compiler),
      exceptions: step.exceptions.map(({ exception: { when, then } }) => ({ when: compiler.condition(when), then: compiler.expression(then) })),
    };
  };
  const steps = plan.steps.map(stepCode);
  return {
    steps,
    functions,
    variableCount: places.next,
    compiler,
    compilerOf,
    tableOf: (table) => {
      const found = tables.get(table);
      if (found === undefined) throw new Error(`\`${table.of}\` is not a table of this plan`);
      return found;
    },
  };
}
