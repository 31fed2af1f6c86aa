import type { Comparison } from '../../feel/values/value.ts';
import type { Arithmetic, Compare, InstanceTest, Negate, Rounding } from '../../model/expression.ts';
import type { ArithmeticOperator } from '../../read/tree/expression.ts';
import { isInstance } from '../run/conform.ts';
import { expression, placing } from './expression.ts';
import type { Code } from './program.ts';
import type { Writer } from './writer.ts';

const functionOf: Readonly<Record<ArithmeticOperator, Code>> = { '+': 'addValues', '-': 'subtractValues', '*': 'multiplyValues', '/': 'divideValues', '**': 'powerValues' };

export function arithmetic({ operator, left, right, span }: Arithmetic, writer: Writer): Code {
  const last = placing(expression(right, writer), span, writer);
  return `${functionOf[operator]}(${expression(left, writer)},${operator === '**' ? `chargedExponent(F.work,${last})` : last})`;
}

export function negation({ operand, span }: Negate, writer: Writer): Code {
  return `negateValue(${placing(expression(operand, writer), span, writer)})`;
}

export function comparison({ operator, left, right, span }: Compare, writer: Writer): Code {
  return compared(operator, expression(left, writer), placing(expression(right, writer), span, writer));
}

/** Whether `left operator right`, in parentheses where they are needed. */
export function compared(operator: Comparison, left: Code, right: Code): Code {
  if (operator === '=') return `equal(${left},${right})`;
  return operator === '!=' ? `!equal(${left},${right})` : `(compare(${left},${right})${operator}0)`;
}

export function rounding({ value, step, method, span }: Rounding, writer: Writer): Code {
  const { constant } = writer.program;
  return `rounded(${placing(expression(value, writer), span, writer)},${constant(step)},${constant(method)})`;
}

export function instanceTest({ value, tested }: InstanceTest, writer: Writer): Code {
  return `${writer.program.constant(isInstance(tested))}(${expression(value, writer)})`;
}
