import { Decimal, absolute, compareDecimals, decimalOf, negate, roundToMultiple, subtract, add } from '../../feel/values/decimal.ts';
import type { Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import { domainOf } from './domain.ts';
import type { Bounds } from './measure.ts';
import { UNBOUNDED, boundsOf, hull, isNotNegative, less, measureOf, negated, overlap, point, product, quotient, stretchWithin, sum } from './measure.ts';
import { resolve } from './resolve.ts';
import type { Store } from './store.ts';
import { domainIn, restricted } from './store.ts';
import type { Term } from './term.ts';
import { termOf } from './term.ts';

/** Bounds of all that a term can come to, given what is settled. */
export function enclosure(term: Term, store: Store): Bounds {
  const bound = resolve(term, store);
  if (bound.kind === 'unknown') return boundsOf(domainIn(store, bound.unknown));
  if (bound.kind !== 'term') return declared(term.node.type);
  const { node, scope } = bound.term;
  const of = (part: Typed): Bounds => enclosure(termOf(part, scope), store);
  switch (node.kind) {
    case 'constant': {
      const measure = measureOf(node.value);
      return measure === undefined ? UNBOUNDED : point(measure);
    }
    case 'negate':
      return negated(of(node.operand));
    case 'arithmetic':
      return isCounted(node) ? counted(node.operator, of(node.left), of(node.right)) : inCalendar(node, of(node.left), of(node.right));
    case 'round': {
      const { low, high } = of(node.value);
      return { low: low && roundToMultiple(low, node.step, node.method), high: high && roundToMultiple(high, node.step, node.method) };
    }
    case 'builtin':
      return ofBuiltin(node, of) ?? declared(node.type);
    default:
      return declared(node.type);
  }
}

/**
 * What is left if a term must come to something within bounds; undefined if it cannot. Narrows the unknowns that it is
 * made of, by the inverse of each operator (Benhamou's HC4): never so far that a solution is lost.
 */
export function narrowed(term: Term, bounds: Bounds, store: Store): Store | undefined {
  const within = overlap(enclosure(term, store), bounds);
  if (within === undefined) return undefined;
  const bound = resolve(term, store);
  if (bound.kind === 'unknown') {
    const domain = domainIn(store, bound.unknown);
    if (domain.kind !== 'stretches') return store;
    return restricted(store, bound.unknown, { ...domain, stretches: [stretchWithin(domain.line, bound.unknown.type, within)] });
  }
  if (bound.kind !== 'term') return store;
  const { node, scope } = bound.term;
  const narrowPart = (part: Typed, to: Bounds, into: Store | undefined): Store | undefined => into && narrowed(termOf(part, scope), to, into);
  switch (node.kind) {
    case 'negate':
      return narrowPart(node.operand, negated(within), store);
    case 'round':
      return narrowPart(node.value, { low: within.low && subtract(within.low, node.step), high: within.high && add(within.high, node.step) }, store);
    case 'arithmetic': {
      if (!isCounted(node)) return store;
      const left = enclosure(termOf(node.left, scope), store);
      const right = enclosure(termOf(node.right, scope), store);
      const parts = inverse(node.operator, within, left, right);
      return narrowPart(node.right, parts.right, narrowPart(node.left, parts.left, store));
    }
    default:
      return store;
  }
}

function declared(type: Type): Bounds {
  return boundsOf(domainOf(type, false));
}

/** Whether an operation counts with numbers as such. Months have no fixed number of days, so a date moved by them does not. */
function isCounted({ left, right }: { readonly left: Typed; readonly right: Typed }): boolean {
  const mixed = (a: Type, b: Type): boolean => a.kind === 'years and months duration' && b.kind === 'date';
  return !mixed(left.type, right.type) && !mixed(right.type, left.type);
}

const SHORTEST_MONTH = new Decimal(304368, 4);
const LONGEST_MONTH = new Decimal(304369, 4);
const STRAY = decimalOf(4);

/** A date moved by months: within four days of the mean length of a month. */
function inCalendar(node: Typed & { readonly kind: 'arithmetic' }, left: Bounds, right: Bounds): Bounds {
  const [date, months] = node.left.type.kind === 'date' ? [left, right] : [right, left];
  const days = hull([product(months, point(SHORTEST_MONTH)), product(months, point(LONGEST_MONTH))]);
  const moved = node.operator === '-' ? less(date, days) : sum(date, days);
  return { low: moved.low && subtract(moved.low, STRAY), high: moved.high && add(moved.high, STRAY) };
}

function counted(operator: string, a: Bounds, b: Bounds): Bounds {
  switch (operator) {
    case '+':
      return sum(a, b);
    case '-':
      return less(a, b);
    case '*':
      return product(a, b);
    case '/':
      return quotient(a, b);
    default:
      return UNBOUNDED;
  }
}

/** What the operands of an operation can be if its result lies within bounds. */
function inverse(operator: string, result: Bounds, left: Bounds, right: Bounds): { readonly left: Bounds; readonly right: Bounds } {
  switch (operator) {
    case '+':
      return { left: less(result, right), right: less(result, left) };
    case '-':
      return { left: sum(result, right), right: less(left, result) };
    case '*':
      return { left: factor(result, right), right: factor(result, left) };
    case '/':
      return { left: product(result, right), right: isNotNegative(left) && isNotNegative(result) ? factor(left, result) : UNBOUNDED };
    default:
      return { left: UNBOUNDED, right: UNBOUNDED };
  }
}

/** The other factor of a product. Anything, where the known one may be 0. */
function factor(result: Bounds, known: Bounds): Bounds {
  const sure = (known.low !== undefined && compareDecimals(known.low, ZERO) > 0) || (known.high !== undefined && compareDecimals(known.high, ZERO) < 0);
  return sure ? quotient(result, known) : UNBOUNDED;
}

const ZERO = decimalOf(0);

function ofBuiltin(node: Typed & { readonly kind: 'builtin' }, of: (part: Typed) => Bounds): Bounds | undefined {
  const [first] = node.arguments;
  if (first === undefined) return undefined;
  const items = node.arguments.length === 1 && first.kind === 'list' ? first.items : node.arguments.filter((each) => each !== undefined);
  const listed = first.kind === 'list' || first.type.kind !== 'list';
  switch (node.builtin.name) {
    case 'abs': {
      const { low, high } = of(first);
      const ends = [low, high].filter((end) => end !== undefined).map(absolute);
      if (ends.length < 2) return { low: ZERO, high: undefined };
      const most = hull(ends.map(point)).high;
      return isNotNegative({ low, high }) ? { low, high } : { low: high !== undefined && compareDecimals(high, ZERO) < 0 ? negate(high) : ZERO, high: most };
    }
    case 'sum':
      return listed ? items.map(of).reduce(sum, point(ZERO)) : undefined;
    case 'min':
      return listed ? least(items.map(of)) : undefined;
    case 'max':
      return listed ? negated(least(items.map((item) => negated(of(item))))) : undefined;
    case 'count':
      return { low: ZERO, high: undefined };
    default:
      return undefined;
  }
}

/** Bounds of the least of several: not below the lowest of their lower ends, not above the lowest of their upper ends. */
function least(all: readonly Bounds[]): Bounds {
  const highs = all.map(({ high }) => high).filter((high) => high !== undefined);
  return { low: hull(all).low, high: highs.length === 0 ? undefined : hull(highs.map(point)).low };
}
