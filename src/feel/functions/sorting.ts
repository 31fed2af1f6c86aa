import type { FeelFunction } from '../values/function.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { badArgument, builtin, required, taking } from './declare.ts';
import { functionOf, list } from './kinds.ts';
import { BOOLEAN, itemOf, listOf } from './result-types.ts';

/** Sorts by a function `precedes(a, b)`; items of which neither precedes the other keep their order. */
const sort = builtin(
  'sort',
  taking(
    [required('list', list), required('precedes', functionOf(2, BOOLEAN))],
    ([items]) => listOf(itemOf(items)),
    (items, precedes) => merged(items, precedes),
  ),
);

/**
 * A stable merge sort. JavaScript's own sort may ask in any order, so that a function that contradicts itself could
 * answer otherwise after an update; here the questions are fixed.
 */
function merged(items: readonly Value[], precedes: FeelFunction): readonly Value[] {
  if (items.length < 2) return items;
  const middle = items.length >> 1;
  const left = merged(items.slice(0, middle), precedes);
  const right = merged(items.slice(middle), precedes);
  const result: Value[] = [];
  let taken = 0;
  for (const item of right) {
    while (taken < left.length && !holds(precedes, item, left[taken] ?? null)) {
      result.push(left[taken] ?? null);
      taken += 1;
    }
    result.push(item);
  }
  return [...result, ...left.slice(taken)];
}

function holds(precedes: FeelFunction, a: Value, b: Value): boolean {
  const answer = precedes.call([a, b]);
  if (typeof answer === 'boolean') return answer;
  throw badArgument('sort', 'precedes', { en: 'a function that gives true or false', zh: '结果为 true 或 false 的函数' }, answer);
}

/** FEEL's `sort` (DMN 1.5, clause 10.3.4.7). */
export const sortingBuiltins: readonly Builtin[] = [sort];
