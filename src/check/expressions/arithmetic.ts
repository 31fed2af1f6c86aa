import type { Phrase } from '../../diagnostics/define.ts';
import { arithmetic, negateValue } from '../../feel/values/arithmetic.ts';
import { Decimal } from '../../feel/values/decimal.ts';
import { FeelError } from '../../feel/values/error.ts';
import type { Value } from '../../feel/values/value.ts';
import type { Arithmetic, Typed } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { Type } from '../../model/type.ts';
import type { ArithmeticOperator, Binary, Negation } from '../../read/tree/expression.ts';
import type { Span } from '../../read/tree/span.ts';
import { arithmeticType } from '../types/arithmetic-types.ts';
import { isBroken } from '../types/broken.ts';
import { typeOfConstant } from '../types/number-types.ts';
import { infer } from './infer.ts';
import { failed, problem, textOf, type Scope } from './scope.ts';

/** `a + b`. The result of two constants is a constant. */
export function inferArithmetic(expression: Binary, operator: ArithmeticOperator, scope: Scope): Typed {
  const left = infer(expression.left, scope);
  const right = infer(expression.right, scope);
  const { span, operatorSpan } = expression;
  if (isBroken(left.type) || isBroken(right.type)) return failed(span);
  if (left.type.kind === 'any' || right.type.kind === 'any') return { kind: 'arithmetic', operator, left, right, type: { kind: 'any' }, span };
  const type = arithmeticType(operator, left.type, right.type);
  if (type === undefined) {
    problem(scope, 'operator-mismatch', operatorSpan, { operator, left: typeText(left.type), right: typeText(right.type), advice: adviceFor(operator, left, right) });
    return failed(span);
  }
  if (type === 'units differ') {
    problem(scope, 'units-differ', operatorSpan, { operator, left: typeText(left.type), right: typeText(right.type) });
    return failed(span);
  }
  return folded({ kind: 'arithmetic', operator, left, right, type, span }, operatorSpan, scope);
}

function folded(node: Arithmetic, operatorSpan: Span, scope: Scope): Typed {
  const { left, right, operator, type, span } = node;
  if (left.kind !== 'constant' || right.kind !== 'constant') return node;
  const value = computed(() => arithmetic(operator, left.value, right.value), operatorSpan, scope);
  return value === undefined ? failed(span) : { kind: 'constant', value, type: constantType(value, type), span };
}

/** What a computation with constants gives; if it fails, that is reported and undefined comes back. */
export function computed(compute: () => Value, span: Span, scope: Scope): Value | undefined {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof FeelError)) throw error;
    scope.body.report(error.at(span).diagnostic);
    return undefined;
  }
}

/** The type of a constant that was computed: as the operation says, with the grain that the value has. */
export function constantType(value: Value, type: Type): Type {
  return type.kind === 'number' && value instanceof Decimal ? typeOfConstant(value, type.unit) : type;
}

/** `-a`. */
export function inferNegation({ operand, span }: Negation, scope: Scope): Typed {
  const inner = infer(operand, scope);
  const { type } = inner;
  const negatable = type.kind === 'number' || type.kind === 'days and time duration' || type.kind === 'years and months duration' || type.kind === 'any';
  if (!negatable) {
    problem(scope, 'negation-mismatch', span, { found: typeText(type) });
    return failed(span);
  }
  if (type.kind === 'any') return { kind: 'negate', operand: inner, type, span };
  if (inner.kind === 'constant') return { kind: 'constant', value: negateValue(inner.value), type, span };
  return { kind: 'negate', operand: inner, type: { ...type, allowed: undefined }, span };
}

function adviceFor(operator: ArithmeticOperator, left: Typed, right: Typed): Phrase {
  const [date, number] = left.type.kind === 'date' ? [left, right] : [right, left];
  if (date.type.kind === 'date' && number.type.kind === 'number') {
    const unit = number.type.unit.kind === 'months' ? 'P1M' : 'P1D';
    const written = `${textOf(date.span)} ${operator} @"${unit}" * ${textOf(number.span)}`;
    return { en: `a date is moved by a duration: write \`${written}\``, zh: `为日期加减时长，写作 \`${written}\`` };
  }
  if (left.type.kind === 'text' || right.type.kind === 'text') return { en: 'make text of the other side first: `string(…)`', zh: '先将另一边转换为文本：`string(…)`' };
  return { en: 'use two numbers of one unit, two durations of one kind, or a date and a duration', zh: '使用同一单位的两个数值、同类的两个时长，或日期与时长' };
}
