import { FeelRange } from '../../feel/values/range.ts';
import type { Value } from '../../feel/values/value.ts';
import type { ContextOf, ListOf, RangeOf } from '../../model/expression.ts';
import type { Evaluate } from '../engine.ts';
import type { Compiler } from './compiler.ts';
import { computeAll } from './compiler.ts';

export function listOf({ items }: ListOf, { expression }: Compiler): Evaluate {
  const parts = items.map(expression);
  return (frame) => computeAll(parts, frame);
}

/** Entries in order; each may read those before it. */
export function contextOf({ entries }: ContextOf, compiler: Compiler): Evaluate {
  let scope = compiler;
  const parts = entries.map(({ name, variable, value }) => {
    const evaluate = scope.expression(value);
    const { inner, place } = scope.within(variable);
    scope = inner;
    return { name, evaluate, place };
  });
  return (frame) => {
    const context = new Map<string, Value>();
    for (const { name, evaluate, place } of parts) {
      const value = evaluate(frame);
      frame.variables[place] = value;
      context.set(name, value);
    }
    return context;
  };
}

export function rangeOf({ low, high, lowClosed, highClosed }: RangeOf, { expression }: Compiler): Evaluate {
  const from = low === undefined ? undefined : expression(low);
  const to = high === undefined ? undefined : expression(high);
  return (frame) => new FeelRange(from?.(frame) ?? null, to?.(frame) ?? null, lowClosed, highClosed);
}
