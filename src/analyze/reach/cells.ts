import { constantTest } from '../../boxes/constant-test.ts';
import type { ConstantTest } from '../../boxes/constant-test.ts';
import type { CellTest } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { Domain } from './domain.ts';
import { difference, domainOf, domainOfInterval, onlyMissing, present, union } from './domain.ts';
import { compared } from './compare.ts';
import { elements } from './elements.ts';
import { require } from './require.ts';
import { resolve } from './resolve.ts';
import type { Search } from './search.ts';
import type { Store } from './store.ts';
import type { Term } from './term.ts';
import { binding, termOf } from './term.ts';

/** The ways in which a test of a value holds, or does not. */
export function* tested(value: Term, test: CellTest, holds: boolean, store: Store, search: Search): Generator<Store> {
  search.step();
  const accepted = acceptedBy(constantTest(test), value.node.type);
  if (accepted !== undefined) {
    const domain = holds ? accepted : difference(domainOf(value.node.type, mayBeMissing(value, store)), accepted);
    yield* require(value, domain, store, search);
    return;
  }
  // Every test that computes is false for what is missing.
  if (!holds && mayBeMissing(value, store)) yield* require(value, onlyMissing(value.node.type), store, search);
  for (const there of require(value, present(domainOf(value.node.type, false)), store, search)) yield* computed(value, test, holds, there, search);
}

function mayBeMissing(value: Term, store: Store): boolean {
  const bound = resolve(value, store);
  return bound.kind === 'unknown' && bound.unknown.optional;
}

function* computed(value: Term, test: CellTest, holds: boolean, store: Store, search: Search): Generator<Store> {
  const { scope } = value;
  switch (test.kind) {
    case 'compare':
      yield* compared(value, test.operator, termOf(test.operand, scope), holds, store, search);
      return;
    case 'between': {
      const ends = [
        ...(test.low === undefined ? [] : [{ operator: test.lowClosed ? ('>=' as const) : ('>' as const), end: test.low }]),
        ...(test.high === undefined ? [] : [{ operator: test.highClosed ? ('<=' as const) : ('<' as const), end: test.high }]),
      ];
      yield* every(ends, ({ operator, end }, truth, at) => compared(value, operator, termOf(end, scope), truth, at, search), holds, store);
      return;
    }
    case 'one of':
      yield* every(test.tests, (one, truth, at) => tested(value, one, !truth, at, search), !holds, store);
      return;
    case 'not':
      yield* tested(value, test.test, !holds, store, search);
      return;
    case 'holds': {
      const inner = binding(scope, [[test.variable, { kind: 'term', term: value }]]);
      yield* require(termOf(test.condition, inner), { kind: 'values', values: [holds], missing: false }, store, search);
      return;
    }
    case 'within':
      yield* withinList(value, test.container, holds, store, search);
      return;
    default:
      yield store;
  }
}

/** `x in list`: it equals one of the items, or none. */
function* withinList(value: Term, container: Extract<CellTest, { kind: 'within' }>['container'], holds: boolean, store: Store, search: Search): Generator<Store> {
  for (const { items, store: at } of elements(termOf(container, value.scope), store, search)) {
    const terms = items?.map((item) => (item.kind === 'term' ? item.term : undefined));
    if (terms === undefined || !terms.every((term) => term !== undefined && term.node.type.kind !== 'range')) {
      search.blurred(container.span);
      yield at;
    } else yield* every(terms.filter((term) => term !== undefined), (item, truth, now) => compared(value, '=', item, !truth, now, search), !holds, at);
  }
}

/**
 * The ways in which all of several conditions hold; or, where `holds` is false, those in which one fails and those before
 * it hold, so that no way is met twice.
 */
export function* every<T>(parts: readonly T[], ways: (part: T, truth: boolean, store: Store) => Generator<Store>, holds: boolean, store: Store): Generator<Store> {
  const [first, ...rest] = parts;
  if (first === undefined) {
    if (holds) yield store;
    return;
  }
  if (!holds) yield* ways(first, false, store);
  for (const next of ways(first, true, store)) yield* every(rest, ways, holds, next);
}

/** What a test of constants accepts; undefined for one that computes. */
function acceptedBy(test: ConstantTest, type: Type): Domain | undefined {
  switch (test.kind) {
    case 'any':
      return domainOf(type, true);
    case 'missing':
      return onlyMissing(type);
    case 'open':
      return undefined;
    case 'in':
      return domainOf(type, false).kind === 'opaque' ? undefined : test.intervals.map((interval) => domainOfInterval(type, interval, true)).reduce(union, difference(domainOf(type, false), domainOf(type, false)));
    case 'one of': {
      const parts = test.tests.map((one) => acceptedBy(one, type));
      const known = parts.filter((part) => part !== undefined);
      const [first, ...rest] = known;
      return first === undefined || known.length < parts.length ? undefined : rest.reduce(union, first);
    }
    case 'not': {
      const inner = acceptedBy(test.test, type);
      return inner && difference(domainOf(type, false), inner);
    }
  }
}
