import type { Basis, Outcome } from '../model/policy.ts';

/**
 * What an evaluation answers, as JSON. It is a versioned public schema: `trace_version` and `receipt_version` change
 * when a field changes meaning. Numbers: days, months and counts are JSON numbers, every other number a plain decimal
 * string.
 */
export interface Answer {
  /** The worst outcome among the decisions and triggers evaluated. */
  readonly outcome: Outcome;
  readonly decisions: Readonly<Record<string, DecisionAnswer>>;
  readonly triggers: Readonly<Record<string, TriggerAnswer>>;
  readonly events: readonly EventAnswer[];
  readonly receipt: Receipt;
  /** Null unless asked for. */
  readonly trace: Trace | null;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Why something was not decided. */
export interface Reason {
  /** A diagnostic code: `no-row-matches`, `rows-disagree`, `fact-missing`, `division-by-zero`, `depends-on`. */
  readonly code: string;
  readonly message: string;
  /** Paths of the facts that were absent, for `missing_facts`. */
  readonly missing?: readonly string[];
  /** The decision that was read and was not decided. */
  readonly decision?: string;
  /** Rows or exceptions that disagree, for `conflict`. */
  readonly rules?: readonly string[];
  readonly at?: Place;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface CitationAnswer {
  /** `Measures2023 art 10`. */
  readonly citation: string;
  /** The source's title. */
  readonly source: string;
  /** What carries it: `overdue_floor.F5`. */
  readonly of: string;
  readonly basis?: Basis;
}

export interface DecisionAnswer {
  readonly outcome: Outcome;
  /** Present only when decided. */
  readonly value?: Json;
  /** Rows (parameter rows that were looked up too) and exceptions that fired in this decision, `decision.row`. */
  readonly rules: readonly string[];
  /** Those upstream that determined it. */
  readonly because: readonly string[];
  /** Of its rules and of those in `because`. */
  readonly cites: readonly CitationAnswer[];
  /** Absent when decided. */
  readonly reasons?: readonly Reason[];
}

export interface TriggerAnswer {
  readonly outcome: Outcome;
  /** Whether it fired; present only when decided. */
  readonly fired?: boolean;
  readonly because: readonly string[];
  readonly cites: readonly CitationAnswer[];
  readonly reasons?: readonly Reason[];
}

export interface EventAnswer {
  readonly event: string;
  readonly trigger: string;
  readonly data: Json;
}

export interface Receipt {
  readonly receipt_version: 1;
  readonly policy: string;
  readonly content_hash: string;
  /** Every policy imported, directly or not, sorted by name. */
  readonly imports: readonly { readonly policy: string; readonly content_hash: string }[];
  /** Null outside a repository. */
  readonly git: { readonly commit: string; readonly dirty: boolean } | null;
  readonly engine: string;
  readonly as_of: string;
  readonly subject: string | null;
  /** The decisions and triggers asked for, sorted; null for all. */
  readonly asked: readonly string[] | null;
  /** SHA-256, hex, of the facts as canonical JSON (RFC 8785, numbers as strings). */
  readonly facts_hash: string;
  /** The same of {outcome, decisions, triggers, events}. */
  readonly result_hash: string;
}

export interface Trace {
  readonly trace_version: 1;
  /** In evaluation order, upstream decisions that were not asked for too. */
  readonly steps: readonly TraceStep[];
}

export interface TraceStep {
  /** The decision's name, or the trigger's. */
  readonly decision: string;
  readonly outcome: Outcome;
  readonly value?: Json;
  /** The facts it reads, with the values seen; null where absent. */
  readonly facts: Readonly<Record<string, Json>>;
  readonly tables: readonly TraceTable[];
  readonly exceptions: readonly { readonly exception: string; readonly target: string; readonly state: 'replaced' | 'when is false' | 'target did not fire' }[];
}

export interface TraceTable {
  /** The decision or parameter it belongs to. */
  readonly of: string;
  readonly columns: readonly { readonly column: string; readonly value: Json }[];
  readonly fired: readonly string[];
  /** `explain: full`: rows that match too, but that an earlier row, a higher priority or the rows that `otherwise` gives way to kept from firing. */
  readonly outranked?: readonly string[];
  /** `explain: full`: every other row in force, the first cell that failed and the value seen there. */
  readonly not_fired?: readonly { readonly rule: string; readonly column: string; readonly cell: string; readonly value: Json }[];
}
