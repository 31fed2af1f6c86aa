import type { CellTest, Constant, Quantifier, Typed } from '../../model/expression.ts';
import type { Row, Table } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import type { Span } from '../../read/tree/span.ts';
import type { Demand } from '../reach/question.ts';

const BOOLEAN: Type = { kind: 'boolean' };

/** The place of what is made up: where it belongs, but without any text. */
export function placeless({ file, start }: Span): Span {
  return { file, start, end: start };
}

/** The demand that a condition holds. */
export function demandThat(condition: Typed): Demand {
  return { expression: condition, within: [{ kind: 'value', value: true }] };
}

/** That a value passes a test; as in a cell, a missing value passes only `-` and `missing`. */
export function passes(value: Typed, test: CellTest): Typed {
  return { kind: 'membership', value, test, type: BOOLEAN, span: placeless(value.span) };
}

/** That a condition is false. */
export function fails(condition: Typed): Typed {
  const operand: Constant = { kind: 'constant', value: false, type: BOOLEAN, span: placeless(condition.span) };
  return passes(condition, { kind: 'compare', operator: '=', operand, span: operand.span });
}

/** That all conditions hold, looked at from the first to the last. */
export function allHold(conditions: readonly Typed[], span: Span): Typed {
  const [first, ...rest] = conditions;
  if (first === undefined) return { kind: 'constant', value: true, type: BOOLEAN, span: placeless(span) };
  return rest.reduce((left, right): Typed => ({ kind: 'logic', operator: 'and', left, right, type: BOOLEAN, span: placeless(span) }), first);
}

/** That a condition holds for some turn of a loop. */
export function someTurn(iterators: Quantifier['iterators'], condition: Typed): Typed {
  return { kind: 'quantifier', quantifier: 'some', iterators, condition, type: BOOLEAN, span: placeless(condition.span) };
}

/** That a row's cells accept what the columns come to. */
export function cellsAccept({ columns }: Table, { cells }: Row): readonly Typed[] {
  return columns.flatMap(({ expression }, index) => {
    const cell = cells[index];
    return cell === undefined || cell.kind === 'any' ? [] : [passes(expression, cell)];
  });
}
