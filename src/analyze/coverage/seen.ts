import type { FeelDate } from '../../feel/values/temporal.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import type { Row, Table } from '../../model/policy.ts';
import type { Reader } from '../../model/reads.ts';

/** What a run showed: only of what determined the decisions and triggers that it was run for. */
export interface Seen {
  readonly asOf: FeelDate;
  /** Decisions, triggers and functions. */
  readonly readers: ReadonlySet<Reader>;
  /** Rows that fired in something that was decided. */
  readonly rows: ReadonlySet<Row>;
  /** What the columns of tables came to, each time that one was looked up. */
  readonly lookups: ReadonlyMap<Table, readonly Lookup[]>;
  /** What watched parts of expressions came to. */
  readonly values: ReadonlyMap<Typed, readonly (Value | Missing)[]>;
}

/** One value for each column of a table. */
export type Lookup = readonly (Value | Missing)[];
