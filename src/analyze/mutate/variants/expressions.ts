import type { Typed } from '../../../model/expression.ts';
import type { Type } from '../../../model/type.ts';
import type { Argument, Binary, ComparisonOperator, Expression, Iterator, LogicalOperator } from '../../../read/tree/expression.ts';
import { expressionText } from '../../../read/tree/expression-text.ts';
import { testListVariants } from './cells.ts';
import { constantVariants } from './constants.ts';
import { isStepped } from './neighbours.ts';
import { variant, within, withinEach, type Site, type Variant } from './variant.ts';

type Variants = readonly Variant<Expression>[];

/** An expression with one slip in it, at every place where there can be one. */
export function expressionVariants(expression: Expression, site: Site): Variants {
  return [...constantVariants(expression, site), ...slipsAt(expression, site), ...slipsInside(expression, site)];
}

/** Built-in functions that are taken for one another. */
const TWINS: ReadonlyMap<string, string> = new Map(
  [
    ['worst', 'best'],
    ['min', 'max'],
    ['floor', 'ceiling'],
    ['round up', 'round down'],
    ['round half up', 'round half down'],
    ['all', 'any'],
  ].flatMap(([one = '', other = '']) => [[one, other] as const, [other, one] as const]),
);

/** Those that take any number of arguments, of which one is easily forgotten. */
const OF_MANY: ReadonlySet<string> = new Set(['worst', 'best', 'min', 'max', 'sum', 'all', 'any']);

function slipsAt(expression: Expression, site: Site): Variants {
  const { span } = expression;
  const instead = (operator: Variant<Expression>['operator'], node: Expression): Variant<Expression> => variant(operator, node, span, expressionText(node));
  switch (expression.kind) {
    case 'binary':
      return binarySlips(expression, site);
    case 'if': {
      const { then, otherwise } = expression;
      return [instead('branches exchanged', { ...expression, then: otherwise, otherwise: then })];
    }
    case 'quantified':
      return [instead('function exchanged', { ...expression, quantifier: expression.quantifier === 'some' ? 'every' : 'some' })];
    case 'call': {
      const { callee, arguments: given } = expression;
      if (callee.kind !== 'name') return [];
      const [only] = given;
      if (callee.name === 'not' && only !== undefined) return [instead('negation dropped', closed(only.value))];
      const twin = TWINS.get(callee.name);
      const exchanged = twin === undefined ? [] : [variant<Expression>('function exchanged', { ...expression, callee: { ...callee, name: twin } }, callee.span, twin)];
      const fewer = OF_MANY.has(callee.name) && given.length > 1 ? without(given).map((left) => instead('argument dropped', { ...expression, arguments: left })) : [];
      return [...exchanged, ...fewer];
    }
    case 'list':
      return without(expression.items).map((items) => instead('entry dropped', { ...expression, items }));
    case 'context':
      return without(expression.entries).map((entries) => instead('entry dropped', { ...expression, entries }));
    default:
      return [];
  }
}

/** What a comparison is taken for. */
export const COMPARED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '=': '!=', '!=': '=' };
const COMPUTED = { '+': '-', '-': '+', '*': '/', '/': '*', '**': '*' } as const;
const JOINED: Readonly<Record<LogicalOperator, LogicalOperator>> = { and: 'or', or: 'and' };

function binarySlips(expression: Binary, { typedAt }: Site): Variants {
  const { operator, operatorSpan, left, right, span } = expression;
  switch (operator) {
    case 'and':
    case 'or': {
      const node: Expression = { kind: 'parenthesized', inner: { ...expression, operator: JOINED[operator], left: closed(left), right: closed(right) }, span };
      return [variant('and, or exchanged', node, span, expressionText(node)), ...[left, right].map((kept) => variant('condition dropped', kept, span, expressionText(kept)))];
    }
    case '+':
    case '-':
    case '*':
    case '/':
    case '**': {
      // A power binds closer than a product.
      const node: Expression = { ...expression, operator: COMPUTED[operator] };
      return operator === '**' ? [] : [variant('arithmetic changed', node, operatorSpan, COMPUTED[operator])];
    }
    default: {
      const sides = [typedAt(left.span), typedAt(right.span)];
      if (operator !== '=' && operator !== '!=' && saidByEdge(sides)) return [];
      return [variant('comparison changed', { ...expression, operator: COMPARED[operator] }, operatorSpan, COMPARED[operator])];
    }
  }
}

/** Whether one side is a constant and the other stands in steps: then moving the constant by a step says the same. */
function saidByEdge([left, right]: readonly (Typed | undefined)[]): boolean {
  return (right?.kind === 'constant' && isStepped(left?.type)) || (left?.kind === 'constant' && isStepped(right?.type));
}

function slipsInside(expression: Expression, site: Site): Variants {
  const inner = (part: Expression, put: (part: Expression) => Expression, expected?: Type): Variants =>
    within(expressionVariants(part, { ...site, constant: 'constant changed', expected }), put);
  const same = (part: Expression, put: (part: Expression) => Expression): Variants => within(expressionVariants(part, site), put);
  switch (expression.kind) {
    case 'parenthesized':
      return same(expression.inner, (changed) => ({ ...expression, inner: changed }));
    case 'path':
      return inner(expression.target, (target) => ({ ...expression, target }));
    case 'negation':
      return inner(expression.operand, (operand) => ({ ...expression, operand }));
    case 'binary':
      return [
        ...inner(expression.left, (left) => ({ ...expression, left }), sideType(expression, expression.right, site)),
        ...inner(expression.right, (right) => ({ ...expression, right }), sideType(expression, expression.left, site)),
      ];
    case 'between': {
      const expected = site.typedAt(expression.value.span)?.type;
      return [
        ...inner(expression.value, (value) => ({ ...expression, value })),
        ...inner(expression.low, (low) => ({ ...expression, low }), expected),
        ...inner(expression.high, (high) => ({ ...expression, high }), expected),
      ];
    }
    case 'in': {
      const tested: Site = { ...site, constant: 'constant changed', expected: site.typedAt(expression.value.span)?.type };
      return [...inner(expression.value, (value) => ({ ...expression, value })), ...within(testListVariants(expression.tests, tested), (tests) => ({ ...expression, tests }))];
    }
    case 'instance of':
      return inner(expression.value, (value) => ({ ...expression, value }));
    case 'if':
      return [
        ...inner(expression.condition, (condition) => ({ ...expression, condition })),
        ...same(expression.then, (then) => ({ ...expression, then })),
        ...same(expression.otherwise, (otherwise) => ({ ...expression, otherwise })),
      ];
    case 'for':
      return [
        ...withinEach(expression.iterators, (iterator) => iteratorVariants(iterator, inner), (iterators) => ({ ...expression, iterators })),
        ...inner(expression.result, (result) => ({ ...expression, result })),
      ];
    case 'quantified':
      return [
        ...withinEach(expression.iterators, (iterator) => iteratorVariants(iterator, inner), (iterators) => ({ ...expression, iterators })),
        ...inner(expression.condition, (condition) => ({ ...expression, condition })),
      ];
    case 'function':
      return inner(expression.body, (body) => ({ ...expression, body }));
    case 'filter':
      return [...inner(expression.target, (target) => ({ ...expression, target })), ...inner(expression.condition, (condition) => ({ ...expression, condition }))];
    case 'call':
      return withinEach(expression.arguments, (argument, index) => argumentVariants(argument, parameterType(expression, index, site), site), (given) => ({ ...expression, arguments: given }));
    case 'list':
      return withinEach(expression.items, (item) => expressionVariants(item, { ...site, expected: undefined }), (items) => ({ ...expression, items }));
    case 'context':
      return withinEach(expression.entries, (entry) => within(expressionVariants(entry.value, { ...site, expected: undefined }), (value) => ({ ...entry, value })), (entries) => ({ ...expression, entries }));
    default:
      return [];
  }
}

/** What a side of a comparison is compared with; in arithmetic and logic the other side says nothing. */
function sideType({ operator }: Binary, other: Expression, { typedAt }: Site): Type | undefined {
  return operator in COMPARED ? typedAt(other.span)?.type : undefined;
}

function iteratorVariants(iterator: Iterator, inner: (part: Expression, put: (part: Expression) => Expression) => Variants): readonly Variant<Iterator>[] {
  const { source, to } = iterator;
  const itself = (part: Expression): Expression => part;
  return [...within(inner(source, itself), (changed) => ({ ...iterator, source: changed })), ...(to === undefined ? [] : within(inner(to, itself), (changed) => ({ ...iterator, to: changed })))];
}

function argumentVariants(argument: Argument, expected: Type | undefined, site: Site): readonly Variant<Argument>[] {
  return within(expressionVariants(argument.value, { ...site, constant: 'constant changed', expected }), (value) => ({ ...argument, value }));
}

/** The type that a function of the policy declares for an argument given by its place. */
function parameterType(call: Expression, index: number, { typedAt }: Site): Type | undefined {
  const typed = typedAt(call.span);
  return typed?.kind === 'call' ? typed.function.parameters[index]?.type : undefined;
}

/** An expression that can stand beside any operator. */
function closed(expression: Expression): Expression {
  const open = expression.kind === 'binary' || expression.kind === 'if' || expression.kind === 'between' || expression.kind === 'in' || expression.kind === 'instance of';
  return open ? { kind: 'parenthesized', inner: expression, span: expression.span } : expression;
}

/** A list without its first, without its second, …; nothing for one that would be left empty. */
export function without<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.length < 2 ? [] : items.map((_, left) => items.toSpliced(left, 1));
}
