import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { byWrittenOrder, type Builtin, type BuiltinSignature } from '../../feel/functions/builtin.ts';
import { builtins } from '../../feel/functions/index.ts';
import { feelError, type FeelError } from '../../feel/values/error.ts';
import { FeelFunction } from '../../feel/values/function.ts';
import { kindOf } from '../../feel/values/kind.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Call, FunctionDefinition } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { callBuiltin } from '../run/call-builtin.ts';
import { charge } from '../run/work.ts';
import { clock } from './clock.ts';
import type { Compiler } from './compiler.ts';
import { isBound } from './names.ts';
import { repeated } from './repeated.ts';
import { bind, emptyScope, isNull, note, nullFor, type Evaluate, type Run, type Scope } from './scope.ts';
import { ANY, TypedFunction, fitted, type FeelType } from './types.ts';

/** `function(x, y) x + y`. It keeps what was in scope when it was made. */
export function functionDefinition({ language, parameters, body, span }: FunctionDefinition, compiler: Compiler): Evaluate {
  const names = parameters.map(({ name }) => name.name);
  const types = parameters.map(({ type }) => (type === undefined ? ANY : compiler.type(type)));
  const evaluate = language === 'external' ? external(span) : repeated(body, compiler.within(...names).expression(body));
  return (scope) => new TypedFunction(names, types, ANY, (values) => callBody(scope, values, types, evaluate, span));
}

/** What a function in another language comes to: it is not run. */
export function external(span: Span): Evaluate {
  return (scope) => {
    note(scope.run, diagnostic('function-external', span, {}));
    return null;
  };
}

/** A call may go so deep before it is taken for one without end. */
const DEEPEST_CALL = 400;

/** Runs a function's body with its parameters bound, each made to fit its type. Throws FeelError where one does not, or calls go too deep. */
export function callBody(scope: Scope, values: readonly Value[], types: readonly FeelType[], body: Evaluate, span: Span): Value {
  const { run } = scope;
  if (run.depth >= DEEPEST_CALL) throw feelError('too-deep', {}).at(span);
  charge(run.work, 1);
  let inner = scope;
  for (const [index, type] of types.entries()) inner = bind(inner, fittedArgument(values[index] ?? null, type, span));
  run.depth += 1;
  try {
    return body(inner);
  } finally {
    run.depth -= 1;
  }
}

function fittedArgument(value: Value, type: FeelType, span: Span): Value {
  const fit = fitted(value, type);
  if (fit === undefined) throw feelError('types-not-comparable', { left: kindOf(value), right: type.kind === 'simple' ? type.name : type.kind }).at(span);
  return fit;
}

export function call(node: Call, compiler: Compiler): Evaluate {
  const { callee, span } = node;
  const given = node.arguments.map(({ name, value }): Given => ({ name: name?.name, evaluate: compiler.expression(value) }));
  const builtin = callee.kind === 'name' && !isBound(compiler.names, callee.name) ? (clock(callee.name, given) ?? builtins.get(callee.name)) : undefined;
  if (builtin !== undefined) return typeof builtin === 'function' ? (scope) => builtin(scope.run) : builtinCall(builtin, given, span);
  return calling(compiler.expression(callee), given, given.some(({ name }) => name !== undefined), span);
}

/** Calls what `target` comes to, with arguments by name or in order. */
export function calling(target: Evaluate, given: readonly Given[], named: boolean, span: Span): Evaluate {
  return (scope) => {
    const called = target(scope);
    try {
      if (!(called instanceof FeelFunction)) throw feelError('not-callable', { found: kindOf(called) });
      return called.call(placed(called.parameters, given, named, scope));
    } catch (thrown) {
      return nullFor(thrown, scope, span);
    }
  };
}

interface Given {
  readonly name: string | undefined;
  readonly evaluate: Evaluate;
}

/** Arguments in the order of the parameters. Throws FeelError where they do not fit in number or name. */
function placed(parameters: readonly string[], given: readonly Given[], named: boolean, scope: Scope): readonly Value[] {
  const unknown = named && given.some(({ name }) => name === undefined || !parameters.includes(name));
  if (unknown || (!named && given.length !== parameters.length)) throw feelError('argument-count', { expected: parameters.length, found: given.length });
  if (!named) return given.map(({ evaluate }) => evaluate(scope));
  return parameters.map((parameter) => given.find(({ name }) => name === parameter)?.evaluate(scope) ?? null);
}

/** The parameter list of a built-in function that arguments fit by number or name; several fit by what they take. */
function builtinCall(builtin: Builtin, given: readonly Given[], span: Span): Evaluate {
  const possible = [...builtin.signatures]
    .sort(byWrittenOrder(given.map(({ name }) => name)))
    .flatMap((signature) => {
      const order = orderIn(signature, given);
      return order === undefined ? [] : [{ signature, order }];
    })
    .sort((a, b) => unnamed(a.order) - unnamed(b.order));
  return (scope) => {
    const values = given.map(({ evaluate }) => evaluate(scope));
    let reason: FeelError | undefined;
    for (const { signature, order } of possible) {
      try {
        return callBuiltin(scope.run.work, signature, order.map((index) => (typeof index === 'number' ? values[index] : index)));
      } catch (thrown) {
        if (!isNull(thrown)) throw thrown;
        reason = thrown;
      }
    }
    return nullFor(reason ?? feelError('argument-count', { expected: builtin.signatures[0]?.parameters.length ?? 0, found: given.length }), scope, span);
  };
}

function unnamed(order: readonly (number | null | undefined)[]): number {
  return order.filter((place) => place === null).length;
}

/** For each parameter the place of its argument, or null for one that was not named but must be there. Undefined: the arguments do not fit. */
function orderIn({ parameters, variadic }: BuiltinSignature, given: readonly Given[]): readonly (number | null | undefined)[] | undefined {
  const required = parameters.filter(({ optional }) => !optional);
  if (given.every(({ name }) => name === undefined)) {
    const fits = given.length >= required.length && (variadic || given.length <= parameters.length);
    return fits ? given.map((_, index) => index) : undefined;
  }
  const names = given.map(({ name }) => name);
  const fits = new Set(names).size === names.length && names.every((name) => parameters.some((parameter) => parameter.name === name));
  return fits ? parameters.map(({ name, optional }) => (names.includes(name) ? names.indexOf(name) : optional ? undefined : null)) : undefined;
}

/** A built-in function that is named without calling it. Its first parameter list is the one it has as a value. */
export function builtinValue(builtin: Builtin, run: Run, span: Span): FeelFunction | null {
  const [signature] = builtin.signatures;
  if (signature === undefined) return null;
  return new FeelFunction(signature.parameters.map(({ name }) => name), (values) => {
    try {
      return callBuiltin(run.work, signature, values);
    } catch (thrown) {
      return nullFor(thrown, emptyScope(run), span);
    }
  });
}

/** Notes that a name means nothing, once for each evaluation that meets it. */
export function unknownName(name: string, span: Span): Evaluate {
  return (scope) => {
    note(scope.run, feelError('no-such-entry', { name, found: 'context' }).at(span).diagnostic);
    return null;
  };
}
