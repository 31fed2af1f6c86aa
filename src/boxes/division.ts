import type { AtomSet } from './atom-set.ts';

/** A column of an index: where its atoms start on its scale, and what each row of the table accepts. */
export interface IndexColumn {
  /** Its place among the columns of the index. */
  readonly column: number;
  readonly starts: Float64Array;
  /** By row of the table. */
  readonly cells: readonly AtomSet[];
}

/**
 * A column as some of the table's rows see it: atoms that none of them tells apart are one *part*. Part `n` goes from
 * the place `starts[n]` up to the next.
 */
export interface Division {
  readonly column: number;
  readonly starts: Float64Array;
  /** By place in the list of rows: the parts that each accepts. */
  readonly cells: readonly AtomSet[];
}

/** Divides a column by these rows; undefined where all of them accept everything. */
export function divide({ column, starts, cells }: IndexColumn, rows: Int32Array): Division | undefined {
  const accepted = Array.from(rows, (row) => cells[row] ?? []);
  const bounds = new Set(accepted.flatMap((cell) => cell.flatMap(({ first, last }) => [first, last + 1])));
  const firstAtoms = [0, ...[...bounds].filter((atom) => atom > 0 && atom < starts.length).sort((a, b) => a - b)];
  const partOf = new Map(firstAtoms.map((atom, part) => [atom, part]));
  const lastPart = firstAtoms.length - 1;
  const endPart = (after: number) => (partOf.get(after) ?? lastPart + 1) - 1;
  const parts = accepted.map((cell) => cell.map(({ first, last }) => ({ first: partOf.get(first) ?? 0, last: endPart(last + 1) })));
  if (lastPart === 0 && parts.every((cell) => cell.length > 0)) return undefined;
  return { column, starts: Float64Array.from(firstAtoms, (atom) => (atom === 0 ? -Infinity : (starts[atom] ?? Infinity))), cells: parts };
}
