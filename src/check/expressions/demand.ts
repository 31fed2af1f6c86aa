import { closest } from '../../diagnostics/closest.ts';
import type { Conditional, ContextOf, ListOf, Typed } from '../../model/expression.ts';
import { typeText } from '../../model/type-text.ts';
import type { RecordType, Type } from '../../model/type.ts';
import type { ContextLiteral, Expression } from '../../read/tree/expression.ts';
import { conform } from './conform.ts';
import { BROKEN, isBroken } from '../types/broken.ts';
import { typeOfParts } from '../types/limits.ts';
import { inferConditionOf } from './conditions.ts';
import { entriesOf } from './contexts.ts';
import { infer } from './infer.ts';
import { presentWhen } from './presence.ts';
import { problem, withPresent, type Scope } from './scope.ts';

/**
 * The typed expression, whose value must be of type `expected`. The demand is passed down into branches, lists and
 * contexts, so that what is wrong is reported where it stands.
 */
export function demand(expression: Expression, expected: Type, scope: Scope): Typed {
  const { span } = expression;
  switch (expression.kind) {
    case 'parenthesized':
      return demand(expression.inner, expected, scope);
    case 'if': {
      const condition = inferConditionOf(expression.condition, scope);
      const then = demand(expression.then, expected, withPresent(scope, presentWhen(condition, true)));
      const otherwise = demand(expression.otherwise, expected, withPresent(scope, presentWhen(condition, false)));
      const type = typeOfParts(expected, [then, otherwise].map((part) => ({ part, expected })));
      return { kind: 'if', condition, then, otherwise, type, span } satisfies Conditional;
    }
    case 'list': {
      if (expected.kind !== 'list') break;
      const items = expression.items.map((item) => demand(item, expected.item, scope));
      const type = typeOfParts(expected, items.map((part) => ({ part, expected: expected.item })));
      return { kind: 'list', items, type, span } satisfies ListOf;
    }
    case 'context':
      if (expected.kind !== 'record') break;
      return demandRecord(expression, expected, scope);
    default:
      break;
  }
  return conform(infer(expression, scope, expected), expected, scope);
}

function demandRecord(expression: ContextLiteral, expected: RecordType, scope: Scope): ContextOf {
  const entries = entriesOf(expression, scope, ({ key, value }, inner) => {
    const field = expected.fields.get(key.name);
    if (field !== undefined) return demand(value, field.type, inner);
    const fields = [...expected.fields.keys()];
    problem(scope, 'field-unknown', key.span, { type: typeText(expected), name: key.name, fields, suggestion: closest(key.name, fields) });
    return infer(value, inner, BROKEN);
  });
  const given = new Set(expression.entries.map(({ key }) => key.name));
  const missing = [...expected.fields].find(([name, field]) => !field.optional && !isBroken(field.type) && !given.has(name));
  const misspelt = [...given].some((name) => !expected.fields.has(name));
  if (missing !== undefined && !misspelt) problem(scope, 'record-field-missing', expression.span, { type: typeText(expected), field: missing[0], found: undefined });
  const type = typeOfParts(expected, entries.map(({ name, value }) => ({ part: value, expected: expected.fields.get(name)?.type })));
  return { kind: 'context', entries, type, span: expression.span };
}
