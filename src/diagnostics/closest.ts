/**
 * The candidate that someone who wrote `name` most likely meant: the one with the fewest slips (a character added,
 * left out, changed, or two swapped; case does not count), if they are few for its length. Undefined if none is near.
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = [...name.toLowerCase()];
  let best: { readonly candidate: string; readonly slips: number } | undefined;
  for (const candidate of candidates) {
    const letters = [...candidate.toLowerCase()];
    const tolerated = Math.max(1, Math.floor(Math.max(wanted.length, letters.length) / 3));
    if (Math.abs(wanted.length - letters.length) > tolerated) continue;
    const slips = slipsBetween(wanted, letters);
    if (slips > tolerated || slips >= letters.length) continue;
    if (best === undefined || slips < best.slips) best = { candidate, slips };
  }
  return best?.candidate;
}

/** The optimal string alignment distance (Damerau-Levenshtein in which no part is edited twice). */
function slipsBetween(a: readonly string[], b: readonly string[]): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const shortest = Math.min(changed, at(last, column) + 1, at(current, column - 1) + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(swapped ? Math.min(shortest, at(beforeLast, column - 2) + 1) : shortest);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
