import type { BuiltinCall, DecisionCall, FunctionCall, Lambda, Typed, ValueCall } from '../../model/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { callerOf } from '../run/call-decision.ts';
import { expression, placing } from './expression.ts';
import type { Code } from './program.ts';
import type { Writer } from './writer.ts';

export function builtinCall({ signature, arguments: given, span }: BuiltinCall, writer: Writer): Code {
  return `callBuiltin(F.work,${writer.program.constant(signature)},${argumentList(given, span, writer)})`;
}

export function functionCall({ function: called, arguments: given, span }: FunctionCall, writer: Writer): Code {
  const planned = writer.plan.functionOf.get(called);
  if (planned === undefined) throw new Error(`the plan lacks \`${called.name}\``);
  return `callFunction(F,${planned.index},${argumentList(given, span, writer)})`;
}

export function decisionCall({ decision, arguments: given, span }: DecisionCall, writer: Writer): Code {
  const planned = writer.plan.callOf.get(decision);
  if (planned === undefined) throw new Error(`the plan lacks a call of \`${decision.name}\``);
  const values = given.map(({ value }) => value);
  return `${writer.program.constant(callerOf(planned, given))}(F,${argumentList(values, span, writer)})`;
}

/** What is called is looked at before its arguments are computed. */
export function valueCall({ callee, arguments: given, span }: ValueCall, writer: Writer): Code {
  return `callable(${placing(expression(callee, writer), span, writer)}).call(${argumentList(given, span, writer)})`;
}

export function lambda({ parameters, body, span }: Lambda, writer: Writer): Code {
  const { constant } = writer.program;
  return `functionValue(F.work,${constant(parameters)},${constant(span)},${writer.separate(parameters, (inner) => expression(body, inner))})`;
}

function argumentList(given: readonly (Typed | undefined)[], span: Span, writer: Writer): Code {
  const values = given.map((argument) => (argument === undefined ? 'undefined' : expression(argument, writer)));
  return placing(`[${values.join(',')}]`, span, writer);
}
