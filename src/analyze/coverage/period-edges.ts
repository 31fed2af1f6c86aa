import type { FeelDate } from '../../feel/values/temporal.ts';
import { dateOfEpochDay } from '../../feel/values/temporal.ts';
import type { Period } from '../../model/policy.ts';

/** A day at one end of a period: the first or last one in it, or the one beside that. */
export interface Edge {
  readonly day: FeelDate;
  readonly isInside: boolean;
  readonly what: { readonly en: string; readonly zh: string };
}

/**
 * The days at the ends of a period that are not those of the period around it. Where one of `others` goes on on the day
 * beside, that day is left out: it is an end of the other.
 */
export function edgesOf({ from, to }: Period, outer: Period, others: readonly Period[] = []): readonly Edge[] {
  const edges: Edge[] = [];
  if (from !== undefined && from.epochDay !== outer.from?.epochDay) {
    const before = dateOfEpochDay(from.epochDay - 1);
    const goesOn = others.some((other) => other.to?.epochDay === from.epochDay - 1);
    edges.push({ day: from, isInside: true, what: { en: 'its first day', zh: '生效首日' } });
    if (!goesOn && before !== undefined) edges.push({ day: before, isInside: false, what: { en: 'the day before its first', zh: '生效前一日' } });
  }
  if (to !== undefined && to.epochDay !== outer.to?.epochDay) {
    const after = dateOfEpochDay(to.epochDay + 1);
    const goesOn = others.some((other) => other.from?.epochDay === to.epochDay + 1);
    edges.push({ day: to, isInside: true, what: { en: 'its last day', zh: '有效末日' } });
    if (!goesOn && after !== undefined) edges.push({ day: after, isInside: false, what: { en: 'the day after its last', zh: '失效次日' } });
  }
  return edges;
}
