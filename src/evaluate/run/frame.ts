import type { FeelDate } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Outcome } from '../../model/policy.ts';
import type { Reason } from '../answer.ts';
import type { PlannedException, PlannedRow, PlannedTable } from '../plan/plan.ts';
import type { FactSlots } from './load-facts.ts';
import type { Prepared } from './prepared.ts';
import type { Work } from './work.ts';
import { workOf } from './work.ts';

/** The state of one evaluation: facts in, results by step. Arrays are indexed by the plan's slots and step indexes. */
export interface Frame {
  readonly prepared: Prepared;
  readonly asOf: FeelDate;
  /** By slot. MISSING where the fact is absent. */
  readonly facts: FactSlots['values'];
  readonly absent: FactSlots['absent'];
  readonly results: Results;
  /** Function parameters, then whatever the engine keeps there. */
  readonly variables: Value[];
  /** Rows of functions fired so far in the step that is running. */
  readonly trail: PlannedRow[];
  readonly work: Work;
  /** Tables done so far in the step that is running, in order; undefined where no trace is wanted. */
  readonly observed: Observation[] | undefined;
}

/** By step index. A step that was not run has no outcome. */
export interface Results {
  readonly outcomes: (Outcome | undefined)[];
  /** The value of a decided decision; whether a decided trigger fired. */
  readonly values: Value[];
  /** The rows of its own table that fired. */
  readonly fired: (readonly PlannedRow[])[];
  /** Rows of functions that were called, in order. */
  readonly consulted: (readonly PlannedRow[])[];
  /** Exceptions that were active, in order. */
  readonly active: (readonly PlannedException[])[];
  /** What a trigger that fired emits, one for each `emit`; undefined where it carries no data. */
  readonly events: (readonly (Value | undefined)[])[];
  /** Why it was not decided. */
  readonly reasons: (readonly Reason[])[];
}

/** A table that is done, decided or not. */
export interface Observation {
  /** In which it can be computed again: its variables are still bound. */
  readonly explaining: Frame;
  readonly table: PlannedTable;
  /** In a conflict, all rows that matched. */
  readonly fired: readonly PlannedRow[];
}

/** A fresh frame for facts that have been laid into the slots of the prepared plan. */
export function frameFor(prepared: Prepared, asOf: FeelDate, { values, absent }: FactSlots, work: Work, observed?: Observation[]): Frame {
  const results: Results = { outcomes: [], values: [], fired: [], consulted: [], active: [], events: [], reasons: [] };
  const variables = new Array<Value>(prepared.code.variableCount).fill(null);
  return { prepared, asOf, facts: values, absent, results, variables, trail: [], work, observed };
}

/** A frame in which to compute something again, to explain it: it leaves no mark on the evaluation, and no limit stops it. */
export function forExplaining(frame: Frame): Frame {
  const { prepared, asOf, facts, absent, results, variables } = frame;
  return { prepared, asOf, facts, absent, results, variables: [...variables], trail: [], work: workOf(Infinity), observed: undefined };
}

/** The same evaluation with variables of its own, so that a function value keeps those of the moment it was made. */
export function withOwnVariables(frame: Frame): Frame {
  const { prepared, asOf, facts, absent, results, variables, trail, work, observed } = frame;
  return { prepared, asOf, facts, absent, results, variables: [...variables], trail, work, observed };
}
