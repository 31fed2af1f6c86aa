import { builtins } from '../../feel/functions/index.ts';
import { compare } from '../../feel/values/compare.ts';
import { parseDecimal } from '../../feel/values/decimal.ts';
import { FeelRange } from '../../feel/values/range.ts';
import { parseTemporal } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { ContextLiteral, Expression, InstanceOf, ListLiteral, NameReference, NumberLiteral, RangeLiteral, TypeExpression } from '../../read/tree/expression.ts';
import { charged } from '../run/work.ts';
import type { Compiler } from './compiler.ts';
import { fillContext } from './contexts.ts';
import { conditional, loop, quantified } from './control.ts';
import { builtinValue, call, functionDefinition, unknownName } from './functions.ts';
import { membership, TESTED, testsOf } from './membership.ts';
import { readingOf, withElement, withNames, type Names } from './names.ts';
import { between, binary, negation } from './operators.ts';
import { filter, path } from './paths.ts';
import { nullFor, type Evaluate } from './scope.ts';
import { isInstance, type FeelType } from './types.ts';

export interface Setting {
  readonly report: Report;
  /** The type that a name of types means. */
  readonly type: (written: TypeExpression) => FeelType;
}

/** A compiler of expressions where these names are in scope. */
export function compilerFor(names: Names, setting: Setting): Compiler {
  const compiler: Compiler = {
    names,
    report: setting.report,
    expression: (node) => expressionOf(node, compiler),
    tests: ({ tests }) => testsOf(tests, compiler),
    type: setting.type,
    within: (...added) => compilerFor(withNames(names, added), setting),
    withinFilter: () => compilerFor(withElement(names), setting),
  };
  return compiler;
}

function expressionOf(node: Expression, compiler: Compiler): Evaluate {
  switch (node.kind) {
    case 'number':
      return number(node, compiler);
    case 'string':
    case 'boolean':
      return constant(node.value);
    case 'null':
      return constant(null);
    case 'temporal':
      return temporal(node.text, node, compiler);
    case 'input value':
      return readingOf(compiler.names, TESTED) ?? unknownName(TESTED, node.span);
    case 'name':
      return nameOf(node, compiler);
    case 'path':
      return path(node, compiler);
    case 'negation':
      return negation(node, compiler);
    case 'binary':
      return binary(node, compiler);
    case 'between':
      return between(node, compiler);
    case 'in':
      return membership(node, compiler);
    case 'instance of':
      return instanceOf(node, compiler);
    case 'if':
      return conditional(node, compiler);
    case 'for':
      return loop(node, compiler);
    case 'quantified':
      return quantified(node, compiler);
    case 'function':
      return functionDefinition(node, compiler);
    case 'filter':
      return filter(node, compiler);
    case 'call':
      return call(node, compiler);
    case 'list':
      return listOf(node, compiler);
    case 'context':
      return contextOf(node, compiler);
    case 'range':
      return rangeOf(node, compiler);
    case 'parenthesized':
      return compiler.expression(node.inner);
    // The policy dialect's own: the strict grammar does not read them.
    case 'date':
    case 'missing':
      return constant(null);
  }
}

function constant(value: Value): Evaluate {
  return () => value;
}

/** A number is read but for one beyond 9.99…E6144. */
function number({ text, span }: NumberLiteral, { report }: Compiler): Evaluate {
  const value = parseDecimal(text);
  if (value === undefined) report(diagnostic('number-invalid', span, { text }));
  return constant(value ?? null);
}

function temporal(text: string, { span }: Expression, { report }: Compiler): Evaluate {
  const value = parseTemporal(text);
  if (value === undefined) report(diagnostic('temporal-invalid', span, { text }));
  return constant(value ?? null);
}

function nameOf({ name, span }: NameReference, { names }: Compiler): Evaluate {
  const reading = readingOf(names, name);
  if (reading !== undefined) return reading;
  const builtin = builtins.get(name);
  return builtin === undefined ? unknownName(name, span) : (scope) => builtinValue(builtin, scope.run, span);
}

function instanceOf({ value, type }: InstanceOf, { expression, type: resolve }: Compiler): Evaluate {
  const evaluate = expression(value);
  const tested = resolve(type);
  return (scope) => isInstance(charged(scope.run.work, evaluate(scope)), tested);
}

function listOf({ items }: ListLiteral, { expression }: Compiler): Evaluate {
  const parts = items.map(expression);
  return (scope) => charged(scope.run.work, parts.map((part) => part(scope)));
}

/** Entries in order; each sees those before it. */
function contextOf({ entries }: ContextLiteral, compiler: Compiler): Evaluate {
  let inner = compiler;
  const parts = entries.map(({ key, value }) => {
    const evaluate = inner.expression(value);
    inner = inner.within(key.name);
    return { name: key.name, evaluate };
  });
  const repeated = new Set(entries.map(({ key }) => key.name)).size < entries.length;
  return (scope) => (repeated ? null : charged(scope.run.work, fillContext(parts, scope).context));
}

/** A range whose ends cannot be compared is null. */
function rangeOf({ low, high, lowClosed, highClosed, comparison, span }: RangeLiteral, { expression }: Compiler): Evaluate {
  const from = low === undefined ? undefined : expression(low);
  const to = high === undefined ? undefined : expression(high);
  return (scope) => {
    const [least, most] = [from?.(scope) ?? null, to?.(scope) ?? null];
    try {
      if (from !== undefined && to !== undefined) compare(least, most);
      return new FeelRange(least, most, lowClosed, highClosed, comparison);
    } catch (thrown) {
      return nullFor(thrown, scope, span);
    }
  };
}
