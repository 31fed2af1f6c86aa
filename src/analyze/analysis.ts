import type { Report } from '../diagnostics/diagnostic.ts';
import type { FeelDate } from '../feel/values/temporal.ts';
import type { Value } from '../feel/values/value.ts';
import type { Fact, Policy } from '../model/policy.ts';
import type { Reached, Question } from './reach/question.ts';

/** A concrete case: facts that a caller could send, and a date. Facts that are not in it are absent. */
export interface Case {
  readonly facts: ReadonlyMap<Fact, Value>;
  readonly asOf: FeelDate;
}

/** What an analysis works with. */
export interface Tools {
  readonly report: Report;
  /** Whether some case meets a question's demands; if so, one that does. */
  readonly reach: (question: Question) => Reached;
  /** How many steps each search may take before it says what it did not cover. Steps, not seconds: findings never depend on the machine. */
  readonly budget: number;
  /** Every policy that was read, so also those that import the one looked at. */
  readonly set: readonly Policy[];
  /** Those of the set that others may use that are not in it: nobody asked for them, or something in the set could not be read. */
  readonly othersMayUse: ReadonlySet<Policy>;
}

/** Looks for one kind of mistake in a policy that has been checked, without any facts. */
export type Analysis = (policy: Policy, tools: Tools) => void;
