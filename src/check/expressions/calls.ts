import type { Decision, FunctionModel } from '../../model/policy.ts';
import { builtins } from '../../feel/functions/index.ts';
import type { Builtin } from '../../feel/functions/builtin.ts';
import type { Typed } from '../../model/expression.ts';
import type { Type } from '../../model/type.ts';
import type { Call, Expression } from '../../read/tree/expression.ts';
import { declarationOf, type Declared, type Kind, type Names } from '../names/names.ts';
import { suggestion } from '../names/suggest.ts';
import { isBroken } from '../types/broken.ts';
import { arrange, type Arranged } from './arguments.ts';
import { callBuiltin } from './builtin-calls.ts';
import { callDecision } from './decision-calls.ts';
import { conform } from './conform.ts';
import { demand } from './demand.ts';
import { infer } from './infer.ts';
import { namespaceOf, reportUnknownImported } from './paths.ts';
import { failed, problem, textOf, type Scope } from './scope.ts';

/** What a call calls. */
type Callee =
  | { readonly kind: 'function'; readonly function: FunctionModel }
  | { readonly kind: 'builtin'; readonly builtin: Builtin }
  | { readonly kind: 'decision'; readonly decision: Decision; readonly names: Names }
  | { readonly kind: 'value'; readonly value: Typed }
  /** Reported already; the arguments are still looked at. */
  | { readonly kind: 'unknown' };

/** `f(a, b)`, `f(x: a)`, `policy.decision(loan: l)`, and calls of values that are functions. */
export function inferCall(call: Call, scope: Scope, hint: Type | undefined): Typed {
  const callee = resolveCallee(call.callee, scope);
  switch (callee.kind) {
    case 'function':
      return callFunction(callee.function, call, scope);
    case 'builtin':
      return callBuiltin(callee.builtin, call, scope, hint);
    case 'decision':
      return callDecision(callee.decision, callee.names, call, scope);
    case 'value':
      return callValue(callee.value, call, scope);
    case 'unknown':
      return failed(call.span);
  }
}

/** FEEL's functions that ask a clock, which no evaluation does: the date comes from the caller. */
const clocks: ReadonlySet<string> = new Set(['today', 'now']);

/** A declared function comes before a built-in one, which comes before a decision of the same name. */
function resolveCallee(callee: Expression, scope: Scope): Callee {
  if (callee.kind === 'name') {
    const { name, span } = callee;
    if (scope.locals.has(name)) return { kind: 'value', value: infer(callee, scope) };
    const declared = scope.names.find(name);
    const builtin = builtins.get(name);
    if (declared?.kind !== 'function' && builtin !== undefined) return { kind: 'builtin', builtin };
    if (declared !== undefined) return calleeDeclared(declared, name, scope.names, callee, scope);
    problem(scope, 'function-unknown', span, { name, suggestion: clocks.has(name) ? 'as_of' : suggestion(name, scope.names, isCallable, builtins.keys()) });
    return { kind: 'unknown' };
  }
  if (callee.kind === 'path') {
    const namespace = namespaceOf(callee.target, scope);
    if (namespace?.kind === 'policy') {
      if (namespace.names === undefined) return { kind: 'unknown' };
      const declared = namespace.names.find(callee.name);
      if (declared !== undefined && declared.kind !== 'import') return calleeDeclared(declared, textOf(callee.span), namespace.names, callee, scope);
      reportUnknownImported(namespace.names, callee.name, callee.nameSpan, scope);
      return { kind: 'unknown' };
    }
  }
  return { kind: 'value', value: infer(callee, scope) };
}

function calleeDeclared(declared: Declared, name: string, names: Names, callee: Expression, scope: Scope): Callee {
  switch (declared.kind) {
    case 'function':
      return { kind: 'function', function: declared.function };
    case 'decision':
      return { kind: 'decision', decision: declared.decision, names };
    case 'unreadable':
      return { kind: 'unknown' };
    case 'input':
    case 'manual':
      return { kind: 'value', value: infer(callee, scope) };
    default:
      problem(scope, 'not-a-value', callee.span, { name, kind: declarationOf(declared) });
      return { kind: 'unknown' };
  }
}

function isCallable(kind: Kind): boolean {
  return kind === 'function' || kind === 'decision';
}

function callFunction(model: FunctionModel, call: Call, scope: Scope): Typed {
  const parameters = model.parameters.map(({ name }) => ({ name, optional: false }));
  const arranged = arrange(call, model.name, parameters, scope);
  if (arranged === undefined) return { ...failed(call.span), type: model.type };
  const values = model.parameters.map(({ type }, index) => demandArgument(arranged, index, type, call, scope));
  return { kind: 'call', function: model, arguments: values, type: model.type, span: call.span };
}

function demandArgument(arranged: Arranged, index: number, type: Type, call: Call, scope: Scope): Typed {
  const value = arranged[index];
  return value === undefined ? failed(call.span) : demand(value, type, scope);
}

function callValue(callee: Typed, call: Call, scope: Scope): Typed {
  const { type } = callee;
  const values = call.arguments.map(({ value }, index) => infer(value, scope, type.kind === 'function' ? type.parameters[index] : undefined));
  if (isBroken(type)) return failed(call.span);
  if (type.kind === 'any') return { kind: 'value call', callee, arguments: values, type, span: call.span };
  if (type.kind !== 'function') {
    problem(scope, 'not-a-function', call.callee.span, { found: textOf(call.callee.span) });
    return failed(call.span);
  }
  const parameters = type.parameters.map((_, index) => ({ name: `${index + 1}`, optional: false }));
  if (arrange({ ...call, arguments: call.arguments.map(({ value }) => ({ name: undefined, value })) }, textOf(call.callee.span), parameters, scope) === undefined) return failed(call.span);
  const conformed = values.map((value, index) => conform(value, type.parameters[index] ?? { kind: 'any' }, scope));
  return { kind: 'value call', callee, arguments: conformed, type: type.result, span: call.span };
}
