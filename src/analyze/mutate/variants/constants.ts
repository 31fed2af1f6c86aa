import { Decimal, compareDecimals, decimalOf } from '../../../feel/values/decimal.ts';
import { EnumMember } from '../../../feel/values/enum.ts';
import { formatTemporal, isTemporal } from '../../../feel/values/temporal.ts';
import type { Value } from '../../../feel/values/value.ts';
import type { Expression } from '../../../read/tree/expression.ts';
import { expressionText } from '../../../read/tree/expression-text.ts';
import { neighboursOf, numberText } from './neighbours.ts';
import { variant, type Site, type Variant } from './variant.ts';

/** A constant as written, with each of its neighbours in its stead. Nothing for what is no constant. */
export function constantVariants(expression: Expression, { typedAt, expected, constant }: Site): readonly Variant<Expression>[] {
  const typed = typedAt(expression.span);
  if (typed?.kind !== 'constant') return [];
  const written = expression.kind === 'number' ? expression.text : '';
  return neighboursOf(typed.value, written, expected).flatMap((value) => {
    const node = spelled(expression, value);
    return node === undefined ? [] : [variant(constant, node, expression.span, expressionText(node))];
  });
}

/** A value spelled as the literal that it replaces. */
function spelled(replaced: Expression, value: Value): Expression | undefined {
  switch (replaced.kind) {
    case 'number':
      // A negative number is a literal with a sign before it, which is an expression of its own.
      return value instanceof Decimal && compareDecimals(value, decimalOf(0)) >= 0 ? { ...replaced, text: numberText(value, replaced.text) } : undefined;
    case 'string':
      return typeof value === 'string' ? { ...replaced, value } : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? { ...replaced, value } : undefined;
    case 'date':
    case 'temporal':
      return isTemporal(value) ? { ...replaced, text: formatTemporal(value) } : undefined;
    case 'name':
    case 'path':
      return value instanceof EnumMember ? { ...replaced, name: value.name } : undefined;
    default:
      return undefined;
  }
}
