import { closest } from '../../diagnostics/closest.ts';
import type { Call, Expression, Identifier } from '../../read/tree/expression.ts';
import { declaredTwice } from '../names/twice.ts';
import { problem, type Scope } from './scope.ts';

/** A parameter, as far as placing arguments needs to know it. */
export interface Parameter {
  readonly name: string;
  readonly optional: boolean;
}

/** The arguments in the order of the parameters, undefined where an optional one was left out. */
export type Arranged = readonly (Expression | undefined)[];

/** Places a call's arguments, named or in order. What does not fit is reported and gives undefined. */
export function arrange(call: Call, called: string, parameters: readonly Parameter[], scope: Scope, variadic = false): Arranged | undefined {
  const given = call.arguments;
  const named = given.some(({ name }) => name !== undefined);
  const arranged = named ? byName(call, called, parameters, scope) : inOrder(call, called, parameters, scope, variadic);
  if (arranged === undefined) return undefined;
  const missing = parameters.find(({ optional }, index) => !optional && arranged[index] === undefined);
  if (missing === undefined) return arranged;
  problem(scope, 'argument-missing', call.span, { function: called, name: missing.name });
  return undefined;
}

function inOrder(call: Call, called: string, parameters: readonly Parameter[], scope: Scope, variadic: boolean): Arranged | undefined {
  const values = call.arguments.map(({ value }) => value);
  const surplus = values[parameters.length];
  if (surplus === undefined || variadic) return values;
  problem(scope, 'arguments-too-many', surplus.span, { function: called, takes: parameters.length, given: values.length });
  return undefined;
}

function byName(call: Call, called: string, parameters: readonly Parameter[], scope: Scope): Arranged | undefined {
  const placed = new Map<string, Expression>();
  let sound = true;
  for (const { name, value } of call.arguments) {
    if (name === undefined) continue;
    if (!parameters.some((parameter) => parameter.name === name.name)) {
      const names = parameters.map((parameter) => parameter.name);
      problem(scope, 'argument-unknown', name.span, { function: called, name: name.name, suggestion: closest(name.name, names) });
      sound = false;
    } else if (!placeOnce(placed, name, value, call, scope)) sound = false;
  }
  return sound ? parameters.map(({ name }) => placed.get(name)) : undefined;
}

/** Puts a named argument in its place; if there is one already, that is reported. */
export function placeOnce(placed: Map<string, Expression>, { name, span }: Identifier, value: Expression, call: Call, scope: Scope): boolean {
  if (!placed.has(name)) {
    placed.set(name, value);
    return true;
  }
  const first = call.arguments.find((one) => one.name?.name === name)?.name?.span ?? span;
  scope.body.report(declaredTwice({ name, span }, 'argument', first));
  return false;
}
