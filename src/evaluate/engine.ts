import type { Value } from '../feel/values/value.ts';
import type { Frame } from './run/frame.ts';
import type { Plan } from './plan/plan.ts';

/**
 * The seam between what all evaluators share (outcomes, hit policies, exceptions, reasons, trace: `run/`, `reasons/`,
 * `trace/`) and what each does its own way: computing expressions and finding the rows of a table that match.
 *
 * Code of an engine reads the frame: `frame.facts[slot]`, `frame.results.values[step.index]` for a decision that is read (the
 * step runs only if all its reads are decided), `frame.variables[n]` for a function's parameters, `frame.asOf`. It calls
 * `callFunction`, `callerOf` and `charge` of `run/`. It throws FeelError, placed at the operator that failed.
 */
export interface Engine {
  readonly name: string;
  /** Called once for a plan. */
  prepare(plan: Plan): EnginePlan;
}

export interface EnginePlan {
  /** One for each step of the plan. */
  readonly steps: readonly EngineStep[];
  /** One for each function of the plan; undefined where none of its bodies is in force. */
  readonly functions: readonly (EngineBody | undefined)[];
  /** How many variables a frame needs, the plan's `parameterCount` included. */
  readonly variableCount: number;
}

export type EngineStep = EngineDecision | EngineTrigger;

export interface EngineDecision {
  readonly kind: 'decision';
  readonly body: EngineBody | undefined;
  /** One for each of the step's exceptions. */
  readonly exceptions: readonly { readonly when: Condition; readonly then: Evaluate }[];
}

export interface EngineTrigger {
  readonly kind: 'trigger';
  readonly when: Condition;
  /** One for each `emit`; undefined where it carries no data. */
  readonly data: readonly (Evaluate | undefined)[];
}

export type EngineBody = EngineExpression | EngineTable;

export interface EngineExpression {
  readonly kind: 'expression';
  readonly evaluate: Evaluate;
}

export interface EngineTable {
  readonly kind: 'table';
  readonly match: Match;
  /** One for each row of the planned table, in order; not called for a row whose output is `constant`. */
  readonly outputs: readonly Evaluate[];
}

/** Computes a value. A row's output with several entries is a context. Throws FeelError or Undecided. */
export type Evaluate = (frame: Frame) => Value;

/** Computes a condition; a value that is not a boolean is the FeelError `condition-not-boolean`. */
export type Condition = (frame: Frame) => boolean;

/** What `Match` says where no row matches. */
export const NO_ROW = -1;

/**
 * Evaluates the columns, left to right, all of them; then says which rows (but `otherwise` rows) have cells that all hold:
 * NO_ROW, the index of the only one, or the indexes of several in ascending order. Hit policy `first` may stop after one.
 *
 * A row's cells are tested in two rounds, each left to right, until one fails: first those that compare with
 * constants, which cannot go wrong (the planned row's `constantCells`), then those that compute (`computedCells`). So an
 * index over the constant cells and a loop over the rows end in the same error where a computed cell fails.
 */
export type Match = (frame: Frame) => number | readonly number[];
