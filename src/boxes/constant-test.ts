import { FeelRange } from '../feel/values/range.ts';
import type { Comparison, Value } from '../feel/values/value.ts';
import type { CellTest, Typed } from '../model/expression.ts';
import type { Interval } from '../model/type.ts';
import { constantOf } from './constant.ts';

/**
 * A cell's test as sets see it: everything about constants is "lies in one of these intervals" (a single value is a
 * closed interval of itself). `open` is a test that computes with something only known at run time.
 */
export type ConstantTest =
  | { readonly kind: 'any' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'open' }
  | { readonly kind: 'in'; readonly intervals: readonly Interval[] }
  | { readonly kind: 'one of'; readonly tests: readonly ConstantTest[] }
  | { readonly kind: 'not'; readonly test: ConstantTest };

export function constantTest(test: CellTest): ConstantTest {
  switch (test.kind) {
    case 'any':
    case 'missing':
      return { kind: test.kind };
    case 'holds':
      return { kind: 'open' };
    case 'compare':
      return compared(test.operator, constantOf(test.operand));
    case 'between':
      return between(test);
    case 'within':
      return within(constantOf(test.container));
    case 'one of':
      return { kind: 'one of', tests: test.tests.map(constantTest) };
    case 'not':
      return { kind: 'not', test: constantTest(test.test) };
  }
}

function compared(operator: Comparison, operand: Value | undefined): ConstantTest {
  // Nothing is ordered against null, and what equals null is not on any line.
  if (operand === undefined || operand === null) return { kind: 'open' };
  if (operator === '!=') return { kind: 'not', test: lies(single(operand)) };
  if (operator === '=') return lies(single(operand));
  const closed = operator === '<=' || operator === '>=';
  const downward = operator === '<' || operator === '<=';
  return lies({ low: downward ? undefined : operand, high: downward ? operand : undefined, lowClosed: closed && !downward, highClosed: closed && downward });
}

function between(test: { readonly low: Typed | undefined; readonly high: Typed | undefined; readonly lowClosed: boolean; readonly highClosed: boolean }): ConstantTest {
  const low = test.low && constantOf(test.low);
  const high = test.high && constantOf(test.high);
  const known = (end: Typed | undefined, value: Value | undefined) => end === undefined || (value !== undefined && value !== null);
  if (!known(test.low, low) || !known(test.high, high)) return { kind: 'open' };
  return lies({ low, high, lowClosed: low !== undefined && test.lowClosed, highClosed: high !== undefined && test.highClosed });
}

/** A list holds its items, and what lies in those of its items that are ranges. */
function within(container: Value | undefined): ConstantTest {
  if (container === undefined) return { kind: 'open' };
  const items: readonly Value[] = Array.isArray(container) ? container : [container];
  const intervals = items.map((item) => (item instanceof FeelRange ? intervalOf(item) : Array.isArray(container) && item !== null ? single(item) : undefined));
  const known = intervals.filter((interval) => interval !== undefined);
  return known.length === items.length ? { kind: 'in', intervals: known } : { kind: 'open' };
}

function intervalOf(range: FeelRange): Interval {
  const low = range.low ?? undefined;
  const high = range.high ?? undefined;
  return { low, high, lowClosed: low !== undefined && range.lowClosed, highClosed: high !== undefined && range.highClosed };
}

function single(value: Value): Interval {
  return { low: value, high: value, lowClosed: true, highClosed: true };
}

function lies(interval: Interval): ConstantTest {
  return { kind: 'in', intervals: [interval] };
}

/** Every interval that a test names. */
export function intervalsOf(test: ConstantTest): readonly Interval[] {
  switch (test.kind) {
    case 'any':
    case 'missing':
    case 'open':
      return [];
    case 'in':
      return test.intervals;
    case 'one of':
      return test.tests.flatMap(intervalsOf);
    case 'not':
      return intervalsOf(test.test);
  }
}
