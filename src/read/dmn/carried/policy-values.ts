import type { Expression, Test } from '../../tree/expression.ts';
import type { Text } from '../../tree/statement.ts';
import type { XmlElement } from '../xml/element.ts';

/** Whether the strings of an element's type are members of an enum: of the types that strings belong to only an enum has a name of its own. */
export function holdsMembers(element: XmlElement | undefined): boolean {
  const type = element?.attributes.get('typeRef')?.text;
  return type !== undefined && type !== 'string';
}

/** A test as the policy dialect writes it. */
export function policyTest(test: Test, members: boolean): Test {
  switch (test.kind) {
    case 'any':
      return test;
    case 'not':
      return { ...test, tests: test.tests.map((each) => policyTest(each, members)) };
    case 'compare':
      return { ...test, operand: policyValue(test.operand, members) };
    case 'expression':
      if (test.expression.kind === 'null') return { ...test, expression: { kind: 'missing', span: test.span } };
      return { ...test, expression: policyValue(test.expression, members) };
  }
}

/** A value as the policy dialect writes it: members and dates bare, in every branch of an `if`. */
export function policyValue(expression: Expression, members: boolean): Expression {
  const { span } = expression;
  const inner = (part: Expression): Expression => policyValue(part, members);
  switch (expression.kind) {
    case 'string':
      return members ? { kind: 'name', name: expression.value, span } : expression;
    case 'range':
      return { ...expression, low: expression.low && inner(expression.low), high: expression.high && inner(expression.high) };
    case 'if':
      return { ...expression, then: inner(expression.then), otherwise: inner(expression.otherwise) };
    case 'parenthesized':
      return { ...expression, inner: inner(expression.inner) };
    default: {
      const date = dateIn(expression);
      return date === undefined ? expression : { kind: 'date', text: date.text, span };
    }
  }
}

/** `date("2024-01-31")`. */
export function dateIn(expression: Expression | undefined): Text | undefined {
  if (expression?.kind === 'date') return expression;
  if (expression?.kind !== 'call' || expression.callee.kind !== 'name' || expression.callee.name !== 'date') return undefined;
  const value = expression.arguments[0]?.value;
  return value?.kind === 'string' && expression.arguments.length === 1 ? { text: value.value, span: expression.span } : undefined;
}
