import type { Box } from '../../boxes/cover/box.ts';
import type { Region } from '../../boxes/partition.ts';
import type { FeelDate } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Period, Policy, Row } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Seen } from './seen.ts';
import type { SpaceRow, TableSpace } from '../tables/table-space.ts';

/** Something that the tests of a policy should show. */
export interface Goal {
  readonly kind: GoalKind;
  readonly policy: Policy;
  /** What it is a part of: a decision, a function or parameter, a trigger, or the policy as a whole. */
  readonly of: Reader | Policy;
  readonly span: Span;
  /** What is to be shown, in words that follow the name of what it is a part of. */
  readonly what: { readonly en: string; readonly zh: string };
  /** A test shows it in any of these ways. */
  readonly ways: () => Iterable<Way>;
  /** Whether a run can show it, told quickly: of a large table there are many goals and many ways. Any, if left out. */
  readonly mayBeShown?: (seen: Seen) => boolean;
}

/** Rows that fire; both sides of boundaries; exceptions that act and that do not; triggers that fire and stay silent. */
export const goalKinds = ['row', 'boundary', 'exception', 'trigger'] as const;
export type GoalKind = (typeof goalKinds)[number];

export type Way = LookupWay | ValueWay | DayWay;

/** A table is looked up at a point of a box. */
export interface LookupWay {
  readonly kind: 'lookup';
  readonly table: TableSpace;
  readonly box: Box;
  /** The value that a column must have, beside lying in the box. */
  readonly exact?: { readonly column: number; readonly value: Value } | undefined;
  /** The row that must fire. */
  readonly fires?: Row;
  /** The row whose computed cells must hold in a case that is looked for. */
  readonly row?: SpaceRow | undefined;
  /** A single day, if it is to be shown on that. */
  readonly on?: FeelDate | undefined;
  /** A condition that must hold too in a case that is looked for. */
  readonly when?: Typed;
}

/** A part of an expression comes to a value in one of these regions. */
export interface ValueWay {
  readonly kind: 'value';
  readonly reader: Reader;
  readonly expression: Typed;
  readonly within: readonly Region[];
  readonly during: Period;
  /** In a case that is looked for: the row that must fire for that, or a condition that must hold. */
  readonly behind?: Behind | undefined;
}

/** What makes the target of an exception come about. */
export interface Behind {
  readonly rows: readonly { readonly table: TableSpace; readonly row: SpaceRow }[];
  readonly conditions: readonly Typed[];
}

/** Something is evaluated on a day, whatever the facts; or asked for where its policy or it itself is not in force. */
export interface DayWay {
  readonly kind: 'day';
  readonly reader: Reader;
  readonly day: FeelDate;
  readonly isInForce: boolean;
}
