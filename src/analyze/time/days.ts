import type { AtomSet, Run } from '../../boxes/atom-set.ts';
import { difference, union } from '../../boxes/atom-set.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { FeelDate, formatTemporal } from '../../feel/values/temporal.ts';
import { gathers } from '../../model/hit-policy.ts';
import type { Decision, FunctionModel, ModelBody, Period } from '../../model/policy.ts';

/** Days as runs of their numbers since 1970-01-01; the first and the last run may reach on for ever. */
export type Days = AtomSet;

/** Days that stand for "for ever", beyond any date. Infinite numbers would not: there is nothing after them. */
const EVER_BEFORE = -1e12;
const EVER_AFTER = 1e12;

export function daysOf({ from, to }: Period): Days {
  return [{ first: from?.epochDay ?? EVER_BEFORE, last: to?.epochDay ?? EVER_AFTER }];
}

/** A run of days as a period; an end that reaches on for ever is left open. */
export function periodOf({ first, last }: Run): Period {
  return { from: first === EVER_BEFORE ? undefined : new FeelDate(first), to: last === EVER_AFTER ? undefined : new FeelDate(last) };
}

/** The days on which something of a decision or function can give an outcome: its bodies, and of tables the rows. */
export function daysInForce({ bodies }: Decision | FunctionModel): Days {
  return union(bodies.map(daysOfBody));
}

export function daysOfBody(body: ModelBody): Days {
  if (body.kind === 'expression' || gathers(body)) return daysOf(body.inForce);
  return union(body.rows.map(({ inForce }) => daysOf(inForce)));
}

/**
 * The runs of days of `claimed` that are not in `covered`. What never says since when it holds claims nothing about the
 * time before its first day, so a run without a beginning is left out; one without an end is a day that will come.
 */
export function holes(claimed: Days, covered: Days): readonly Run[] {
  return difference(claimed, covered).filter(({ first }) => first !== EVER_BEFORE);
}

/** Whether a run of days goes on for ever. */
export function isEndless({ last }: Run): boolean {
  return last === EVER_AFTER;
}

/** `on 2018-02-28`, `from 2018-02-28 to 2018-03-01`, `from 2026-01-01 on`. */
export function daysPhrase({ first, last }: Run): Phrase {
  const from = formatTemporal(new FeelDate(first));
  if (isEndless({ first, last })) return { en: `from ${from} on`, zh: `自 ${from} 起` };
  if (first === last) return { en: `on ${from}`, zh: `${from} 当日` };
  const to = formatTemporal(new FeelDate(last));
  return { en: `from ${from} to ${to}`, zh: `${from} 至 ${to}` };
}
