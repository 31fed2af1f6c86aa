import { feelError } from '../../feel/values/error.ts';
import { FeelFunction } from '../../feel/values/function.ts';
import { kindOf } from '../../feel/values/kind.ts';
import type { BuiltinCall, DecisionCall, FunctionCall, Lambda, ValueCall } from '../../model/expression.ts';
import type { Evaluate } from '../engine.ts';
import { callBuiltin } from '../run/call-builtin.ts';
import { callerOf } from '../run/call-decision.ts';
import { callFunction } from '../run/call-function.ts';
import { withOwnVariables } from '../run/frame.ts';
import { charge } from '../run/work.ts';
import type { Compiler } from './compiler.ts';
import { computeAll, placed } from './compiler.ts';

export function builtinCall({ signature, arguments: given, span }: BuiltinCall, { expression }: Compiler): Evaluate {
  const parts = given.map((argument) => (argument === undefined ? undefined : expression(argument)));
  return (frame) => {
    try {
      return callBuiltin(frame.work, signature, parts.map((part) => part?.(frame)));
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}

export function functionCall({ function: called, arguments: given, span }: FunctionCall, { plan, expression }: Compiler): Evaluate {
  const parts = given.map(expression);
  const planned = plan.functionOf.get(called);
  if (planned === undefined) throw new Error(`the plan lacks \`${called.name}\``);
  const { index } = planned;
  return (frame) => {
    try {
      return callFunction(frame, index, computeAll(parts, frame));
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}

export function decisionCall({ decision, arguments: given, span }: DecisionCall, { plan, expression }: Compiler): Evaluate {
  const parts = given.map(({ value }) => expression(value));
  const planned = plan.callOf.get(decision);
  if (planned === undefined) throw new Error(`the plan lacks a call of \`${decision.name}\``);
  const call = callerOf(planned, given);
  return (frame) => {
    try {
      return call(frame, computeAll(parts, frame));
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}

export function valueCall({ callee, arguments: given, span }: ValueCall, { expression }: Compiler): Evaluate {
  const target = expression(callee);
  const parts = given.map(expression);
  return (frame) => {
    const called = target(frame);
    if (!(called instanceof FeelFunction)) throw feelError('not-callable', { found: kindOf(called) }).at(span);
    try {
      return called.call(computeAll(parts, frame));
    } catch (thrown) {
      throw placed(thrown, span);
    }
  };
}

/** A function value. It keeps the variables of the moment it was made, and each call has its own. */
export function lambda({ parameters, body, span }: Lambda, compiler: Compiler): Evaluate {
  let scope = compiler;
  const places = parameters.map((name) => {
    const { inner, place } = scope.within(name);
    scope = inner;
    return place;
  });
  const evaluate = scope.expression(body);
  return (frame) => {
    const kept = withOwnVariables(frame);
    return new FeelFunction(parameters, (values) => {
      charge(kept.work, 1);
      if (values.length !== places.length) throw feelError('argument-count', { expected: places.length, found: values.length }).at(span);
      const own = withOwnVariables(kept);
      for (const [position, place] of places.entries()) own.variables[place] = values[position] ?? null;
      return evaluate(own);
    });
  };
}
