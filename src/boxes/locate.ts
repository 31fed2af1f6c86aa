import { SMALL_POWERS } from '../feel/values/decimal-integers.ts';
import { Decimal } from '../feel/values/decimal.ts';
import { MonthsDuration } from '../feel/values/duration.ts';
import { EnumMember } from '../feel/values/enum.ts';
import { FeelDate } from '../feel/values/temporal.ts';
import type { Missing, Value } from '../feel/values/value.ts';
import { MISSING } from '../feel/values/value.ts';
import type { Cut } from './cut.ts';
import { cutsBelow } from './cut.ts';
import type { Partition } from './partition.ts';

/** Finds the atom that holds a value: its number, or -1 where none does, for a value that is not of the column's type. */
export type Locate = (value: Value | Missing) => number;

/** Makes the quickest way from a value to its atom: a place in an array, a Map, a binary search. */
export function locator(partition: Partition): Locate {
  const last = partition.atoms.length - 1;
  const missing = partition.atoms[last]?.kind === 'missing' ? last : -1;
  switch (partition.kind) {
    case 'opaque':
      return (value) => (value === MISSING ? missing : 0);
    case 'listed':
      return listedLocator(partition, missing);
    case 'ordered':
      return orderedLocator(partition, missing);
  }
}

function listedLocator(partition: Extract<Partition, { readonly kind: 'listed' }>, missing: number): Locate {
  const { type, atomOf } = partition;
  switch (type.kind) {
    case 'boolean':
      return (value) => (value === true ? 1 : value === false ? 0 : value === MISSING ? missing : -1);
    case 'enum': {
      const { vocabulary } = type;
      return (value) => (value instanceof EnumMember && value.vocabulary === vocabulary ? value.rank : value === MISSING ? missing : -1);
    }
    default: {
      const others = atomOf.size;
      return (value) => (typeof value === 'string' ? (atomOf.get(value) ?? others) : value === MISSING ? missing : -1);
    }
  }
}

function orderedLocator(partition: Extract<Partition, { readonly kind: 'ordered' }>, missing: number): Locate {
  const { line, cuts, type } = partition;
  const slow: Locate = (value) => (value === MISSING ? missing : line.holds(value) ? cutsBelow(line, cuts, value) : -1);
  switch (type.kind) {
    case 'number':
      return numberLocator(type.grain, cuts, slow);
    case 'date':
      return countLocator(cuts, (value) => (value instanceof FeelDate ? value.epochDay : undefined), slow);
    case 'years and months duration':
      return countLocator(cuts, (value) => (value instanceof MonthsDuration ? value.months : undefined), slow);
    default:
      return slow;
  }
}

/**
 * Numbers as places on a ruler of integers: the multiple k of 10^-scale stands at 2k, what lies between k and k+1 at
 * 2k+1. A cut before k is then "at 2k or above", one after k "at 2k+1 or above", all exact.
 */
function numberLocator(grain: Decimal | undefined, cuts: readonly Cut[], slow: Locate): Locate {
  // Off a grain of 10^-n is what has more than n digits after the point; other grains (0.25, 5) take the slow way.
  if (grain !== undefined && grain.coefficient !== 1) return slow;
  const numbers = cuts.map(({ value }) => value).filter((value) => value instanceof Decimal);
  const scale = Math.max(grain?.scale ?? 0, ...numbers.map((number) => number.scale));
  const ruler = Float64Array.from(cuts, ({ value, after }) => (value instanceof Decimal ? placeOf(value, scale) + Number(after) : Number.NaN));
  if (!ruler.every(Number.isSafeInteger)) return slow;
  return (value) => {
    if (!(value instanceof Decimal) || (grain !== undefined && value.scale > grain.scale)) return slow(value);
    const place = placeOf(value, scale);
    return Number.isSafeInteger(place) ? placesUpTo(ruler, place) : slow(value);
  };
}

/** A number's place on the ruler of that scale; not a safe integer where it lies beyond the ruler's ends. */
function placeOf({ coefficient, scale }: Decimal, rulerScale: number): number {
  if (typeof coefficient !== 'number') return Number.NaN;
  if (scale === rulerScale) return coefficient * 2;
  const power = SMALL_POWERS[Math.abs(rulerScale - scale)] ?? Number.NaN;
  if (scale < rulerScale) return coefficient * power * 2;
  // It has digits finer than the ruler's, so (being normalised) it lies between two multiples.
  const rest = coefficient % power;
  const below = (coefficient - rest) / power - (rest < 0 ? 1 : 0);
  return below * 2 + 1;
}

function countLocator(cuts: readonly Cut[], countOf: (value: Value | Missing) => number | undefined, slow: Locate): Locate {
  const ruler = Float64Array.from(cuts, ({ value }) => countOf(value) ?? Number.NaN);
  return (value) => {
    const count = countOf(value);
    return count === undefined ? slow(value) : placesUpTo(ruler, count);
  };
}

/** How many of the sorted places lie at or below one. */
function placesUpTo(ruler: Float64Array, place: number): number {
  let low = 0;
  let high = ruler.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ruler[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
