import type { Outcome } from '../../model/policy.ts';
import type { Json } from '../answer.ts';
import type { PlaceJson } from '../facts/case.ts';

/** What the cases of one run came to, as JSON. A versioned public schema: `summary_version` changes when a field changes meaning. */
export interface Summary {
  readonly summary_version: 1;
  readonly policy: string;
  readonly content_hash: string;
  readonly as_of: string;
  /** Answered and refused together. */
  readonly cases: number;
  readonly answered: number;
  /** Cases whose facts do not fit the policy's inputs. Nothing was decided about them, and nothing below counts them but `problems`. */
  readonly refused: number;
  /** Cases by the worst outcome of what was asked about them. */
  readonly outcomes: OutcomeCounts;
  /** In the order of evaluation. */
  readonly decisions: Readonly<Record<string, DecisionSummary>>;
  readonly triggers: Readonly<Record<string, TriggerSummary>>;
  /** How often each event was emitted. */
  readonly events: Readonly<Record<string, number>>;
  /** What was wrong with the facts of the cases refused, the most frequent first. */
  readonly problems: readonly ProblemSummary[];
  /** Problems of kinds beyond the first KINDS_KEPT. */
  readonly other_problems: number;
}

/** From best to worst; those that did not occur are left out. */
export type OutcomeCounts = Readonly<Partial<Record<Outcome, number>>>;

export interface DecisionSummary {
  readonly outcomes: OutcomeCounts;
  /** Of a decision that is no number: its values, enum members in their order, others by how often they occur. */
  readonly values?: readonly { readonly value: Json; readonly cases: number }[];
  /** Cases with values beyond the first KINDS_KEPT that occurred. */
  readonly other_values?: number;
  /** Of a number, where it was decided. The sum is exact, and rounded once, to 34 digits, if it has more. */
  readonly numbers?: { readonly min: Json; readonly max: Json; readonly sum: Json };
}

export interface TriggerSummary {
  readonly outcomes: OutcomeCounts;
  readonly fired: number;
}

export interface ProblemSummary {
  readonly code: string;
  readonly path: string;
  /** How many cases have it. */
  readonly cases: number;
  /** Where it was met first. */
  readonly first: PlaceJson;
}

/** How many values of a decision, and kinds of problem, are told apart: memory must not grow with the length of a file. */
export const KINDS_KEPT = 100;
