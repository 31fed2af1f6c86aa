import { idPart } from '../ids.ts';

/** What the id of a column ends with that says when its rows are in force. */
export const DATE_COLUMN = '_in_force';

/** What the rules of a table are called, by their rows: one that stands there for another period is numbered. */
export function ruleNames(rows: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return rows.map((row) => {
    const before = times.get(row) ?? 0;
    times.set(row, before + 1);
    return before === 0 ? idPart(row) : `${idPart(row)}_${before + 1}`;
  });
}
