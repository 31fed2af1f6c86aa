import type { Typed } from '../../model/expression.ts';
import type { Compiler } from '../closures/compiler.ts';
import { closuresOf } from '../closures/engine.ts';
import type { DecisionStep, Plan, PlannedException, PlannedTable, Step, TriggerStep } from '../plan/plan.ts';
import type { Why } from './determined.ts';
import { allOf } from './determined.ts';
import { whyOf } from './why.ts';
import { whyOfCells, whyOfColumns, whyOfOutputs } from './why-function.ts';

const known = new WeakMap<Step, { readonly why: Why | undefined }>();

/** What determined the outcome of a step that was decided; undefined where it reads no decision. */
export function whyOfStep(plan: Plan, step: Step): Why | undefined {
  const ready = known.get(step);
  if (ready !== undefined) return ready.why;
  const { compiler } = closuresOf(plan);
  const why = step.kind === 'trigger' ? whyOfTrigger(step, compiler) : whyOfDecision(step, compiler);
  known.set(step, { why });
  return why;
}

function whyOfTrigger({ index, standing, trigger }: TriggerStep, compiler: Compiler): Why | undefined {
  if (standing !== 'in force') return undefined;
  const data = allOf(trigger.emits.flatMap((emit) => (emit.data === undefined ? [] : [whyOf(emit.data, compiler)])));
  return allOf([whyOf(trigger.when, compiler), data && ((frame, determined) => (frame.results.values[index] === true ? data(frame, determined) : undefined))]);
}

function whyOfDecision(step: DecisionStep, compiler: Compiler): Why | undefined {
  const { body } = step;
  if (body === undefined) return undefined;
  const exceptions = exceptionWhys(step, compiler);
  const own = body.kind === 'expression' ? whyOf(body.expression, compiler) : whyOfTable(step, body, exceptions, compiler);
  return allOf([own, step.overrides.length === 0 ? undefined : (frame, determined) => void exceptions(step.overrides)(frame, determined)]);
}

function whyOfTable({ index }: DecisionStep, table: PlannedTable, exceptions: ExceptionWhys, compiler: Compiler): Why | undefined {
  const rows = table.rows.map((row) => ({ cells: whyOfCells(row, compiler), outputs: whyOfOutputs(row, compiler) }));
  const isPlain = table.rows.every((row) => row.exceptions.length === 0) && rows.every(({ cells, outputs }) => cells === undefined && outputs === undefined);
  const ofFired: Why = (frame, determined) => {
    for (const row of frame.results.fired[index] ?? []) {
      rows[row.index]?.cells?.(frame, determined);
      const replaced = exceptions(row.exceptions)(frame, determined);
      if (!replaced) rows[row.index]?.outputs?.(frame, determined);
    }
  };
  return allOf([whyOfColumns(table, compiler), isPlain ? undefined : ofFired]);
}

/** Of exceptions at one target: every `when` was asked, and those that were active replaced the outcome (then: true). */
type ExceptionWhys = (exceptions: readonly PlannedException[]) => (...given: Parameters<Why>) => boolean;

function exceptionWhys(step: DecisionStep, compiler: Compiler): ExceptionWhys {
  const ask = (node: Typed): Why | undefined => whyOf(node, compiler);
  const whys = step.exceptions.map(({ exception: { when, then } }) => ({ when: ask(when), then: ask(then) }));
  const follow: ExceptionWhys = (exceptions) => (frame, determined) => {
    let replaced = false;
    for (const exception of exceptions) {
      whys[exception.index]?.when?.(frame, determined);
      if (frame.results.active[step.index]?.includes(exception) !== true) continue;
      replaced = true;
      if (!follow(exception.exceptions)(frame, determined)) whys[exception.index]?.then?.(frame, determined);
    }
    return replaced;
  };
  return follow;
}
