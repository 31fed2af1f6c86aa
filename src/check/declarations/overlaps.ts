import type { Period } from '../../model/policy.ts';
import { commonPeriod } from './periods.ts';

/** Something that is in force while something before it still is. */
export interface Overlap<T> {
  readonly earlier: T;
  readonly later: T;
  readonly common: Period;
}

/** The things whose period begins before that of an earlier one has ended, each with one such. `later` is the one written later. */
export function overlaps<T extends { readonly inForce: Period }>(things: readonly T[]): readonly Overlap<T>[] {
  if (things.length < 2) return [];
  const places = new Map(things.map((thing, place) => [thing, place]));
  const inOrder = [...things].sort((a, b) => start(a) - start(b));
  const found: Overlap<T>[] = [];
  let longest: T | undefined;
  for (const thing of inOrder) {
    const common = longest && commonPeriod(longest.inForce, thing.inForce);
    if (longest !== undefined && common !== undefined) {
      const [earlier, later] = (places.get(longest) ?? 0) < (places.get(thing) ?? 0) ? [longest, thing] : [thing, longest];
      found.push({ earlier, later, common });
    }
    if (longest === undefined || end(thing) > end(longest)) longest = thing;
  }
  return found;
}

function start({ inForce }: { readonly inForce: Period }): number {
  return inForce.from?.epochDay ?? -Infinity;
}

function end({ inForce }: { readonly inForce: Period }): number {
  return inForce.to?.epochDay ?? Infinity;
}
