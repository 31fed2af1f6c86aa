import { FeelError, feelError } from '../../feel/values/error.ts';
import { kindOf } from '../../feel/values/kind.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import type { CellTest, Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Condition, Evaluate } from '../engine.ts';
import type { Plan } from '../plan/plan.ts';
import type { Frame } from '../run/frame.ts';

/** Computes a value that may be the absence of one. */
export type EvaluateOrMissing = (frame: Frame) => Value | Missing;

/** Whether a cell holds for a value. */
export type Check = (value: Value | Missing, frame: Frame) => boolean;

/** Where a part of an expression is watched: told what it comes to, each time that it is computed. Undefined where it is not. */
export type Watch = (node: Typed) => ((value: Value | Missing, frame: Frame) => void) | undefined;

/** Turns typed expressions into closures, in one scope of variables. The families of expressions call it for their parts. */
export interface Compiler {
  readonly plan: Plan;
  readonly expression: (node: Typed) => Evaluate;
  /** A fact or field that may be absent is MISSING where `expression` would fail. */
  readonly orMissing: (node: Typed) => EvaluateOrMissing;
  readonly condition: (node: Typed) => Condition;
  /** `type` is that of the value tested. */
  readonly check: (test: CellTest, type: Type) => Check;
  /** The place in the frame of a variable in scope. */
  readonly placeOf: (variable: string) => number;
  /** The compiler with one more variable in scope, and that variable's place. */
  readonly within: (variable: string) => { readonly inner: Compiler; readonly place: number };
}

/** What parts come to, in their order. A loop, since `map` and its closure cost more than most parts do. */
export function computeAll<T>(parts: readonly ((frame: Frame) => T)[], frame: Frame): readonly T[] {
  const values: T[] = [];
  for (const part of parts) values.push(part(frame));
  return values;
}

/** An error as it goes on from an operator: placed there, unless an inner one has placed it. */
export function placed(thrown: unknown, span: Span): unknown {
  return thrown instanceof FeelError ? thrown.at(span) : thrown;
}

/** A condition from an expression. What is not true or false is an error at the expression. */
export function conditionOf(evaluate: Evaluate, span: Span): Condition {
  return (frame) => {
    const value = evaluate(frame);
    if (value === true || value === false) return value;
    throw feelError('condition-not-boolean', { found: kindOf(value) }).at(span);
  };
}
