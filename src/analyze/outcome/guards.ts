import { constantOf } from '../../boxes/constant.ts';
import { Decimal } from '../../feel/values/decimal.ts';
import { compare } from '../../feel/values/compare.ts';
import { walk } from '../../model/children.ts';
import type { Typed } from '../../model/expression.ts';
import type { ComparisonOperator } from '../../read/tree/expression.ts';
import { spanText } from '../tables/span-text.ts';

/** A comparison with a number that is known to hold, as `if` and `and` leave it behind. */
export interface Guard {
  readonly left: Typed;
  readonly operator: ComparisonOperator;
  readonly right: Decimal;
}

/** The comparisons with numbers that follow from conditions. */
export function guardsIn(conditions: readonly Typed[]): readonly Guard[] {
  return conditions.flatMap((condition) => guardsOf(condition, true));
}

function guardsOf(node: Typed, holds: boolean): readonly Guard[] {
  if (node.kind === 'logic') return (node.operator === 'and') === holds ? [...guardsOf(node.left, holds), ...guardsOf(node.right, holds)] : [];
  if (node.kind === 'membership' && node.value.type.kind === 'boolean' && node.test.kind === 'compare' && node.test.operator === '=') {
    const value = constantOf(node.test.operand);
    return typeof value === 'boolean' ? guardsOf(node.value, value === holds) : [];
  }
  if (node.kind === 'builtin' && node.builtin.name === 'not' && node.arguments[0] !== undefined) return guardsOf(node.arguments[0], !holds);
  if (node.kind !== 'compare') return [];
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  const operator = holds ? node.operator : opposite[node.operator];
  if (right instanceof Decimal) return [{ left: node.left, operator, right }];
  return left instanceof Decimal ? [{ left: node.right, operator: mirrored[operator], right: left }] : [];
}

const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };
const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** Whether a guard keeps its expression from being a number. */
export function excludes({ operator, right }: Guard, value: Decimal): boolean {
  const order = compare(value, right);
  return !{ '=': order === 0, '!=': order !== 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[operator];
}

/** Whether two expressions are surely equal wherever both are evaluated: one text, in which every name means the same. */
export function isSameExpression(a: Typed, b: Typed): boolean {
  const text = spanText(a.span);
  const names = freeNames(a);
  // Every loop has a `partial` of its own.
  return text !== '' && text === spanText(b.span) && !names.includes('partial') && names.join(' ') === freeNames(b).join(' ');
}

/** The variables that an expression reads and does not bind itself. */
function freeNames(expression: Typed): readonly string[] {
  const read = new Set<string>();
  const bound = new Set<string>();
  walk([expression], (node) => {
    if (node.kind === 'variable') read.add(node.name);
    else if (node.kind === 'filter') bound.add(node.item);
    else if (node.kind === 'for' || node.kind === 'quantifier') node.iterators.forEach(({ variable }) => bound.add(variable));
    else if (node.kind === 'lambda') node.parameters.forEach((name) => bound.add(name));
    else if (node.kind === 'context') node.entries.forEach(({ variable }) => bound.add(variable));
  });
  return [...read].filter((name) => !bound.has(name)).sort();
}
