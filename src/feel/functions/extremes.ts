import type { Type } from '../../model/type.ts';
import { compare } from '../values/compare.ts';
import type { EnumMember } from '../values/enum.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import type { Kind } from './declare.ts';
import { builtin, required, taking, takingMore } from './declare.ts';
import { anything, list, listOfEach, member } from './kinds.ts';
import { commonType, itemsOf } from './result-types.ts';
import { filled } from './statistics.ts';

/** A function that picks one of the items of a list, or of its arguments: the result is of their type. */
function picking<T extends Value>(name: string, item: Kind<T>, items: Kind<readonly T[]>, pick: (items: readonly [T, ...T[]]) => T): Builtin {
  const result = (given: readonly (Type | undefined)[]): Type => commonType([itemsOf(given)]);
  const call = (given: readonly T[]): T => pick(filled(name, given));
  return builtin(name, taking([required('list', items)], result, call), takingMore([], required('c', item), result, call));
}

/** The first item that none precedes. Comparing each with itself too refuses an item that has no order, even alone. */
function first<T extends Value>(items: readonly [T, ...T[]], precedes: (a: T, b: T) => boolean): T {
  return items.reduce((best, item) => (precedes(item, best) ? item : best), items[0]);
}

const min = picking('min', anything, list, (items) => first(items, (a, b) => compare(a, b) < 0));
const max = picking('max', anything, list, (items) => first(items, (a, b) => compare(a, b) > 0));

const members = listOfEach(member, { en: 'members of one ordered enum', zh: '同一有序枚举的成员' });

/** Policy dialect: the worst of an ordered enum's members, at the end of its declaration that is declared worst. */
const worst = picking('worst', member, members, (items) => first(items, isWorse));
const best = picking('best', member, members, (items) => first(items, (a, b) => isWorse(b, a)));

/** Throws FeelError `types-not-comparable` for members of two enums. */
function isWorse(a: EnumMember, b: EnumMember): boolean {
  const order = compare(a, b);
  return a.vocabulary.order === 'worst last' ? order > 0 : order < 0;
}

/** FEEL's `min` and `max` (DMN 1.5, clause 10.3.4.4), and the policy dialect's `worst` and `best`. */
export const extremeBuiltins: readonly Builtin[] = [min, max, worst, best];
