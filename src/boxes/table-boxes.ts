import { compare } from '../feel/values/compare.ts';
import { FeelDate } from '../feel/values/temporal.ts';
import type { Missing, Value } from '../feel/values/value.ts';
import type { CellTest } from '../model/expression.ts';
import type { Column, Period, Row, Table } from '../model/policy.ts';
import type { Type } from '../model/type.ts';
import type { AtomSet } from './atom-set.ts';
import type { CellAtoms } from './cell-atoms.ts';
import { cellAtoms } from './cell-atoms.ts';
import type { ConstantTest } from './constant-test.ts';
import { constantTest } from './constant-test.ts';
import type { Partition } from './partition.ts';
import { partitionOf } from './partition.ts';
import { witnessOf } from './witness.ts';

/**
 * A table as boxes: a row is a set of atoms in each dimension. The dimensions are the table's columns, in order, then
 * time. Row `n`'s box is `columns[0].cells[n]`, `columns[1].cells[n]`, …, `time.cells[n]`.
 */
export interface TableBoxes {
  /** The rows that are boxes: all but `otherwise` rows, in force or not, in order. */
  readonly rows: readonly Row[];
  readonly columns: readonly Dimension[];
  readonly time: Dimension;
  /** Rows that catch what no box holds. */
  readonly otherwise: readonly Row[];
  /** For each of these rows, the atoms of time in which it is in force. */
  readonly otherwiseTimes: readonly AtomSet[];
}

export interface Dimension {
  readonly partition: Partition;
  /** What each row accepts. */
  readonly cells: readonly CellAtoms[];
}

/**
 * The boxes of a table, over all of its time. `period` is that of the decision and its policy: dates outside it and
 * outside the table's own are atoms that are not allowed.
 */
export function tableBoxes(table: Table, period: Period): TableBoxes {
  const rows = table.rows.filter((row) => !row.otherwise);
  const otherwise = table.rows.filter((row) => row.otherwise);
  const { partition, cells } = dimension(datesWithin([period, table.inForce]), false, [...rows, ...otherwise].map((row) => periodTest(row.inForce)));
  return {
    rows,
    columns: table.columns.map((column, index) => columnDimension(column, rows.map((row) => row.cells[index] ?? { kind: 'any', span: row.span }))),
    time: { partition, cells: cells.slice(0, rows.length) },
    otherwise,
    otherwiseTimes: cells.slice(rows.length).map(({ atoms }) => atoms),
  };
}

/** A column divided by the tests of its cells. */
export function columnDimension(column: Column, cells: readonly CellTest[]): Dimension {
  return dimension(column.expression.type, column.mayBeMissing, cells.map(constantTest));
}

function dimension(type: Type, mayBeMissing: boolean, tests: readonly ConstantTest[]): Dimension {
  const partition = partitionOf(type, mayBeMissing, tests);
  return { partition, cells: tests.map((test) => cellAtoms(test, partition)) };
}

function periodTest({ from, to }: Period): ConstantTest {
  return { kind: 'in', intervals: [{ low: from, high: to, lowClosed: from !== undefined, highClosed: to !== undefined }] };
}

/** The type of the dates that lie in all of these periods. */
function datesWithin(periods: readonly Period[]): Type {
  const low = periods.map(({ from }) => from).filter((date) => date !== undefined).sort(compare).at(-1);
  const high = periods.map(({ to }) => to).filter((date) => date !== undefined).sort(compare).at(0);
  const never = low !== undefined && high !== undefined && compare(low, high) > 0;
  return { kind: 'date', allowed: { text: '', alternatives: never ? [] : [{ low, high, lowClosed: low !== undefined, highClosed: high !== undefined }] } };
}

/** A point of a table's space: an atom of each column, and one of time. */
export interface Point {
  readonly columns: readonly number[];
  readonly time: number;
}

/** A concrete case at a point: a value for each column (undefined where it cannot be divided), and a date. */
export interface Witness {
  readonly values: readonly (Value | Missing | undefined)[];
  readonly asOf: FeelDate;
}

export function witnessAt(boxes: TableBoxes, point: Point): Witness {
  const asOf = valueOfAtom(boxes.time.partition, point.time);
  if (!(asOf instanceof FeelDate)) throw new RangeError(`time has no atom ${point.time}`);
  return { values: boxes.columns.map(({ partition }, column) => valueOfAtom(partition, point.columns[column] ?? -1)), asOf };
}

function valueOfAtom(partition: Partition, number: number): Value | Missing | undefined {
  const atom = partition.atoms[number];
  if (atom === undefined) throw new RangeError(`a column has no atom ${number}`);
  return witnessOf(atom);
}
