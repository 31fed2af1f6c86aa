import type { Type } from '../../model/type.ts';
import { Decimal, add, compareDecimals, decimalOf, decimalsEqual, divide, isInteger, multiply, rationalRoot } from '../values/decimal.ts';
import { powerOfTen } from '../values/decimal-integers.ts';
import { feelError } from '../values/error.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { badArgument, builtin, required, taking, takingMore } from './declare.ts';
import { number, numbers } from './kinds.ts';
import { NUMBER, itemsOf, listOf, ofSameUnit } from './result-types.ts';

type Given = readonly (Type | undefined)[];

/** A function of a list of numbers, which may also be given one by one. */
function overNumbers(name: string, result: (given: Given) => Type, call: (items: readonly Decimal[]) => Value): Builtin {
  return builtin(name, taking([required('list', numbers)], result, call), takingMore([], required('n', number), result, call));
}

/** A number of the items' unit, on no grain. */
const oneOfTheUnit = (given: Given): Type => ofSameUnit(itemsOf(given), undefined);

const sum = overNumbers(
  'sum',
  (given) => ofGrain(itemsOf(given)),
  (items) => filled('sum', items).reduce(add),
);

/** Sums of multiples of a grain are multiples of it. */
function ofGrain(item: Type): Type {
  return ofSameUnit(item, item.kind === 'number' ? item.grain : undefined);
}

const product = overNumbers(
  'product',
  (given) => productOf(itemsOf(given)),
  (items) => filled('product', items).reduce(multiply),
);

/** Shares and counts multiply to their kind; money times money is no money. Whole numbers stay whole. */
function productOf(item: Type): Type {
  if (item.kind !== 'number') return NUMBER;
  const unit = item.unit.kind === 'percent' || item.unit.kind === 'count' ? item.unit : NUMBER.unit;
  return { ...NUMBER, unit, grain: item.grain !== undefined && isInteger(item.grain) ? item.grain : undefined };
}

const mean = overNumbers('mean', oneOfTheUnit, (items) => average(filled('mean', items)));

/** The middle item, or the mean of the two in the middle. */
const median = overNumbers('median', oneOfTheUnit, (items) => {
  const sorted = [...filled('median', items)].sort(compareDecimals);
  const half = Math.floor(sorted.length / 2);
  return average(sorted.slice(sorted.length % 2 === 0 ? half - 1 : half, half + 1));
});

/** The sample standard deviation, correctly rounded: the variance before the root is an exact fraction. */
const deviation = overNumbers('stddev', oneOfTheUnit, (items) => {
  if (items.length < 2) throw badArgument('stddev', 'list', { en: 'a list of at least two numbers', zh: '至少含两个数的列表' }, items);
  const scale = items.reduce((finest, item) => Math.max(finest, item.scale), 0);
  const wholes = items.map((item) => BigInt(item.coefficient) * powerOfTen(scale - item.scale));
  const count = BigInt(items.length);
  const total = wholes.reduce((sum, whole) => sum + whole, 0n);
  const squares = wholes.reduce((sum, whole) => sum + whole * whole, 0n);
  return rationalRoot(count * squares - total * total, count * (count - 1n) * powerOfTen(2 * scale));
});

/** Digits after the point that add a step of work to each item: exact sums and squares are as long as the scales lie apart. */
const DIGITS_OF_A_STEP = 64;

const stddev: Builtin = {
  ...deviation,
  signatures: deviation.signatures.map((signature) => ({
    ...signature,
    cost: (values) => {
      const scales = values.flatMap((value) => value ?? null).map((item) => (item instanceof Decimal ? item.scale : 0));
      const spread = scales.reduce((most, scale) => Math.max(most, scale), 0) - scales.reduce((least, scale) => Math.min(least, scale), 0);
      return Math.floor((scales.length * spread) / DIGITS_OF_A_STEP);
    },
  })),
};

/** The items that occur most often, each once, in ascending order; of an empty list none. */
const mode = overNumbers(
  'mode',
  (given) => listOf(itemsOf(given)),
  (items) => {
    const runs: { readonly item: Decimal; length: number }[] = [];
    for (const item of [...items].sort(compareDecimals)) {
      const last = runs.at(-1);
      if (last !== undefined && decimalsEqual(last.item, item)) last.length += 1;
      else runs.push({ item, length: 1 });
    }
    const longest = runs.reduce((most, { length }) => Math.max(most, length), 0);
    return runs.filter(({ length }) => length === longest).map(({ item }) => item);
  },
);

function average(items: readonly Decimal[]): Decimal {
  return divide(items.reduce(add), decimalOf(items.length));
}

/** The list, if there is anything in it. Throws FeelError `empty-list`: FEEL's null would not say that there was nothing. */
export function filled<T>(owner: string, items: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = items;
  if (first === undefined) throw feelError('empty-list', { function: owner });
  return [first, ...rest];
}

/** FEEL's functions that make one number of many (DMN 1.5, clause 10.3.4.4). */
export const statisticsBuiltins: readonly Builtin[] = [sum, product, mean, median, stddev, mode];
