import { SMALL_POWERS } from '../feel/values/decimal-integers.ts';
import { Decimal } from '../feel/values/decimal.ts';
import { MonthsDuration } from '../feel/values/duration.ts';
import { EnumMember } from '../feel/values/enum.ts';
import { FeelDate } from '../feel/values/temporal.ts';
import type { Missing, Value } from '../feel/values/value.ts';
import { MISSING } from '../feel/values/value.ts';
import type { Cut } from './cut.ts';
import { cutsBelow } from './cut.ts';
import type { Type } from '../model/type.ts';
import type { Partition } from './partition.ts';

/** A column's values as JavaScript numbers, exactly: comparing two is all that finding an atom then takes. */
export interface Scale {
  /** Where a value stands; NaN for one that is not of the column's type. */
  readonly place: (value: Value | Missing) => number;
  /** By atom, the least place in it, ascending: an atom goes up to, not including, where the next one starts. */
  readonly starts: Float64Array;
}

/** Finds the atom that holds a value: its number, or -1 where none does, for a value that is not of the column's type. */
export type Locate = (value: Value | Missing) => number;

export function locator(partition: Partition): Locate {
  const { place, starts } = scaleOf(partition);
  const placesAreAtoms = starts.every((start, atom) => start === atom);
  if (placesAreAtoms) {
    return (value) => {
      const atom = place(value);
      return atom >= 0 ? atom : -1;
    };
  }
  return (value) => {
    const found = place(value);
    return Number.isNaN(found) ? -1 : lastUpTo(starts, found);
  };
}

/** The last of some ascending places that is not above the given one; -1 if all are. */
export function lastUpTo(places: Float64Array, place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Numbers, dates and months stand where they are; every other value stands at the number of its atom. */
export function scaleOf(partition: Partition): Scale {
  const measured = partition.kind === 'ordered' ? measuredScale(partition) : undefined;
  return measured ?? { place: atomPlace(partition), starts: Float64Array.from(partition.atoms.keys()) };
}

function atomPlace(partition: Partition): Scale['place'] {
  const last = partition.atoms.length - 1;
  const missing = partition.atoms[last]?.kind === 'missing' ? last : Number.NaN;
  const { type } = partition;
  if (partition.kind === 'opaque') return (value) => (value === MISSING ? missing : 0);
  if (partition.kind === 'ordered') {
    const { line, cuts } = partition;
    return (value) => (value === MISSING ? missing : line.holds(value) ? cutsBelow(line, cuts, value) : Number.NaN);
  }
  if (type.kind === 'boolean') return (value) => (value === true ? 1 : value === false ? 0 : value === MISSING ? missing : Number.NaN);
  if (type.kind === 'enum') {
    const { vocabulary } = type;
    return (value) => (value instanceof EnumMember && value.vocabulary === vocabulary ? value.rank : value === MISSING ? missing : Number.NaN);
  }
  const { atomOf } = partition;
  return (value) => (typeof value === 'string' ? (atomOf.get(value) ?? atomOf.size) : value === MISSING ? missing : Number.NaN);
}

type Ordered = Extract<Partition, { readonly kind: 'ordered' }>;

/** A scale on which values stand by their size; undefined where the type has no such, or a cut lies beyond its ends. */
function measuredScale({ type, line, cuts, atoms }: Ordered): Scale | undefined {
  const measure = measureOf(type, cuts);
  if (measure === undefined) return undefined;
  const ends = cuts.map(({ value, after }) => measure(value) + Number(after));
  if (!ends.every(Number.isSafeInteger)) return undefined;
  const mayBeMissing = atoms.length > cuts.length + 1;
  const starts = Float64Array.from([-Infinity, ...ends, ...(mayBeMissing ? [Infinity] : [])]);
  const otherPlace: Scale['place'] = (value) => {
    if (value === MISSING) return mayBeMissing ? Infinity : Number.NaN;
    // Too large or too fine to be measured: any place in its atom stands for it.
    return line.holds(value) ? Math.max(starts[cutsBelow(line, cuts, value)] ?? Number.NaN, -Number.MAX_VALUE) : Number.NaN;
  };
  return {
    starts,
    place: (value) => {
      const place = measure(value);
      return Number.isSafeInteger(place) ? place : otherPlace(value);
    },
  };
}

/** A value's size as a safe integer; anything else where it cannot be told exactly. */
type Measure = (value: Value | Missing) => number;

function measureOf(type: Type, cuts: readonly Cut[]): Measure | undefined {
  switch (type.kind) {
    case 'number':
      return numberMeasure(type.grain, cuts);
    case 'date':
      return (value) => (value instanceof FeelDate ? value.epochDay : Number.NaN);
    case 'years and months duration':
      return (value) => (value instanceof MonthsDuration ? value.months : Number.NaN);
    default:
      return undefined;
  }
}

/**
 * Numbers as integers: the multiple k of 10^-scale stands at 2k, what lies between k and k+1 at 2k+1. A cut before k is
 * then "at 2k or above", one after k "at 2k+1 or above", all exact.
 */
function numberMeasure(grain: Decimal | undefined, cuts: readonly Cut[]): Measure | undefined {
  // Off a grain of 10^-n is what has more than n digits after the point; for others (0.25, 5) there is no quick test.
  if (grain !== undefined && grain.coefficient !== 1) return undefined;
  const numbers = cuts.map(({ value }) => value).filter((value) => value instanceof Decimal);
  const scale = numbers.reduce((most, number) => Math.max(most, number.scale), grain?.scale ?? 0);
  const finest = grain?.scale ?? Infinity;
  return (value) => (value instanceof Decimal && value.scale <= finest ? doubledMultiple(value, scale) : Number.NaN);
}

function doubledMultiple({ coefficient, scale }: Decimal, ofScale: number): number {
  if (typeof coefficient !== 'number') return Number.NaN;
  if (scale === ofScale) return coefficient * 2;
  const power = SMALL_POWERS[Math.abs(ofScale - scale)] ?? Number.NaN;
  if (scale < ofScale) return coefficient * power * 2;
  // It has finer digits than the scale's, so (being normalised) it lies between two multiples.
  const rest = coefficient % power;
  const below = (coefficient - rest) / power - (rest < 0 ? 1 : 0);
  return below * 2 + 1;
}
