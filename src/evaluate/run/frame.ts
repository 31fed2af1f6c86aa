import type { FeelDate } from '../../feel/values/temporal.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import type { Outcome } from '../../model/policy.ts';
import type { Reason } from '../answer.ts';
import type { PlannedException, PlannedRow, PlannedTable } from '../plan/plan.ts';
import type { Prepared } from './prepared.ts';
import type { Work } from './work.ts';

/** The state of one evaluation: facts in, results by step. Arrays are indexed by the plan's slots and step indexes. */
export interface Frame {
  readonly prepared: Prepared;
  readonly asOf: FeelDate;
  /** By slot. MISSING where the fact is absent. */
  readonly facts: readonly (Value | Missing)[];
  /** By slot, the paths absent there: the fact itself if it is required, required fields within a list. Undefined: none at all. */
  readonly absent: readonly (readonly string[])[] | undefined;
  readonly results: Results;
  /** Function parameters, then whatever the engine keeps there. */
  readonly variables: Value[];
  /** A stack of row indexes, for `Match`. */
  readonly matched: number[];
  /** Rows of functions fired so far in the step that is running. */
  readonly trail: PlannedRow[];
  readonly work: Work;
  /** Told of each table that was matched, where a trace is wanted. */
  readonly observe: Observer | undefined;
}

/** By step index. A step that was not run has no outcome. */
export interface Results {
  readonly outcomes: (Outcome | undefined)[];
  /** The value of a decided decision; whether a decided trigger fired. */
  readonly values: Value[];
  /** The rows of its own table that fired. */
  readonly fired: (readonly PlannedRow[])[];
  /** Rows of functions that were called, in order, each once. */
  readonly consulted: (readonly PlannedRow[])[];
  /** Exceptions that were active, in order. */
  readonly active: (readonly PlannedException[])[];
  /** What a trigger that fired emits, one for each `emit`; undefined where it carries no data. */
  readonly events: (readonly (Value | undefined)[])[];
  /** Why it was not decided. */
  readonly reasons: (readonly Reason[])[];
}

/** Called while the table's variables are still bound. */
export type Observer = (frame: Frame, table: PlannedTable, fired: readonly PlannedRow[]) => void;
