import { constantOf } from '../../boxes/constant.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { isWithin } from '../../evaluate/run/conform.ts';
import { DaysDuration, MonthsDuration } from '../../feel/values/duration.ts';
import { Decimal } from '../../feel/values/decimal.ts';
import type { Value } from '../../feel/values/value.ts';
import { equal } from '../../feel/values/compare.ts';
import type { Arithmetic, CellTest, Constant, FunctionCall, Typed } from '../../model/expression.ts';
import type { Interval, Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';
import { fails, passes } from '../places/conditions.ts';
import { compares, number } from '../places/made-up.ts';
import { builtinFailures, byZero, outsideList } from './builtin-failures.ts';

/** A condition under which an expression has no value, and what is wrong with it then. */
export interface Failure {
  readonly when: Typed;
  readonly how: Phrase;
}

/** The conditions under which an expression has no value although all inside it do. Operands that are constants were looked at by the checker. */
export function failuresOf(node: Typed): readonly Failure[] {
  switch (node.kind) {
    case 'arithmetic':
      return divisionFailures(node);
    case 'filter':
      return node.condition.type.kind === 'number' ? outsideList(node.target, node.condition) : [];
    case 'builtin':
      return builtinFailures(node);
    case 'call':
      return argumentFailures(node);
    default:
      return [];
  }
}

function divisionFailures({ operator, left, right }: Arithmetic): readonly Failure[] {
  if (operator !== '/' && operator !== '**') return [];
  const divisor = constantOf(right);
  if (operator === '/') {
    const zero = zeroOf(right.type);
    return divisor !== undefined && !isZero(divisor) ? [] : zero === undefined ? [] : [{ when: compares(right, '=', zero(right)), how: byZero }];
  }
  // A power has no value only where 0 is raised to less than 0.
  if (divisor instanceof Decimal && divisor.coefficient >= 0) return [];
  return [{ when: compares(left, '=', number(0, left)), how: byZero }];
}

function isZero(value: Value): boolean {
  return value instanceof Decimal && value.coefficient === 0;
}

function zeroOf(type: Type): ((like: Typed) => Constant) | undefined {
  const constant = (value: Value) => ({ span }: Typed): Constant => ({ kind: 'constant', value, type, span });
  switch (type.kind) {
    case 'number':
      return (like) => number(0, like);
    case 'days and time duration':
      return constant(new DaysDuration(0n));
    case 'years and months duration':
      return constant(new MonthsDuration(0));
    default:
      return undefined;
  }
}

function argumentFailures({ function: called, arguments: given }: FunctionCall): readonly Failure[] {
  return called.parameters.flatMap(({ name, type }, index) => {
    const argument = given[index];
    const outside = argument && outsideOf(argument, type);
    if (outside === undefined) return [];
    const how = { en: `gives \`${name}\` a value outside \`${outside.allowed}\``, zh: `给 \`${name}\` 的值超出 \`${outside.allowed}\`` };
    return [{ when: outside.when, how }];
  });
}

/** That an expression comes to a value which a type's declared limits do not admit; undefined where it never does. */
export function outsideOf(expression: Typed, type: Type): { readonly when: Typed; readonly allowed: string } | undefined {
  if (!('allowed' in type) || type.allowed === undefined || isWithin(expression.type, type) || constantOf(expression) !== undefined) return undefined;
  const tests = type.allowed.alternatives.map((interval) => testOf(interval, expression.type, expression.span));
  return { when: fails(passes(expression, { kind: 'one of', tests, span: expression.span })), allowed: type.allowed.text };
}

function testOf({ low, high, lowClosed, highClosed }: Interval, type: Type, span: Span): CellTest {
  const constant = (value: Value): Constant => ({ kind: 'constant', value, type, span });
  if (low !== undefined && high !== undefined && lowClosed && highClosed && equal(low, high)) return { kind: 'compare', operator: '=', operand: constant(low), span };
  return { kind: 'between', low: low === undefined ? undefined : constant(low), high: high === undefined ? undefined : constant(high), lowClosed, highClosed, span };
}
