import { Decimal, decimalOf, toSafeInteger } from '../../feel/values/decimal.ts';
import { feelError } from '../../feel/values/error.ts';
import { kindOf } from '../../feel/values/kind.ts';
import { FeelRange } from '../../feel/values/range.ts';
import { FeelDate, dateOfEpochDay } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import { isList } from '../../feel/functions/shapes.ts';
import type { Work } from './work.ts';
import { charge } from './work.ts';

/** Takes one element; false ends the iteration. */
export type Visit = (value: Value) => boolean;

/**
 * Goes through a list, or a range of whole numbers or dates with both ends (DMN 1.5, clause 10.3.2.14), one charged step
 * for each element. False if a visit ended it. Throws FeelError `not-iterable`.
 */
export function iterate(work: Work, domain: Value, visit: Visit): boolean {
  if (isList(domain)) {
    for (const item of domain) {
      charge(work, 1);
      if (!visit(item)) return false;
    }
    return true;
  }
  if (!(domain instanceof FeelRange)) throw feelError('not-iterable', { found: kindOf(domain) });
  const counter = counterFor(domain.low, domain.high);
  if (counter === undefined) throw feelError('not-iterable', { found: 'range without two whole or dated ends' });
  const first = counter.first + (domain.lowClosed ? 0 : 1);
  const last = counter.last - (domain.highClosed ? 0 : 1);
  return first > last || count(work, first, last, counter.valueOf, visit);
}

/** Goes from one whole number or date to another, up or down, both included: `for i in from..to`. */
export function iterateBetween(work: Work, from: Value, to: Value, visit: Visit): boolean {
  const counter = counterFor(from, to);
  if (counter === undefined) throw feelError('not-iterable', { found: `range from ${kindOf(from)} to ${kindOf(to)}` });
  return count(work, counter.first, counter.last, counter.valueOf, visit);
}

interface Counter {
  readonly first: number;
  readonly last: number;
  readonly valueOf: (count: number) => Value;
}

function counterFor(from: Value, to: Value): Counter | undefined {
  if (from instanceof FeelDate && to instanceof FeelDate) {
    return { first: from.epochDay, last: to.epochDay, valueOf: (day) => dateOfEpochDay(day) ?? null };
  }
  if (!(from instanceof Decimal && to instanceof Decimal)) return undefined;
  const first = toSafeInteger(from);
  const last = toSafeInteger(to);
  return first === undefined || last === undefined ? undefined : { first, last, valueOf: decimalOf };
}

function count(work: Work, first: number, last: number, valueOf: (count: number) => Value, visit: Visit): boolean {
  const step = first <= last ? 1 : -1;
  for (let turn = first; turn !== last + step; turn += step) {
    charge(work, 1);
    if (!visit(valueOf(turn))) return false;
  }
  return true;
}
