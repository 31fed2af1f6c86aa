import type { Rounding, Typed } from '../../model/expression.ts';
import type { Table } from '../../model/policy.ts';
import { typeText } from '../../model/type-text.ts';
import type { Type } from '../../model/type.ts';
import type { RoundingTree } from '../../read/tree/statement.ts';
import { conform } from '../expressions/conform.ts';
import { failed, problem, type Scope } from '../expressions/scope.ts';
import { isBroken } from '../types/broken.ts';
import { plainNumber } from '../types/number-types.ts';
import { stepOf } from '../types/uses.ts';

/** The rounding of a table's outcome, whose type it must fit. */
export function roundingOf(tree: RoundingTree | undefined, result: Type, scope: Scope): Table['rounding'] {
  if (tree === undefined) return undefined;
  if (result.kind !== 'number') {
    if (result.kind !== 'any') problem(scope, 'rounding-misplaced', tree.span, { found: typeText(result) });
    return undefined;
  }
  const step = stepOf(tree.step, scope);
  if (step === undefined) return undefined;
  const rounded: Typed = { kind: 'variable', name: '', type: { ...result, grain: step, allowed: undefined }, span: tree.span };
  conform(rounded, result, scope);
  return { method: tree.method, step };
}

/** An expression's value, rounded: of the unit it had, and on the step. What cannot be rounded is reported. */
export function rounded(value: Typed, tree: RoundingTree, scope: Scope): Typed {
  if (isBroken(value.type)) return value;
  if (value.type.kind !== 'number' && value.type.kind !== 'any') {
    problem(scope, 'rounding-misplaced', tree.span, { found: typeText(value.type) });
    return failed(value.span);
  }
  const step = stepOf(tree.step, scope);
  if (step === undefined) return failed(value.span);
  const unit = value.type.kind === 'number' ? value.type : plainNumber;
  const span = { ...value.span, end: Math.max(value.span.end, tree.span.end) };
  return { kind: 'round', value, method: tree.method, step, type: { ...unit, grain: step, allowed: undefined }, span } satisfies Rounding;
}

/** What is rounded afterwards need not be on the grain yet. */
export function withoutGrain(type: Type): Type {
  return type.kind === 'number' ? { ...type, grain: undefined, allowed: undefined } : type;
}
