import type { Type } from '../../model/type.ts';
import { decimalOf } from '../values/decimal.ts';
import { FeelFunction } from '../values/function.ts';
import { sizeOf } from '../values/size.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import type { Kind } from './declare.ts';
import { badArgument, builtin, costing, optional, required, taking, takingMore } from './declare.ts';
import { anything, functionOf, list, wholePart } from './kinds.ts';
import { endOfStretch, indexOfPosition } from './positions.ts';
import { ANY, BOOLEAN, COUNT, always, commonType, itemOf, listOf, listOfAll } from './result-types.ts';
import { costOfDistinct, distinct, same } from './sameness.ts';
import { isList } from './shapes.ts';

type Given = readonly (Type | undefined)[];

const sameList = ([first]: Given): Type => listOf(itemOf(first));
/** A list with one more item of a type that may be another. */
const listWith = (items: Type | undefined, more: Given): Type => listOf(commonType([itemOf(items), ...more.map((type) => type ?? ANY)]));

const listContains = builtin(
  'list contains',
  costing(
    taking([required('list', list), required('element', anything)], always(BOOLEAN), (items, element) => items.some((item) => same(item, element))),
    wholeSize,
  ),
);

const count = builtin(
  'count',
  taking([required('list', list)], always(COUNT), (items) => decimalOf(items.length)),
);

const sublist = builtin(
  'sublist',
  taking([required('list', list), required('start position', wholePart), optional('length', wholePart)], sameList, (items, start, length) => {
    const index = indexOfPosition(start, items.length, 'sublist', 'start position');
    return items.slice(index, endOfStretch(index, length, items.length, 'sublist'));
  }),
);

const append = builtin(
  'append',
  takingMore(
    [required('list', list)],
    required('item', anything),
    ([items, ...more]) => listWith(items, more),
    (items, more) => [...items, ...more],
  ),
);

const concatenate = builtin(
  'concatenate',
  takingMore([], required('list', list), listOfAll, (lists) => lists.flat()),
);

const insertBefore = builtin(
  'insert before',
  taking(
    [required('list', list), required('position', wholePart), required('newItem', anything)],
    ([items, , item]) => listWith(items, [item]),
    (items, position, item) => items.toSpliced(indexOfPosition(position, items.length, 'insert before', 'position'), 0, item),
  ),
);

const remove = builtin(
  'remove',
  taking([required('list', list), required('position', wholePart)], sameList, (items, position) => items.toSpliced(indexOfPosition(position, items.length, 'remove', 'position'), 1)),
);

/** Calls with positions cannot tell the two forms apart, so either takes a position or a function. */
const positionOrMatch: Kind<number | FeelFunction> = {
  type: ANY,
  expected: { en: 'a position, or a function of two parameters (item and newItem)', zh: '位置，或带两个参数（item 与 newItem）的函数' },
  take: (value) => (value instanceof FeelFunction ? functionOf(2, BOOLEAN).take(value) : wholePart.take(value)),
};

/** Replaces the item at a position, or every item for which `match(item, newItem)` holds. */
const listReplace = builtin('list replace', ...['position', 'match'].map(replacing));

function replacing(second: string): ReturnType<typeof taking> {
  return taking(
    [required('list', list), required(second, positionOrMatch), required('newItem', anything)],
    ([items, , item]) => listWith(items, [item]),
    (items, at, newItem) => {
      if (typeof at === 'number') return items.with(indexOfPosition(at, items.length, 'list replace', second), newItem);
      return items.map((item) => (matched(at.call([item, newItem])) ? newItem : item));
    },
  );
}

function matched(answer: Value): boolean {
  if (typeof answer === 'boolean') return answer;
  throw badArgument('list replace', 'match', { en: 'a function that gives true or false', zh: '结果为 true 或 false 的函数' }, answer);
}

const reverse = builtin(
  'reverse',
  taking([required('list', list)], sameList, (items) => items.toReversed()),
);

/** Every position where the match stands, ascending. */
const indexOf = builtin(
  'index of',
  costing(
    taking([required('list', list), required('match', anything)], always(listOf(COUNT)), (items, match) =>
      items.flatMap((item, index) => (same(item, match) ? [decimalOf(index + 1)] : [])),
    ),
    wholeSize,
  ),
);

const union = builtin(
  'union',
  costing(
    takingMore([], required('list', list), listOfAll, (lists) => distinct(lists.flat())),
    (lists, most) => costOfDistinct(lists.flatMap((each) => each ?? null), most),
  ),
);

const distinctValues = builtin(
  'distinct values',
  costing(taking([required('list', list)], sameList, distinct), ([items], most) => (items !== undefined && isList(items) ? costOfDistinct(items, most) : 0)),
);

const flatten = builtin(
  'flatten',
  costing(
    taking([required('list', list)], ([items]) => listOf(innermost(itemOf(items))), flattened),
    wholeSize,
  ),
);

/** The cost of a function that goes into what lies in a list. */
function wholeSize([items = null]: readonly (Value | undefined)[], most: number): number {
  return sizeOf(items, most);
}

function flattened(items: readonly Value[]): readonly Value[] {
  return items.flatMap((item) => (isList(item) ? flattened(item) : [item]));
}

function innermost(type: Type): Type {
  return type.kind === 'list' ? innermost(type.item) : type;
}

/** FEEL's functions of lists (DMN 1.5, clause 10.3.4.4), but for those that compute a number or pick an extreme. */
export const listBuiltins: readonly Builtin[] = [
  listContains,
  count,
  sublist,
  append,
  concatenate,
  insertBefore,
  remove,
  listReplace,
  reverse,
  indexOf,
  union,
  distinctValues,
  flatten,
];
