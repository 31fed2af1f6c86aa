/** A set of code points as stretches, both ends included: ascending, apart from each other. */
export type Ranges = readonly (readonly [from: number, to: number])[];

const LAST = 0x10ffff;

export const everything: Ranges = [[0, LAST]];

/** Any stretches, put in order and joined where they touch. */
export function rangesOf(stretches: Ranges): Ranges {
  const joined: [number, number][] = [];
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

export function complementOfRanges(ranges: Ranges): Ranges {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [from, to] of ranges) {
    if (from > next) gaps.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST) gaps.push([next, LAST]);
  return gaps;
}

export function intersectionOfRanges(a: Ranges, b: Ranges): Ranges {
  return complementOfRanges(rangesOf([...complementOfRanges(a), ...complementOfRanges(b)]));
}
