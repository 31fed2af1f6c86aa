import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { kindOf } from '../../feel/values/kind.ts';
import type { Boxed, BoxedContext, BoxedFunction, BoxedInvocation, BoxedIteration, BoxedRelation } from '../../read/dmn/tree.ts';
import type { TypeExpression } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { charged } from '../run/work.ts';
import type { Compiler } from './compiler.ts';
import { fillContext } from './contexts.ts';
import { choosing, domainOf, looping, PARTIAL, quantifying, type Turns } from './control.ts';
import { callBody, calling, external } from './functions.ts';
import { filtering } from './paths.ts';
import { repeated } from './repeated.ts';
import { bind, note, type Evaluate, type Scope } from './scope.ts';
import { tableOf } from './tables.ts';
import { ANY, fitted, TypedFunction, typeName, type FeelType } from './types.ts';

/** A boxed expression (DMN 1.5, clause 10.2), its value made to fit its type. One that is absent is null. */
export function boxed(node: Boxed | undefined, compiler: Compiler): Evaluate {
  return node === undefined ? () => null : fitting(node.type, node.span, logicOf(node, compiler), compiler);
}

function logicOf(node: Boxed, compiler: Compiler): Evaluate {
  switch (node.kind) {
    case 'literal':
      return node.expression === undefined ? () => null : compiler.expression(node.expression);
    case 'table':
      return tableOf(node, compiler);
    case 'context':
      return contextOf(node, compiler);
    case 'invocation':
      return invocation(node, compiler);
    case 'list': {
      const items = node.items.map((item) => boxed(item, compiler));
      return (scope) => charged(scope.run.work, items.map((item) => item(scope)));
    }
    case 'relation':
      return relation(node, compiler);
    case 'function':
      return functionOf(node, ANY, compiler);
    case 'conditional':
      return choosing(boxed(node.condition, compiler), boxed(node.then, compiler), boxed(node.otherwise, compiler));
    case 'for':
    case 'some':
    case 'every':
      return iteration(node, compiler);
    case 'filter':
      return filtering(boxed(node.source, compiler), repeated(node.condition, boxed(node.condition, compiler.withinFilter())), node.span);
  }
}

/** What an expression comes to, made to fit a type; null, with a note, where it cannot be. */
export function fitting(written: TypeExpression | undefined, span: Span, evaluate: Evaluate, compiler: Compiler): Evaluate {
  return written === undefined ? evaluate : fittingType(compiler.type(written), span, evaluate);
}

export function fittingType(type: FeelType, span: Span, evaluate: Evaluate): Evaluate {
  if (type.kind === 'Any') return evaluate;
  return (scope) => {
    const value = evaluate(scope);
    const fit = fitted(value, type);
    if (fit === undefined) note(scope.run, diagnostic('value-does-not-fit', span, { found: kindOf(value), type: typeName(type) }));
    return fit ?? null;
  };
}

function contextOf({ entries, result }: BoxedContext, compiler: Compiler): Evaluate {
  let inner = compiler;
  const parts = entries.map(({ name, type, value }) => {
    const evaluate = fitting(type, value.span, boxed(value, inner), inner);
    inner = inner.within(name.name);
    return { name: name.name, evaluate };
  });
  const last = result && boxed(result, inner);
  return (scope) => {
    const { context, inner: around } = fillContext(parts, scope);
    return last === undefined ? context : last(around);
  };
}

function invocation({ callee, arguments: given, span }: BoxedInvocation, compiler: Compiler): Evaluate {
  const parts = given.map(({ name, type, value }) => ({ name: name.name, evaluate: fitting(type, span, boxed(value, compiler), compiler) }));
  return calling(boxed(callee, compiler), parts, true, span);
}

function relation({ columns, rows }: BoxedRelation, compiler: Compiler): Evaluate {
  const parts = rows.map((row) => row.map((cell) => boxed(cell, compiler)));
  return (scope) => charged(scope.run.work, parts.map((row) => new Map(row.map((cell, index) => [columns[index]?.name ?? '', cell(scope)]))));
}

/** A function of a model; calls of one in another language are null, since it is not run. */
export function functionOf({ language, parameters, body, span }: BoxedFunction, result: FeelType, compiler: Compiler): Evaluate {
  const names = parameters.map(({ name }) => name.name);
  const types = parameters.map(({ type }) => (type === undefined ? ANY : compiler.type(type)));
  const evaluate: Evaluate = language === 'external' ? external(span) : fittingType(result, span, repeated(body, boxed(body, compiler.within(...names))));
  return (scope) => new TypedFunction(names, types, result, (values) => callBody(scope, values, types, evaluate, span));
}

function iteration({ kind, variable, source, body, span }: BoxedIteration, compiler: Compiler): Evaluate {
  const domain = domainOf(span, boxed(source, compiler));
  const turns: Pick<Turns, 'run'> = { run: (scope: Scope, turn) => domain(scope, (value) => turn(bind(scope, value))) };
  const inner = compiler.within(variable.name);
  return kind === 'for' ? looping(turns, repeated(body, boxed(body, inner.within(PARTIAL))), body) : quantifying(kind, turns, repeated(body, boxed(body, inner)), span);
}
