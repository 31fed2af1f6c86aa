import { compare, equal } from '../../feel/values/compare.ts';
import { EnumMember } from '../../feel/values/enum.ts';
import type { Value } from '../../feel/values/value.ts';
import { liesIn } from '../../model/allowed.ts';
import type { CellTest, Typed } from '../../model/expression.ts';
import type { Interval, Type } from '../../model/type.ts';

/** The values that a cell of constants admits, as intervals. Undefined if it computes with anything else. */
export function intervalsOf(test: CellTest, type: Type): readonly Interval[] | undefined {
  switch (test.kind) {
    case 'compare':
      return test.operand.kind === 'constant' ? comparison(test.operator, test.operand.value, type) : undefined;
    case 'between':
      return isBound(test.low) && isBound(test.high) ? [{ low: test.low?.value, high: test.high?.value, lowClosed: test.lowClosed, highClosed: test.highClosed }] : undefined;
    case 'one of': {
      const each = test.tests.map((one) => intervalsOf(one, type));
      return each.every((one) => one !== undefined) ? each.flat() : undefined;
    }
    case 'not': {
      const inner = intervalsOf(test.test, type);
      return inner === undefined ? undefined : complement(inner, type);
    }
    default:
      return undefined;
  }
}

function isBound(end: Typed | undefined): end is undefined | (Typed & { readonly kind: 'constant' }) {
  return end === undefined || end.kind === 'constant';
}

function comparison(operator: (CellTest & { kind: 'compare' })['operator'], value: Value, type: Type): readonly Interval[] {
  switch (operator) {
    case '=':
      return [single(value)];
    case '!=':
      return complement([single(value)], type);
    case '<':
    case '<=':
      return [{ low: undefined, high: value, lowClosed: false, highClosed: operator === '<=' }];
    case '>':
    case '>=':
      return [{ low: value, high: undefined, lowClosed: operator === '>=', highClosed: false }];
  }
}

function single(value: Value): Interval {
  return { low: value, high: value, lowClosed: true, highClosed: true };
}

/** All values that lie in none of the intervals: of an enum the other members, else what is left of the line. */
function complement(intervals: readonly Interval[], type: Type): readonly Interval[] {
  if (type.kind === 'enum') return type.vocabulary.members.filter((member) => !intervals.some((interval) => liesIn(interval, member))).map(single);
  const everything: readonly Interval[] = [{ low: undefined, high: undefined, lowClosed: false, highClosed: false }];
  return intervals.reduce((left, interval) => intersection(left, outside(interval)), everything);
}

function outside({ low, high, lowClosed, highClosed }: Interval): readonly Interval[] {
  const below: readonly Interval[] = low === undefined ? [] : [{ low: undefined, high: low, lowClosed: false, highClosed: !lowClosed }];
  const above: readonly Interval[] = high === undefined ? [] : [{ low: high, high: undefined, lowClosed: !highClosed, highClosed: false }];
  return [...below, ...above];
}

/** The values that lie in one of `a` and in one of `b`. */
export function intersection(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return a.flatMap((first) => b.flatMap((second) => common(first, second)));
}

function common(a: Interval, b: Interval): readonly Interval[] {
  if (isSingle(a)) return a.low !== undefined && liesIn(b, a.low) ? [a] : [];
  if (isSingle(b)) return common(b, a);
  const low = tighter(a.low, a.lowClosed, b.low, b.lowClosed, 1);
  const high = tighter(a.high, a.highClosed, b.high, b.highClosed, -1);
  if (low.value !== undefined && high.value !== undefined) {
    const order = compare(low.value, high.value);
    if (order > 0 || (order === 0 && !(low.closed && high.closed))) return [];
  }
  return [{ low: low.value, high: high.value, lowClosed: low.closed, highClosed: high.closed }];
}

function isSingle({ low, high }: Interval): boolean {
  return low !== undefined && high !== undefined && (low instanceof EnumMember ? low === high : equal(low, high));
}

function tighter(a: Value | undefined, aClosed: boolean, b: Value | undefined, bClosed: boolean, sign: 1 | -1): { readonly value: Value | undefined; readonly closed: boolean } {
  if (a === undefined) return { value: b, closed: bClosed };
  if (b === undefined) return { value: a, closed: aClosed };
  const order = compare(a, b) * sign;
  if (order === 0) return { value: a, closed: aClosed && bClosed };
  return order > 0 ? { value: a, closed: aClosed } : { value: b, closed: bClosed };
}
