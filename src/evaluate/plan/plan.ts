import type { Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Decision, Exception, Fact, FunctionModel, Period, Policy, Row, Table, Trigger } from '../../model/policy.ts';
import type { CitationAnswer } from '../answer.ts';

/**
 * What is in force on a date, in the order in which it is evaluated: the hand-over between the model and the
 * evaluators. Everything that can be known without facts is settled here. Numbers that the evaluators meet again
 * (`index`, `slot`) are places in arrays of the frame.
 */
export interface Plan {
  /** Whose eyes names are seen with: its own decisions need no prefix. Undefined: every name carries its policy's. */
  readonly viewpoint: Policy | undefined;
  /** The dates, both inclusive, for which this plan holds: nothing comes into or goes out of force between them. */
  readonly stretch: Period;
  /** None comes before one that it reads. */
  readonly steps: readonly Step[];
  readonly stepOf: ReadonlyMap<Decision | Trigger, Step>;
  /** By slot: every leaf fact that a step reads. */
  readonly facts: readonly PlannedFact[];
  readonly factOf: ReadonlyMap<Fact, PlannedFact>;
  readonly functions: readonly PlannedFunction[];
  readonly functionOf: ReadonlyMap<FunctionModel, PlannedFunction>;
  /** Decisions that are called as functions of their inputs, each with a plan of its own. */
  readonly calls: readonly PlannedCall[];
  readonly callOf: ReadonlyMap<Decision, PlannedCall>;
  /** Function parameters live in the frame's variables 0 up to this; an engine may use those from here on. */
  readonly parameterCount: number;
}

export type Step = DecisionStep | TriggerStep;

interface StepInPlan {
  readonly index: number;
  /** As answers name it: `class`, or `vocabulary.class` for an imported one. */
  readonly name: string;
  /** The citations of the decision or trigger as a whole: of one without a table, all that there are. */
  readonly cites: readonly CitationAnswer[];
  /** Decisions read by its columns, expressions and exceptions in force, and by the functions they call. */
  readonly reads: readonly DecisionStep[];
  /** Leaf facts that it reads itself, and through functions. `needsOf` adds those of the decisions it reads. */
  readonly facts: readonly PlannedFact[];
}

export interface PlannedFact {
  readonly slot: number;
  /** As the caller writes it: `loan.overdue_days`, `vocabulary.loan.overdue_days`. */
  readonly path: string;
  readonly fact: Fact;
}

export interface DecisionStep extends StepInPlan {
  readonly kind: 'decision';
  readonly decision: Decision;
  /** The one body in force; undefined where there is none on the date. */
  readonly body: PlannedBody | undefined;
  /** In force, in the order of declaration; each row and exception lists those that aim at it. */
  readonly exceptions: readonly PlannedException[];
  /** Those of `exceptions` that aim at the decision. */
  readonly overrides: readonly PlannedException[];
}

export interface TriggerStep extends StepInPlan {
  readonly kind: 'trigger';
  readonly trigger: Trigger;
  /** A trigger need not tile time: outside its own period it is dormant, which is to say that it does not fire. */
  readonly standing: 'in force' | 'dormant' | 'policy not in force';
}

export type PlannedBody = { readonly kind: 'expression'; readonly expression: Typed } | PlannedTable;

export interface PlannedTable {
  readonly kind: 'table';
  readonly table: Table;
  /** The decision or function it belongs to, as answers name it. */
  readonly of: string;
  /** Rows in force, in order. Matching passes over `otherwise` rows: they fire when no other does. */
  readonly rows: readonly PlannedRow[];
}

export interface PlannedRow {
  /** Its place in `rows`. */
  readonly index: number;
  /** `overdue_floor.F5`. */
  readonly name: string;
  /** Its own citations, its table's, and those of the decision or function. */
  readonly cites: readonly CitationAnswer[];
  readonly row: Row;
  readonly table: PlannedTable;
  /** Columns whose cells compare with constants only, so that testing them cannot go wrong; `-` cells are in neither. */
  readonly constantCells: readonly number[];
  /** Columns whose cells compute. They are tested after the constant ones. */
  readonly computedCells: readonly number[];
  /** The row's output where all its entries are constants: the value, or a context of the outputs' names. */
  readonly constant: { readonly value: Value } | undefined;
  readonly exceptions: readonly PlannedException[];
  /** A list of just this row, made once: what fires is mostly one row. */
  readonly alone: readonly PlannedRow[];
}

export interface PlannedException {
  /** Its place in the step's `exceptions`. */
  readonly index: number;
  /** `conduct_floor.renewal`. */
  readonly name: string;
  readonly cites: readonly CitationAnswer[];
  /** What it aims at, as answers name it. */
  readonly target: string;
  readonly exception: Exception;
  /** Those that aim at this one. */
  readonly exceptions: readonly PlannedException[];
}

export interface PlannedFunction {
  readonly index: number;
  readonly name: string;
  readonly function: FunctionModel;
  readonly body: PlannedBody | undefined;
  /** Decisions that its body reads, itself and through functions. */
  readonly reads: readonly DecisionStep[];
  /** The frame's variables that hold its arguments. */
  readonly parameters: readonly number[];
}

export interface PlannedCall {
  readonly index: number;
  readonly decision: Decision;
  /** Holds the called decision and what it reads; names in it carry their policy's. */
  readonly plan: Plan;
  readonly step: DecisionStep;
  /** Facts of its plan that the arguments do not give, and the slot in the caller's frame that does: manual ones, those of other policies. */
  readonly inherited: readonly { readonly from: PlannedFact; readonly to: PlannedFact }[];
}
