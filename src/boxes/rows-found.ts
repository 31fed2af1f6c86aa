/** Rows that were looked for: NO_ROW, the only one, or several in ascending order. Nearly always it is one. */
export type RowsFound = number | readonly number[];

export const NO_ROW = -1;

/** The rows of both, which have none in common. */
export function merged(a: RowsFound, b: RowsFound): RowsFound {
  if (a === NO_ROW) return b;
  return b === NO_ROW ? a : [a, b].flat().sort((one, other) => one - other);
}

/** Rows in ascending order as they are told. */
export function rowsFound(rows: readonly number[]): RowsFound {
  const [first = NO_ROW] = rows;
  return rows.length > 1 ? rows : first;
}
