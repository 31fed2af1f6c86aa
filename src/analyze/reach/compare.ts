import { equal, holds as comparisonHolds } from '../../feel/values/compare.ts';
import { compareDecimals } from '../../feel/values/decimal.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Comparison, Value } from '../../feel/values/value.ts';
import type { Interval, Type } from '../../model/type.ts';
import { constantOf } from '../../boxes/constant.ts';
import { enclosure } from './arithmetic.ts';
import { expanded } from './choices.ts';
import type { Domain } from './domain.ts';
import { domainOfInterval, single } from './domain.ts';
import { related } from './relations.ts';
import { require } from './require.ts';
import { resolve } from './resolve.ts';
import type { Search } from './search.ts';
import type { Store } from './store.ts';
import type { Term } from './term.ts';

const opposite: Readonly<Record<Comparison, Comparison>> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };
const mirrored: Readonly<Record<Comparison, Comparison>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** The ways in which a comparison of two values comes out as said. */
export function* compared(left: Term, operator: Comparison, right: Term, truth: boolean, store: Store, search: Search): Generator<Store> {
  search.step();
  const wanted = truth ? operator : opposite[operator];
  const constants = [left, right].map((side) => knownValue(side, store));
  const [leftValue, rightValue] = constants;
  if (leftValue !== undefined && rightValue !== undefined) {
    if (comparesSo(wanted, leftValue, rightValue)) yield store;
  } else if (rightValue !== undefined) yield* require(left, domainCompared(left.node.type, wanted, rightValue), store, search);
  else if (leftValue !== undefined) yield* require(right, domainCompared(right.node.type, mirrored[wanted], leftValue), store, search);
  else yield* both(left, wanted, right, store, search);
}

/** A value that is known already. */
export function knownValue(term: Term, store: Store): Value | undefined {
  const bound = resolve(term, store);
  if (bound.kind !== 'term') return undefined;
  const constant = constantOf(bound.term.node);
  if (constant !== undefined || bound.term.node.type.kind !== 'number') return constant;
  // Arithmetic with what has been chosen by now, as a limit that comes from a parameter.
  const { low, high } = enclosure(bound.term, store);
  return low !== undefined && high !== undefined && compareDecimals(low, high) === 0 ? low : undefined;
}

/** What compares so with a constant. */
export function domainCompared(type: Type, operator: Comparison, value: Value): Domain {
  if (operator === '=' || operator === '!=') return domainOfInterval(type, single(value), operator === '=');
  const closed = operator.endsWith('=');
  const interval: Interval = operator.startsWith('<') ? { low: undefined, high: value, lowClosed: false, highClosed: closed } : { low: value, high: undefined, lowClosed: closed, highClosed: false };
  return domainOfInterval(type, interval, true);
}

function comparesSo(operator: Comparison, left: Value, right: Value): boolean {
  try {
    return comparisonHolds(operator, left, right);
  } catch (error) {
    if (error instanceof FeelError) return false;
    throw error;
  }
}

/** Two values of which neither is known: members and truths are tried one by one, numbers and dates become a relation. */
function* both(left: Term, operator: Comparison, right: Term, store: Store, search: Search): Generator<Store> {
  const { type } = left.node;
  if (type.kind === 'enum' || type.kind === 'boolean') {
    const values: readonly Value[] = type.kind === 'enum' ? type.vocabulary.members : [true, false];
    for (const value of values) {
      const domain: Domain = { kind: 'values', values: [value], missing: false };
      const other: Domain = { kind: 'values', values: values.filter((one) => (operator === '=' ? equal(value, one) : operator === '!=' ? !equal(value, one) : comparesSo(operator, value, one))), missing: false };
      for (const chosen of require(left, domain, store, search)) yield* require(right, other, chosen, search);
    }
    return;
  }
  for (const one of expanded(left, store, search)) {
    for (const other of expanded(right, one, search)) {
      const known = [left, right].some((side) => knownValue(side, other) !== undefined);
      if (known) yield* compared(left, operator, right, true, other, search);
      else yield* ordered(left, operator, right, other, search);
    }
  }
}

function* ordered(left: Term, operator: Comparison, right: Term, store: Store, search: Search): Generator<Store> {
  const order = (lower: Term, upper: Term, strict: boolean, into: Store | undefined): Store | undefined => into && related(into, { kind: 'order', left: lower, right: upper, strict });
  search.blurred(left.node.span);
  const ways: readonly (Store | undefined)[] =
    operator === '=' ? [order(right, left, false, order(left, right, false, store))]
    : operator === '!=' ? [order(left, right, true, store), order(right, left, true, store)]
    : operator.startsWith('<') ? [order(left, right, operator === '<', store)]
    : [order(right, left, operator === '>', store)];
  for (const way of ways) if (way !== undefined) yield way;
}
