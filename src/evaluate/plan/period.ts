import type { FeelDate } from '../../feel/values/temporal.ts';
import { dateOfEpochDay } from '../../feel/values/temporal.ts';
import type { Decision, FunctionModel, Period, Policy, Trigger } from '../../model/policy.ts';
import { importsOf } from '../facts/shape.ts';

/** Whether a date lies in a period; both ends belong to it. */
export function includesDate({ from, to }: Period, date: FeelDate): boolean {
  return (from === undefined || from.epochDay <= date.epochDay) && (to === undefined || date.epochDay <= to.epochDay);
}

/**
 * The first days of the stretches of time of a policy and its imports, ascending: on each of them something comes
 * into force, or went out of force the day before. Between two of them one plan holds.
 */
export function boundariesOf(policy: Policy): readonly number[] {
  const days = new Set<number>();
  for (const period of periodsOf([policy, ...importsOf(policy)])) {
    if (period.from !== undefined) days.add(period.from.epochDay);
    if (period.to !== undefined) days.add(period.to.epochDay + 1);
  }
  return [...days].sort((a, b) => a - b);
}

/** Which stretch a date lies in: 0 before the first boundary, then one further for each boundary at or before it. */
export function stretchIndex(boundaries: readonly number[], date: FeelDate): number {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boundaries[middle] ?? Infinity) <= date.epochDay) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch as a period. */
export function stretchAt(boundaries: readonly number[], index: number): Period {
  const first = boundaries[index - 1];
  const next = boundaries[index];
  return { from: first === undefined ? undefined : dateOfEpochDay(first), to: next === undefined ? undefined : dateOfEpochDay(next - 1) };
}

function* periodsOf(policies: Iterable<Policy>): Generator<Period> {
  for (const policy of policies) {
    yield policy.inForce;
    for (const dated of [...policy.decisions.values(), ...policy.functions.values(), ...policy.triggers.values()]) yield* periodsWithin(dated);
  }
}

function* periodsWithin(dated: Decision | FunctionModel | Trigger): Generator<Period> {
  yield dated.inForce;
  if (dated.kind === 'trigger') return;
  for (const body of dated.bodies) {
    yield body.inForce;
    if (body.kind === 'table') yield* body.rows.map(({ inForce }) => inForce);
  }
  if (dated.kind === 'decision') yield* dated.exceptions.map(({ inForce }) => inForce);
}
