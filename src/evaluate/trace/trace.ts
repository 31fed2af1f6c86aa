import { MISSING } from '../../feel/values/value.ts';
import type { Json, Trace, TraceStep, TraceTable } from '../answer.ts';
import type { DecisionStep, PlannedException, Step } from '../plan/plan.ts';
import type { Frame, Observation } from '../run/frame.ts';
import { recordOf, valueToJson } from '../value-json.ts';
import { traceTable } from './table.ts';

/** Takes down what happened, step by step. `finish` is called after each step that ran in a frame with this list of tables. */
export interface Tracer {
  readonly observed: Observation[];
  readonly finish: (frame: Frame, step: Step) => void;
  readonly trace: () => Trace;
}

export function tracer(explain: 'fired' | 'full'): Tracer {
  const steps: TraceStep[] = [];
  const observed: Observation[] = [];
  return {
    observed,
    finish: (frame, step) => {
      steps.push(traceStep(frame, step, observed.map((each) => traceTable(each, explain))));
      observed.length = 0;
    },
    trace: () => ({ trace_version: 1, steps }),
  };
}

function traceStep(frame: Frame, step: Step, tables: readonly TraceTable[]): TraceStep {
  const { outcomes, values } = frame.results;
  const outcome = outcomes[step.index] ?? 'error';
  const value = values[step.index] ?? null;
  return {
    decision: step.name,
    outcome,
    ...(outcome === 'decided' ? { value: valueToJson(value, step.kind === 'decision' ? step.decision.type : { kind: 'boolean' }) } : {}),
    facts: recordOf(step.facts.map(({ slot, path, fact }): [string, Json] => [path, factJson(frame.facts[slot] ?? MISSING, fact.type)])),
    tables,
    exceptions: step.kind === 'decision' ? step.exceptions.map((exception) => traceException(frame, step, exception)) : [],
  };
}

function factJson(value: Frame['facts'][number], type: Parameters<typeof valueToJson>[1]): Json {
  return value === MISSING ? null : valueToJson(value, type);
}

function traceException({ results }: Frame, step: DecisionStep, exception: PlannedException): TraceStep['exceptions'][number] {
  const { name, target } = exception;
  const active = results.active[step.index] ?? [];
  if (active.includes(exception)) return { exception: name, target, state: 'replaced' };
  const reached =
    (results.outcomes[step.index] === 'decided' && step.overrides.includes(exception)) ||
    (results.fired[step.index] ?? []).some((row) => row.exceptions.includes(exception)) ||
    active.some((each) => each.exceptions.includes(exception));
  return { exception: name, target, state: reached ? 'when is false' : 'target did not fire' };
}
