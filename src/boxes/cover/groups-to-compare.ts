/** Rows by their marks; of these groups each two (or one with itself) that together have all marks. */
export function groupsToCompare(rows: readonly number[], marks: readonly number[], all: number): readonly (readonly [readonly number[], readonly number[]])[] {
  const groups = new Map<number, number[]>();
  rows.forEach((row, index) => {
    const mark = marks[index] ?? 0;
    const group = groups.get(mark);
    if (group === undefined) groups.set(mark, [row]);
    else group.push(row);
  });
  const list = [...groups];
  return list.flatMap(([mark, group], index) => list.slice(index).flatMap(([other, others]): [number[], number[]][] => ((mark | other) === all ? [[group, others]] : [])));
}
