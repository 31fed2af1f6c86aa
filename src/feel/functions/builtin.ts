import type { Type } from '../../model/type.ts';
import type { Value } from '../values/value.ts';

/** A parameter of a built-in function, as DMN 1.5 clause 10.3.4 names it. */
export interface BuiltinParameter {
  readonly name: string;
  readonly optional: boolean;
  /** The argument's static type, for the checker; `any` where FEEL takes several. */
  readonly type: Type;
}

/**
 * A built-in function of FEEL. One that DMN defines for several parameter lists has several signatures. The call is
 * checked against the first signature whose parameter names (or, for positional calls, count) fit.
 */
export interface Builtin {
  readonly name: string;
  readonly signatures: readonly BuiltinSignature[];
}

export interface BuiltinSignature {
  readonly parameters: readonly BuiltinParameter[];
  /** Takes any number of further positional arguments after the last parameter: `sum(1, 2, 3)`. */
  readonly variadic: boolean;
  /** The result's static type from the arguments' (undefined where an optional argument is left out). */
  readonly result: (given: readonly (Type | undefined)[]) => Type;
  /** Throws FeelError where FEEL says null for a bad argument. An optional argument left out is undefined. */
  readonly call: (values: readonly (Value | undefined)[]) => Value;
  /** Steps of work that a call takes beyond the length of its arguments and the size of its result; counted up to `most`. */
  readonly cost?: (values: readonly (Value | undefined)[], most: number) => number;
}

/**
 * Puts the parameter lists first in whose order the arguments are named. Where two differ in nothing but order, as
 * `before(point, range)` and `before(range, point)`, the order that is written says which is meant.
 */
export function byWrittenOrder(names: readonly (string | undefined)[]): (a: BuiltinSignature, b: BuiltinSignature) => number {
  const inOrder = ({ parameters }: BuiltinSignature): number => (parameters.every(({ name }, index) => names[index] === undefined || names[index] === name) ? 0 : 1);
  return (a, b) => inOrder(a) - inOrder(b);
}
