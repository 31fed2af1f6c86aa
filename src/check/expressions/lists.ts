import { compare } from '../../feel/values/compare.ts';
import type { ListOf, RangeOf, Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { ListLiteral, RangeLiteral } from '../../read/tree/expression.ts';
import { joinAll } from '../types/join.ts';
import { areComparable, isOrdered } from './comparisons.ts';
import { infer } from './infer.ts';
import { inferTogether, needsHint } from './pairs.ts';
import { failed, problem, textOf, type Scope } from './scope.ts';

/** `[a, b]`. Items that need to be told their enum take it from the first that does not. */
export function inferList({ items, span }: ListLiteral, scope: Scope, hint: Type | undefined): ListOf {
  const expected = hint?.kind === 'list' ? hint.item : hint;
  const typed = inferAll(items.map((item) => ({ expression: item, scope })), expected);
  return { kind: 'list', items: typed, type: { kind: 'list', item: joinAll(typed.map(({ type }) => type)) }, span };
}

/** Expressions that should be of one type, in order: those that need to be told their enum are read last. */
export function inferAll(sides: readonly { readonly expression: ListLiteral['items'][number]; readonly scope: Scope }[], hint: Type | undefined): readonly Typed[] {
  const waiting = hint === undefined ? sides.map(({ expression, scope }) => needsHint(expression, scope)) : [];
  const first = sides.map(({ expression, scope }, index) => (waiting[index] === true ? undefined : infer(expression, scope, hint)));
  const told = hint ?? first.map((typed) => typed && enumIn(typed.type)).find((type) => type !== undefined);
  return sides.map(({ expression, scope }, index) => first[index] ?? infer(expression, scope, told));
}

/** The enum of a value, or of a list's items. */
function enumIn(type: Type): Type | undefined {
  if (type.kind === 'list') return enumIn(type.item);
  return type.kind === 'enum' ? type : undefined;
}

/** `[low..high]`: both ends of one type that has an order, and not backwards. */
export function inferRange(expression: RangeLiteral, scope: Scope, hint: Type | undefined): Typed {
  const { low, high, lowClosed, highClosed, span } = expression;
  const item = hint?.kind === 'range' ? hint.item : hint;
  const [from, to] =
    low !== undefined && high !== undefined
      ? inferTogether({ expression: low, scope }, { expression: high, scope }, item)
      : [low && infer(low, scope, item), high && infer(high, scope, item)];
  const end = from ?? to;
  if (end === undefined) return failed(span);
  if (!isOrdered(end.type, '..', span, scope)) return failed(span);
  if (from !== undefined && to !== undefined) {
    if (!areComparable('<=', from, to, span, scope) || isReversed(from, to, lowClosed && highClosed, scope)) return failed(span);
  }
  const type = joinAll([from, to].flatMap((one) => (one === undefined ? [] : [one.type])));
  return { kind: 'range', low: from, high: to, lowClosed, highClosed, type: { kind: 'range', item: type }, span } satisfies RangeOf;
}

/** Reports a range of constants that can hold nothing. */
function isReversed(low: Typed, high: Typed, closed: boolean, scope: Scope): boolean {
  if (low.kind !== 'constant' || high.kind !== 'constant' || low.type.kind === 'any' || high.type.kind === 'any') return false;
  const order = compare(low.value, high.value);
  if (order < 0 || (order === 0 && closed)) return false;
  const span = { ...low.span, end: Math.max(low.span.end, high.span.end) };
  problem(scope, 'range-reversed', span, { low: textOf(low.span), high: textOf(high.span) });
  return true;
}
