import type { ArithmeticOperator, ComparisonOperator } from '../read/tree/expression.ts';
import type { RoundingMethod } from '../read/tree/statement.ts';
import type { Span } from '../read/tree/span.ts';
import type { Builtin, BuiltinSignature } from '../feel/functions/builtin.ts';
import type { Decimal } from '../feel/values/decimal.ts';
import type { Value } from '../feel/values/value.ts';
import type { Decision, Fact, FunctionModel, Input } from './policy.ts';
import type { Type } from './type.ts';

/**
 * A checked expression: every name resolved, every literal a value, every node typed. It is what evaluators, analyses
 * and emitters read; it no longer knows how it was spelled, but each node knows where.
 */
export type Typed =
  | Constant
  | FactRead
  | RecordRead
  | DecisionRead
  | AsOf
  | Variable
  | PathRead
  | Arithmetic
  | Negate
  | Compare
  | Logic
  | Membership
  | Conditional
  | Loop
  | Quantifier
  | FilterOf
  | ListOf
  | ContextOf
  | RangeOf
  | BuiltinCall
  | FunctionCall
  | DecisionCall
  | ValueCall
  | Lambda
  | InstanceTest
  | MissingTest
  | Rounding;

interface Node {
  readonly span: Span;
  readonly type: Type;
}

export interface Constant extends Node {
  readonly kind: 'constant';
  readonly value: Value;
}

/** Reads a leaf fact. Absent required facts never reach an evaluator; an optional one is read under a guard only. */
export interface FactRead extends Node {
  readonly kind: 'fact';
  readonly fact: Fact;
}

/** A whole record input, built from its facts; absent optional facts are left out of the context. */
export interface RecordRead extends Node {
  readonly kind: 'record';
  readonly input: Input;
  readonly fields: readonly RecordReadField[];
}
export interface RecordReadField {
  readonly name: string;
  readonly value: { readonly kind: 'fact'; readonly fact: Fact } | { readonly kind: 'fields'; readonly fields: readonly RecordReadField[] };
}

export interface DecisionRead extends Node {
  readonly kind: 'decision';
  readonly decision: Decision;
}

export interface AsOf extends Node {
  readonly kind: 'as of';
}

/** A `for`, `some`, `every` variable, a function's parameter, a filter's `item`, or a cell's `?`. Names are unique within a policy body. */
export interface Variable extends Node {
  readonly kind: 'variable';
  readonly name: string;
}

export interface PathRead extends Node {
  readonly kind: 'path';
  readonly target: Typed;
  readonly name: string;
}

export interface Arithmetic extends Node {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Typed;
  readonly right: Typed;
}

export interface Negate extends Node {
  readonly kind: 'negate';
  readonly operand: Typed;
}

export interface Compare extends Node {
  readonly kind: 'compare';
  readonly operator: ComparisonOperator;
  readonly left: Typed;
  readonly right: Typed;
}

/** Goes left to right and stops early, in every evaluator. */
export interface Logic extends Node {
  readonly kind: 'logic';
  readonly operator: 'and' | 'or';
  readonly left: Typed;
  readonly right: Typed;
}

/** `value in (tests)`; also `between`. */
export interface Membership extends Node {
  readonly kind: 'membership';
  readonly value: Typed;
  readonly test: CellTest;
}

export interface Conditional extends Node {
  readonly kind: 'if';
  readonly condition: Typed;
  readonly then: Typed;
  readonly otherwise: Typed;
}

export interface TypedIterator {
  readonly variable: string;
  readonly source: Typed;
  readonly to: Typed | undefined;
}

/** `for … return`. `partial` (the results so far) is a variable named `partial` if the body names it. */
export interface Loop extends Node {
  readonly kind: 'for';
  readonly iterators: readonly TypedIterator[];
  readonly result: Typed;
}

export interface Quantifier extends Node {
  readonly kind: 'quantifier';
  readonly quantifier: 'some' | 'every';
  readonly iterators: readonly TypedIterator[];
  readonly condition: Typed;
}

/** `target[condition]`; inside, `item` is the element and, for elements that are records, their fields are `item.field`. */
export interface FilterOf extends Node {
  readonly kind: 'filter';
  readonly target: Typed;
  readonly item: string;
  readonly condition: Typed;
}

export interface ListOf extends Node {
  readonly kind: 'list';
  readonly items: readonly Typed[];
}

/** Later entries may read earlier ones, as variables of the names in `variable`. */
export interface ContextOf extends Node {
  readonly kind: 'context';
  readonly entries: readonly { readonly name: string; readonly variable: string; readonly value: Typed }[];
}

export interface RangeOf extends Node {
  readonly kind: 'range';
  readonly low: Typed | undefined;
  readonly high: Typed | undefined;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

/** Arguments stand in the built-in's parameter order, undefined where an optional one was left out. */
export interface BuiltinCall extends Node {
  readonly kind: 'builtin';
  readonly builtin: Builtin;
  readonly signature: BuiltinSignature;
  readonly arguments: readonly (Typed | undefined)[];
}

export interface FunctionCall extends Node {
  readonly kind: 'call';
  readonly function: FunctionModel;
  /** In parameter order. */
  readonly arguments: readonly Typed[];
}

/**
 * A decision called as a function of its inputs (DMN's decision service). The arguments are all that it sees of the
 * inputs of its own policy: an optional one not given is absent. Manual facts, and inputs of other policies, are the
 * caller's.
 */
export interface DecisionCall extends Node {
  readonly kind: 'decision call';
  readonly decision: Decision;
  readonly arguments: readonly { readonly input: Input; readonly value: Typed }[];
}

/** A call of a value that is a function. */
export interface ValueCall extends Node {
  readonly kind: 'value call';
  readonly callee: Typed;
  readonly arguments: readonly Typed[];
}

export interface Lambda extends Node {
  readonly kind: 'lambda';
  readonly parameters: readonly string[];
  readonly body: Typed;
}

export interface InstanceTest extends Node {
  readonly kind: 'instance of';
  readonly value: Typed;
  readonly tested: Type;
}

/** `loan.x = missing`, or `l.x = missing` for a field of a record in a list. */
export interface MissingTest extends Node {
  readonly kind: 'missing test';
  readonly value: FactRead | PathRead;
}

/** A visible rounding to a multiple of `step`. */
export interface Rounding extends Node {
  readonly kind: 'round';
  readonly value: Typed;
  readonly method: RoundingMethod;
  readonly step: Decimal;
}

/** A test of a value. Every test but `any` and `missing` is false for a missing value. */
export type CellTest =
  | { readonly kind: 'any'; readonly span: Span }
  | { readonly kind: 'missing'; readonly span: Span }
  | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly operand: Typed; readonly span: Span }
  | {
      readonly kind: 'between';
      readonly low: Typed | undefined;
      readonly high: Typed | undefined;
      readonly lowClosed: boolean;
      readonly highClosed: boolean;
      readonly span: Span;
    }
  /** The value lies in a range or list that is computed. */
  | { readonly kind: 'within'; readonly container: Typed; readonly span: Span }
  /** A condition over the value, which it reads as the variable `variable`. */
  | { readonly kind: 'holds'; readonly variable: string; readonly condition: Typed; readonly span: Span }
  | { readonly kind: 'one of'; readonly tests: readonly CellTest[]; readonly span: Span }
  | { readonly kind: 'not'; readonly test: CellTest; readonly span: Span };
