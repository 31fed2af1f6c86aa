/** Code points as stretches, both ends included. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** The same stretches in ascending order, joined where they touch. */
export function rangesOf(stretches: Ranges): Ranges {
  const joined: [number, number][] = [];
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
