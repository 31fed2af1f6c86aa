import type { Value } from '../feel/values/value.ts';
import type { Interval } from '../model/type.ts';
import type { Line } from './line.ts';

/**
 * A place between two neighbouring values of a line: just before `value`, or just after it. On a stepped line every cut
 * is written as one before a value of the line, so that equal cuts look equal.
 */
export interface Cut {
  readonly value: Value;
  readonly after: boolean;
}

export function cutBefore(line: Line, value: Value): Cut {
  return { value: line.steps === undefined ? value : line.steps.atOrAbove(value), after: false };
}

export function cutAfter(line: Line, value: Value): Cut {
  return line.steps === undefined ? { value, after: true } : { value: line.steps.above(value), after: false };
}

export function compareCuts(line: Line, a: Cut, b: Cut): number {
  return line.compare(a.value, b.value) || Number(a.after) - Number(b.after);
}

/** The cuts at an interval's two ends; undefined where it is open for ever. */
export function endsOf(line: Line, interval: Interval): { readonly low: Cut | undefined; readonly high: Cut | undefined } {
  const { low, high, lowClosed, highClosed } = interval;
  return {
    low: low === undefined ? undefined : lowClosed ? cutBefore(line, low) : cutAfter(line, low),
    high: high === undefined ? undefined : highClosed ? cutAfter(line, high) : cutBefore(line, high),
  };
}

/** The cuts that an interval needs: at its ends, unless it holds no value of the line (as `= 1.5` on whole numbers). */
export function cutsOf(line: Line, interval: Interval): readonly Cut[] {
  const { low, high } = endsOf(line, interval);
  if (low !== undefined && high !== undefined && compareCuts(line, low, high) >= 0) return [];
  return [low, high].filter((cut) => cut !== undefined);
}

/** The values between two cuts, with closed ends where the line has a value to name. */
export function intervalBetween(line: Line, low: Cut | undefined, high: Cut | undefined): Interval {
  const below = line.steps?.below;
  return {
    low: low?.value ?? line.least,
    lowClosed: low !== undefined ? !low.after : line.least !== undefined,
    high: high !== undefined && below !== undefined ? below(high.value) : high?.value,
    highClosed: high !== undefined && (high.after || below !== undefined),
  };
}

/** Cuts in order, each once, and none below the line's least value (it would cut nothing off). */
export function sortedCuts(line: Line, cuts: readonly Cut[]): readonly Cut[] {
  const { least } = line;
  const bottom = least === undefined ? undefined : cutBefore(line, least);
  return cuts
    .filter((cut) => bottom === undefined || compareCuts(line, cut, bottom) > 0)
    .sort((a, b) => compareCuts(line, a, b))
    .filter((cut, index, sorted) => {
      const previous = sorted[index - 1];
      return previous === undefined || compareCuts(line, previous, cut) !== 0;
    });
}

/** How many of the sorted cuts lie at or below the given one: the number of the stretch that begins there. */
export function cutsUpTo(line: Line, cuts: readonly Cut[], cut: Cut): number {
  return countWhile(cuts, (one) => compareCuts(line, one, cut) <= 0);
}

/** How many of the sorted cuts lie below a value: the number of the stretch that holds it. */
export function cutsBelow(line: Line, cuts: readonly Cut[], value: Value): number {
  return countWhile(cuts, (one) => {
    const order = line.compare(one.value, value);
    return order < 0 || (order === 0 && !one.after);
  });
}

/** The length of the longest beginning for which the condition holds, if it fails for all that follows. */
function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
