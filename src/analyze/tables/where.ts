import type { AtomSet } from '../../boxes/atom-set.ts';
import { intersection, includes } from '../../boxes/atom-set.ts';
import type { Box } from '../../boxes/cover/box.ts';
import { constantTest, intervalsOf } from '../../boxes/constant-test.ts';
import type { Dimension } from '../../boxes/table-boxes.ts';
import type { Where } from '../../diagnostics/where.ts';
import { FeelDate, formatTemporal } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Column, Period } from '../../model/policy.ts';
import { acceptedText } from './accepted-text.ts';
import { literalOf } from './literal-of.ts';
import { spanText } from './span-text.ts';
import type { TableSpace } from './table-space.ts';

/** A part of a table's space in the policy's own words. Columns of which it has everything are left out. */
export function whereOf(table: TableSpace, box: Box): Where {
  const { boxes, space } = table;
  const conditions = boxes.columns.flatMap(({ partition }, column) => {
    const accepted = box[column] ?? [];
    const all = space[column] ?? [];
    const about = table.table.columns[column];
    if (about === undefined || includes(accepted, all)) return [];
    return [acceptedText(columnText(about), partition, accepted, all, endsNamedIn(table, column))];
  });
  const time = box.at(-1) ?? [];
  const always = includes(time, space.at(-1) ?? []);
  return { conditions, periods: always ? [] : periodsIn(boxes.time, time).map(({ from, to }) => ({ from: from && formatTemporal(from), to: to && formatTemporal(to) })) };
}

/** The stretches of dates in a set of atoms of a table's time. */
export function periodsIn({ partition }: Dimension, time: AtomSet): readonly Period[] {
  return intersection(time, [{ first: 0, last: partition.atoms.length - 1 }]).map(({ first, last }) => {
    const [start, end] = [partition.atoms[first], partition.atoms[last]];
    return { from: start?.kind === 'interval' ? dateOf(start.interval.low) : undefined, to: end?.kind === 'interval' ? dateOf(end.interval.high) : undefined };
  });
}

function dateOf(value: Value | undefined): FeelDate | undefined {
  return value instanceof FeelDate ? value : undefined;
}

/** A column as it stands in a condition: in brackets, unless it is a name or a call. */
function columnText({ expression, span }: Column): string {
  const text = spanText(span);
  const stands = ['fact', 'decision', 'variable', 'path', 'call', 'decision call', 'builtin', 'as of'].includes(expression.kind);
  return stands ? text : `(${text})`;
}

const namedIn = new WeakMap<Column, ReadonlySet<string>>();

/** The ends that a column's cells name, as literals: where `> 360` is written, no reader should meet `>= 361`. */
function endsNamedIn({ table }: TableSpace, column: number): ReadonlySet<string> {
  const heading = table.columns[column];
  if (heading === undefined) return new Set();
  const known = namedIn.get(heading);
  if (known !== undefined) return known;
  const cells = table.rows.flatMap((row) => row.cells.slice(column, column + 1));
  const ends = cells.flatMap((cell) => intervalsOf(constantTest(cell)).flatMap(({ low, high }) => [low, high])).filter((end) => end !== undefined);
  const named = new Set(ends.map((end) => literalOf(end, heading.expression.type)));
  namedIn.set(heading, named);
  return named;
}
