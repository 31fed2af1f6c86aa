import { constantTest, type ConstantTest } from '../../../boxes/constant-test.ts';
import type { Missing, Value } from '../../../feel/values/value.ts';
import { MISSING } from '../../../feel/values/value.ts';
import { liesIn } from '../../../model/allowed.ts';
import type { Row, Table } from '../../../model/policy.ts';
import type { Reader } from '../../../model/reads.ts';
import type { Span } from '../../../read/tree/span.ts';
import { readIn } from './comparisons.ts';
import type { Space } from './space.ts';
import { twinValue } from './twin.ts';

/** A row with the table that it stands in. */
export interface Placed {
  readonly table: Table;
  readonly row: Row;
}

/** The rows of a reader that edits lie in, or that they remove. */
export function rowsAt(reader: Reader, edits: readonly { readonly span: Span }[]): readonly Placed[] {
  if (reader.kind === 'trigger') return [];
  const isEdited = ({ span }: Row): boolean => edits.some((edit) => edit.span.file === span.file && edit.span.start < span.end && edit.span.end > span.start);
  return reader.bodies.flatMap((table) => (table.kind === 'table' ? table.rows.filter(isEdited).map((row) => ({ table, row })) : []));
}

/** A row as the two readings have it: one of them only, if it was dropped. */
export type ChangedRow = readonly Placed[];

/**
 * A space without the values that a changed row accepts in neither reading: where it matches in neither, all is as it was. Where
 * two rows have changed places, they matter only where both match.
 */
export function narrowedTo(readings: readonly ChangedRow[], space: Space): Space {
  if (readings.length === 0) return space;
  return new Map(
    [...space].map(([key, candidates]) => {
      const all = candidates.all.filter(({ value }) => readings.every((rows) => rows.some((placed) => mayMatch(placed, key, value))));
      return [key, { ...candidates, all }];
    }),
  );
}

function mayMatch({ table: { columns }, row }: Placed, key: string, value: Value | Missing): boolean {
  return columns.every(({ expression }, index) => {
    const cell = row.cells[index];
    if (cell === undefined || row.otherwise || readIn(expression) !== key) return true;
    return accepts(constantTest(cell), value === MISSING ? value : twinValue(value, expression.type));
  });
}

/** Whether a test may hold for a value. */
function accepts(test: ConstantTest, value: Value | Missing): boolean {
  switch (test.kind) {
    case 'any':
    case 'open':
      return true;
    case 'missing':
      return value === MISSING;
    case 'in':
      return value !== MISSING && test.intervals.some((interval) => liesIn(interval, value));
    case 'one of':
      return test.tests.some((each) => accepts(each, value));
    case 'not':
      return value !== MISSING && !holdsSurely(test.test, value);
  }
}

function holdsSurely(test: ConstantTest, value: Value): boolean {
  switch (test.kind) {
    case 'open':
      return false;
    case 'one of':
      return test.tests.some((each) => holdsSurely(each, value));
    default:
      return accepts(test, value);
  }
}
