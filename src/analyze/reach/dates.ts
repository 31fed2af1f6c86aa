import { importsOf } from '../../evaluate/facts/shape.ts';
import { boundariesOf, includesDate, stretchAt } from '../../evaluate/plan/period.ts';
import type { FeelDate } from '../../feel/values/temporal.ts';
import { dateOf } from '../../feel/values/temporal.ts';
import type { Period } from '../../model/policy.ts';
import { domainOf, stretchOf } from './domain.ts';
import type { Question } from './question.ts';
import type { Store } from './store.ts';
import { EMPTY, restricted } from './store.ts';
import { AS_OF } from './term.ts';

/** The stretches of time in which nothing changes, the latest first: a case of today says more than one of long ago. */
export function stretchesOf({ policy, subject, during }: Question): readonly Period[] {
  const boundaries = boundariesOf(policy);
  const owner = [policy, ...importsOf(policy)].find(({ name }) => name === subject.policy) ?? policy;
  return Array.from({ length: boundaries.length + 1 }, (_, index) => stretchAt(boundaries, boundaries.length - index)).flatMap((stretch) => {
    const common = [during, policy.inForce, owner.inForce, subject.inForce].reduce<Period | undefined>((left, period) => left && commonOf(left, period), stretch);
    return common === undefined ? [] : [common];
  });
}

function commonOf(a: Period, b: Period): Period | undefined {
  const from = a.from === undefined || (b.from !== undefined && b.from.epochDay > a.from.epochDay) ? b.from : a.from;
  const to = a.to === undefined || (b.to !== undefined && b.to.epochDay < a.to.epochDay) ? b.to : a.to;
  return from !== undefined && to !== undefined && from.epochDay > to.epochDay ? undefined : { from, to };
}

const LATELY = dateOf(2025, 6, 30);

/** A day of a stretch of time that people would take. */
export function usualDate(stretch: Period): FeelDate {
  const date = LATELY !== undefined && includesDate(stretch, LATELY) ? LATELY : (stretch.from ?? stretch.to ?? LATELY);
  if (date === undefined) throw new RangeError('a stretch of time has no day');
  return date;
}

/** The store in which nothing is settled but the time. */
export function during({ from, to }: Period): Store | undefined {
  const whole = domainOf(AS_OF.type, false);
  if (whole.kind !== 'stretches') return EMPTY;
  const interval = { low: from, high: to, lowClosed: from !== undefined, highClosed: to !== undefined };
  return restricted(EMPTY, AS_OF, { ...whole, stretches: stretchOf(whole.line, AS_OF.type, interval) });
}

