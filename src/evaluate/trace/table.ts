import { FeelError } from '../../feel/values/error.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Json, TraceTable } from '../answer.ts';
import type { Check } from '../closures/compiler.ts';
import type { Frame, Observation } from '../run/frame.ts';
import { Undecided } from '../run/undecided.ts';
import { valueToJson } from '../value-json.ts';

/** One table as it was met: its columns' values, the rows that fired and, where all is wanted, why each other did not. */
export function traceTable({ explaining, table: planned, fired }: Observation, explain: 'fired' | 'full'): TraceTable {
  const { columns, checks } = explaining.prepared.closures.tableOf(planned);
  const values = columns.map((column) => column(explaining));
  const seen = planned.table.columns.map(({ text, expression }, index) => ({ column: text, value: seenAs(values[index] ?? null, expression.type) }));
  const known = { of: planned.of, columns: seen, fired: fired.map(({ name }) => name) };
  if (explain === 'fired') return known;

  const outranked: string[] = [];
  const failed: NotFired[] = [];
  for (const row of planned.rows) {
    if (fired.includes(row)) continue;
    const column = firstFailing(explaining, checks[row.index] ?? [], values);
    const { text = '', value = null } = column === undefined ? {} : { text: seen[column]?.column ?? '', value: seen[column]?.value ?? null };
    const cell = column === undefined ? undefined : row.row.cells[column];
    if (cell === undefined) outranked.push(row.name);
    else failed.push({ rule: row.name, column: text, cell: sourceText(cell.span), value });
  }
  return { ...known, ...(outranked.length === 0 ? {} : { outranked }), not_fired: failed };
}

type NotFired = NonNullable<TraceTable['not_fired']>[number];

/** The first cell, in the order of the columns, that fails. One that cannot be computed was not reached: another failed. */
function firstFailing(frame: Frame, checks: readonly Check[], values: readonly (Value | Missing)[]): number | undefined {
  const place = checks.findIndex((check, column) => {
    try {
      return !check(values[column] ?? null, frame);
    } catch (thrown) {
      if (thrown instanceof FeelError || thrown instanceof Undecided) return false;
      throw thrown;
    }
  });
  return place < 0 ? undefined : place;
}

/** A missing value is shown as null, which no fact of a policy is. */
function seenAs(value: Value | Missing, type: Parameters<typeof valueToJson>[1]): Json {
  return value === MISSING ? null : valueToJson(value, type);
}

/** A cell as it was written. */
function sourceText({ file, start, end }: Span): string {
  return file.text.slice(start, end).trim();
}
