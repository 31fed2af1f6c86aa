import { constantOf } from '../../boxes/constant.ts';
import { Decimal, toSafeInteger } from '../../feel/values/decimal.ts';
import { isAllowed } from '../../model/allowed.ts';
import type { Typed } from '../../model/expression.ts';
import type { Place } from '../places/places.ts';
import { excludes, guardsIn, isSameExpression } from './guards.ts';
import { leastItems, type Known } from './lengths.ts';

/**
 * Whether the text alone shows that a failing comparison never holds: the type excludes it, the conditions around it do,
 * or a list is made so that it has items. It reasons where no case can be solved for: in loops, and over lists that are computed.
 */
export function neverHolds(when: Typed, { known, loops }: Place): boolean {
  if (when.kind !== 'compare') return false;
  const value = constantOf(when.right);
  if (!(value instanceof Decimal)) return false;
  const about: Known = { guards: guardsIn(known()), loops };
  const { left, operator } = when;
  if (left.kind === 'builtin' && left.builtin.name === 'count' && left.arguments[0] !== undefined) {
    const least = leastItems(left.arguments[0], about);
    const compared = toSafeInteger(value) ?? Infinity;
    if ((operator === '<' && least >= compared) || (operator === '=' && least > compared)) return true;
  }
  if (operator !== '=') return false;
  if ('allowed' in left.type && left.type.allowed !== undefined && !isAllowed(left.type.allowed, value)) return true;
  return about.guards.some((guard) => isSameExpression(guard.left, left) && excludes(guard, value));
}
