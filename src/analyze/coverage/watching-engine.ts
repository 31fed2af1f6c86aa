import type { Missing, Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import type { FunctionModel, Table } from '../../model/policy.ts';
import { watchedClosuresOf } from '../../evaluate/closures/engine.ts';
import type { ClosuresPlan } from '../../evaluate/closures/engine.ts';
import { computeAll } from '../../evaluate/closures/compiler.ts';
import type { Engine, EngineBody, EngineStep } from '../../evaluate/engine.ts';
import type { PlannedBody, Step } from '../../evaluate/plan/plan.ts';
import type { Frame } from '../../evaluate/run/frame.ts';
import type { Lookup } from './seen.ts';

/** Something that happened while a step ran in a frame. */
export type Happening =
  | { readonly kind: 'value'; readonly of: Typed; readonly value: Value | Missing }
  | { readonly kind: 'lookup'; readonly of: Table; readonly values: Lookup }
  | { readonly kind: 'call'; readonly of: FunctionModel };

/** An evaluator that tells what happens, and in which step of which frame: lookups in tables, calls, and what watched parts come to. */
export function watchingEngine(isWatched: (node: Typed) => boolean, happened: (frame: Frame, step: Step, what: Happening) => void): Engine {
  return {
    name: 'closures',
    prepare: (plan) => {
      // Steps of one plan run one after the other, so the one that was entered last is the one that runs.
      let running: Step | undefined;
      const note = (frame: Frame, what: Happening): void => void (running !== undefined && happened(frame, running, what));
      const code: ClosuresPlan = watchedClosuresOf(plan, (of) => (isWatched(of) ? (value, frame) => note(frame, { kind: 'value', of, value }) : undefined));

      const watchedBody = (body: PlannedBody | undefined, own: EngineBody | undefined, enter: (frame: Frame) => void): EngineBody | undefined => {
        if (own === undefined || body === undefined) return own;
        if (own.kind === 'expression' || body.kind === 'expression') return own.kind === 'expression' ? { kind: 'expression', evaluate: entering(enter, own.evaluate) } : own;
        const { columns, matchValues } = code.tableOf(body);
        const match = (frame: Frame) => {
          const values = computeAll(columns, frame);
          note(frame, { kind: 'lookup', of: body.table, values });
          return matchValues(values, frame);
        };
        return { ...own, match: entering(enter, match) };
      };
      const watchedStep = (step: Step, own: EngineStep): EngineStep => {
        const enter = (): void => void (running = step);
        if (own.kind === 'trigger') return { ...own, when: entering(enter, own.when) };
        const body = watchedBody(step.kind === 'decision' ? step.body : undefined, own.body, enter);
        return { ...own, body };
      };
      return {
        ...code,
        steps: plan.steps.flatMap((step) => watchedStepAt(code.steps, step, watchedStep)),
        functions: plan.functions.map(({ index, body, function: of }) => watchedBody(body, code.functions[index], (frame) => note(frame, { kind: 'call', of }))),
      };
    },
  };
}

function watchedStepAt(code: readonly EngineStep[], step: Step, watched: (step: Step, own: EngineStep) => EngineStep): readonly EngineStep[] {
  const own = code[step.index];
  return own === undefined ? [] : [watched(step, own)];
}

function entering<T>(enter: (frame: Frame) => void, run: (frame: Frame) => T): (frame: Frame) => T {
  return (frame) => {
    enter(frame);
    return run(frame);
  };
}
