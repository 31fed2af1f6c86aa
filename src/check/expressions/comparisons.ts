import type { MissingTest, Typed } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { Type } from '../../model/type.ts';
import type { Binary, ComparisonOperator, Expression } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { hasOrder } from '../types/order.ts';
import { join } from '../types/join.ts';
import { constantFits } from './conform.ts';
import { inferOptional } from './infer.ts';
import { findMember } from './names.ts';
import { inferTogether } from './pairs.ts';
import { isOptionalRead } from './presence.ts';
import { failed, problem, textOf, type Scope } from './scope.ts';

const BOOLEAN: Type = { kind: 'boolean' };

/** `a = b`, `a > b`; `a = missing` and `a != missing` for an optional fact. */
export function inferComparison(expression: Binary, operator: ComparisonOperator, scope: Scope): Typed {
  const { span, left, right } = expression;
  if (operator === '=' || operator === '!=') {
    if (isMissing(right) && !isMissing(left)) return inferMissingTest(left, operator, span, scope);
    if (isMissing(left) && !isMissing(right)) return inferMissingTest(right, operator, span, scope);
  }
  const [first, second] = inferTogether({ expression: left, scope }, { expression: right, scope });
  if (!areComparable(operator, first, second, expression.operatorSpan, scope)) return failed(span);
  if (!boundFits(operator, first, second, scope) || !boundFits(operator, second, first, scope)) return failed(span);
  return { kind: 'compare', operator, left: first, right: second, type: BOOLEAN, span };
}

function isMissing(expression: Expression): boolean {
  return expression.kind === 'parenthesized' ? isMissing(expression.inner) : expression.kind === 'missing';
}

/** `x = missing`; the model spells `x != missing` as `(x = missing) = false`. */
function inferMissingTest(tested: Expression, operator: '=' | '!=', span: Span, scope: Scope): Typed {
  const value = inferOptional(tested, scope);
  if (!isOptionalRead(value)) {
    if (value.type.kind !== 'any') problem(scope, 'never-missing', span, { name: textOf(tested.span) });
    return failed(span);
  }
  const test: MissingTest = { kind: 'missing test', value, type: BOOLEAN, span };
  if (operator === '=') return test;
  return { kind: 'compare', operator: '=', left: test, right: { kind: 'constant', value: false, type: BOOLEAN, span }, type: BOOLEAN, span };
}

/** Whether two values can be compared so; if not, that is reported at `span`. */
export function areComparable(operator: ComparisonOperator, left: Typed, right: Typed, span: Span, scope: Scope): boolean {
  const [a, b] = [left.type, right.type];
  if (a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'number' && b.kind === 'number' && join(a, b) === undefined) {
    problem(scope, 'units-differ', span, { operator, left: typeText(a), right: typeText(b) });
    return false;
  }
  if (reportEnumAndText(left, right, scope) || reportEnumAndText(right, left, scope)) return false;
  if (!ofOneKind(a, b)) {
    problem(scope, 'comparison-mismatch', span, { left: typeText(a), right: typeText(b) });
    return false;
  }
  return operator === '=' || operator === '!=' || isOrdered(a, operator, span, scope);
}

/** Records of different fields can be compared: they are unequal. Everything else must be of one type. */
function ofOneKind(a: Type, b: Type): boolean {
  return (a.kind === 'record' && b.kind === 'record') || join(a, b) !== undefined;
}

/** Whether `<` and its like have a meaning for a type; if not, that is reported. */
export function isOrdered(type: Type, operation: string, span: Span, scope: Scope): boolean {
  if (hasOrder(type)) return true;
  if (type.kind === 'enum') problem(scope, 'enum-not-ordered', span, { enum: type.vocabulary.name, operation });
  else problem(scope, 'no-order', span, { type: typeText(type), operation });
  return false;
}

function reportEnumAndText(one: Typed, other: Typed, scope: Scope): boolean {
  if (one.type.kind !== 'enum' || other.type.kind !== 'text') return false;
  const text = other.kind === 'constant' && typeof other.value === 'string' ? other.value : undefined;
  if (text === undefined) problem(scope, 'comparison-mismatch', other.span, { left: typeText(one.type), right: typeText(other.type) });
  else problem(scope, 'enum-compared-with-text', other.span, { enum: one.type.vocabulary.name, text, member: findMember(one.type, text)?.name });
  return true;
}

/** A constant compared with what is not constant must be a value that the other side can have, or an end of its range. */
export function boundFits(operator: ComparisonOperator, bound: Typed, other: { readonly kind: string; readonly type: Type }, scope: Scope): boolean {
  if (bound.kind !== 'constant' || other.kind === 'constant') return true;
  return constantFits(bound, other.type, scope, operator === '=' || operator === '!=' ? 'value' : 'bound');
}
