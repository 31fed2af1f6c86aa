import type { AtomSet } from '../../boxes/atom-set.ts';
import { contains } from '../../boxes/atom-set.ts';
import type { Region } from '../../boxes/partition.ts';
import type { Locate } from '../../boxes/scale.ts';
import { locator } from '../../boxes/scale.ts';
import { includesDate } from '../../evaluate/plan/period.ts';
import { sameValue } from '../../evaluate/run/same-value.ts';
import type { FeelDate } from '../../feel/values/temporal.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import { liesIn } from '../../model/allowed.ts';
import type { TableSpace } from '../tables/table-space.ts';
import type { Goal, LookupWay, Way } from './goal.ts';
import type { Lookup, Seen } from './seen.ts';

/** Whether a run showed what a goal asks for. */
export function isShown({ of, ways, mayBeShown }: Goal, seen: Seen): boolean {
  if ('kind' in of && !seen.readers.has(of)) return false;
  if (mayBeShown !== undefined && !mayBeShown(seen)) return false;
  for (const way of ways()) if (isShownBy(way, seen)) return true;
  return false;
}

function isShownBy(way: Way, { asOf, readers, rows, lookups, values }: Seen): boolean {
  switch (way.kind) {
    case 'day':
      return readers.has(way.reader) && way.day.epochDay === asOf.epochDay;
    case 'value':
      return includesDate(way.during, asOf) && (values.get(way.expression) ?? []).some((value) => way.within.some((region) => holds(region, value)));
    case 'lookup':
      return isOnDay(way, asOf) && (way.fires === undefined || rows.has(way.fires)) && (lookups.get(way.table.table) ?? []).some((lookup) => liesAt(way, lookup));
  }
}

function isOnDay({ table, box, on }: LookupWay, asOf: FeelDate): boolean {
  if (on !== undefined) return on.epochDay === asOf.epochDay;
  return contains(box.at(-1) ?? [], locatorsOf(table).at(-1)?.(asOf) ?? -1);
}

/** Whether a column came to a value of these atoms in some lookup, and to just that value if one is given. */
export function isSeenIn(table: TableSpace, column: number, atoms: AtomSet, exact: Value | undefined): (seen: Seen) => boolean {
  return ({ lookups }) =>
    (lookups.get(table.table) ?? []).some((lookup) => (exact === undefined || isSame(lookup[column], exact)) && contains(atoms, locatorsOf(table)[column]?.(lookup[column] ?? MISSING) ?? -1));
}

/** Where a cell computes, the box holds what it might accept. */
function liesAt({ table, box, exact }: LookupWay, lookup: Lookup): boolean {
  if (exact !== undefined && !isSame(lookup[exact.column], exact.value)) return false;
  const locators = locatorsOf(table);
  return lookup.every((value, column) => contains(box[column] ?? [], locators[column]?.(value) ?? -1));
}

function isSame(seen: Value | Missing | undefined, value: Value): boolean {
  return seen !== undefined && seen !== MISSING && sameValue(seen, value);
}

function holds(region: Region, value: Value | Missing): boolean {
  if (value === MISSING) return region.kind === 'missing';
  switch (region.kind) {
    case 'interval':
      return region.line.holds(value) && liesIn(region.interval, value);
    case 'value':
      return sameValue(value, region.value);
    case 'other text':
      return typeof value === 'string' && !region.mentioned.includes(value);
    case 'anything':
      return true;
    case 'missing':
      return false;
  }
}

const locators = new WeakMap<TableSpace, readonly Locate[]>();

/** By column, and then of time. */
function locatorsOf(table: TableSpace): readonly Locate[] {
  const known = locators.get(table) ?? [...table.boxes.columns, table.boxes.time].map(({ partition }) => locator(partition));
  locators.set(table, known);
  return known;
}
