import type { Conditional, Logic, Membership } from '../../model/expression.ts';
import { check } from './checks.ts';
import { condition, expression, isName, orMissing } from './expression.ts';
import type { Code } from './program.ts';
import type { Writer } from './writer.ts';

/** Left to right, stopping early. */
export function logic({ operator, left, right }: Logic, writer: Writer): Code {
  return `(${condition(left, writer)}${operator === 'and' ? '&&' : '||'}${condition(right, writer)})`;
}

export function conditional({ condition: decides, then, otherwise }: Conditional, writer: Writer): Code {
  return `(${condition(decides, writer)}?${expression(then, writer)}:${expression(otherwise, writer)})`;
}

export function membership({ value, test }: Membership, writer: Writer): Code {
  const tested = orMissing(value, writer);
  if (isName(tested)) return check(test, tested, value.type, writer);
  const kept = writer.local();
  return `(${kept}=${tested},${check(test, kept, value.type, writer)})`;
}
