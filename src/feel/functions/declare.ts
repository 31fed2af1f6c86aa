import type { Phrase } from '../../diagnostics/define.ts';
import type { Type } from '../../model/type.ts';
import type { FeelError } from '../values/error.ts';
import { feelError } from '../values/error.ts';
import type { Value } from '../values/value.ts';
import type { Builtin, BuiltinParameter, BuiltinSignature } from './builtin.ts';
import { shown } from './feel-text.ts';

/** What a parameter takes: how it is checked before the evaluation, and how its argument is read during one. */
export interface Kind<T> {
  readonly type: Type;
  /** For messages: `a whole number`. */
  readonly expected: Phrase;
  /** The argument as the function wants it; undefined if it is of another kind. */
  readonly take: (value: Value) => T | undefined;
}

interface Formal<T> extends BuiltinParameter {
  /** Reads an argument for the function of this name. Throws FeelError `bad-argument`. */
  readonly read: (value: Value | undefined, owner: string) => T;
}

type Formals<A extends readonly unknown[]> = readonly [...{ [I in keyof A]: Formal<A[I]> }];
type Result = (given: readonly (Type | undefined)[]) => Type;

/** A parameter that must be given. */
export function required<T>(name: string, kind: Kind<T>): Formal<T> {
  const read = (value: Value | undefined, owner: string): T => {
    const taken = value === undefined ? undefined : kind.take(value);
    if (taken === undefined) throw badArgument(owner, name, kind.expected, value ?? null);
    return taken;
  };
  return { name, optional: false, type: kind.type, read };
}

/** A parameter that may be left out; then the function sees undefined. */
export function optional<T>(name: string, kind: Kind<T>): Formal<T | undefined> {
  const { read } = required(name, kind);
  return { name, optional: true, type: kind.type, read: (value, owner) => (value === undefined ? undefined : read(value, owner)) };
}

/** A function with one or more lists of parameters. */
export function builtin(name: string, ...signatures: readonly ((owner: string) => BuiltinSignature)[]): Builtin {
  return { name, signatures: signatures.map((signature) => signature(name)) };
}

/** A list of parameters, with the function over their arguments. */
export function taking<const A extends readonly unknown[]>(formals: Formals<A>, result: Result, call: (...values: A) => Value): (owner: string) => BuiltinSignature {
  return (owner) => ({
    parameters: formals,
    variadic: false,
    result,
    call: (values) => call(...readAll(formals, values, owner)),
  });
}

/** A list of parameters whose last may be given any number of times, but at least once; the function sees those as a list. */
export function takingMore<const A extends readonly unknown[], R>(formals: Formals<A>, more: Formal<R>, result: Result, call: (...values: [...A, readonly R[]]) => Value): (owner: string) => BuiltinSignature {
  return (owner) => ({
    parameters: [...formals, more],
    variadic: true,
    result,
    call: (values) =>
      call(
        ...readAll(formals, values, owner),
        values.slice(formals.length).map((value) => more.read(value, owner)),
      ),
  });
}

/** The same list of parameters, where a call takes more steps of work than its arguments and result are long. */
export function costing(signature: (owner: string) => BuiltinSignature, cost: BuiltinSignature['cost'] & {}): (owner: string) => BuiltinSignature {
  return (owner) => ({ ...signature(owner), cost });
}

function readAll<A extends readonly unknown[]>(formals: Formals<A>, values: readonly (Value | undefined)[], owner: string): A {
  const read = formals.map((formal: Formal<unknown>, index) => formal.read(values[index], owner));
  // TypeScript does not follow a tuple's types through `map`; each item is what its parameter reads.
  return read as readonly unknown[] as A;
}

/** The error of a function that cannot take an argument. */
export function badArgument(owner: string, parameter: string, expected: Phrase, found: Value): FeelError {
  return feelError('bad-argument', { function: owner, parameter, expected, found: shown(found) });
}
