import { FeelRange } from '../../feel/values/range.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Typed } from '../../model/expression.ts';
import { problem, type Scope } from './scope.ts';

/** The value of an expression that is known from the text alone, or undefined. Operators on constants are constants already. */
export function constantValue(node: Typed): Value | undefined {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'list':
      return all(node.items);
    case 'context': {
      const values = all(node.entries.map(({ value }) => value));
      return values && new Map(node.entries.map(({ name }, index) => [name, values[index] ?? null]));
    }
    case 'range': {
      const [low, high] = [node.low && constantValue(node.low), node.high && constantValue(node.high)];
      const known = (node.low === undefined || low !== undefined) && (node.high === undefined || high !== undefined);
      return known ? new FeelRange(low ?? null, high ?? null, node.lowClosed, node.highClosed) : undefined;
    }
    default:
      return undefined;
  }
}

function all(nodes: readonly Typed[]): readonly Value[] | undefined {
  const values = nodes.map(constantValue);
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** The expression as a constant. The first part that is none is reported; one that was reported already comes back as it is. */
export function demandConstant(node: Typed, scope: Scope): Typed {
  const value = constantValue(node);
  if (value !== undefined) return { kind: 'constant', value, type: node.type, span: node.span };
  const part = firstThatVaries(node);
  if (part !== undefined && part.type.kind !== 'any') problem(scope, 'not-constant', part.span, {});
  return node;
}

/** The innermost part of a list or context that has no value of its own. */
function firstThatVaries(node: Typed): Typed | undefined {
  const parts = node.kind === 'list' ? node.items : node.kind === 'context' ? node.entries.map(({ value }) => value) : [];
  const part = parts.find((one) => constantValue(one) === undefined);
  return part === undefined ? node : firstThatVaries(part);
}
