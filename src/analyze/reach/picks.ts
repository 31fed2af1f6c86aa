import type { Line } from '../../boxes/line.ts';
import { witnessOf } from '../../boxes/witness.ts';
import { decimalOf } from '../../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration } from '../../feel/values/duration.ts';
import type { FeelDate } from '../../feel/values/temporal.ts';
import { FeelDateTime, FeelTime, dateOfEpochDay, parseDateTime, parseTime } from '../../feel/values/temporal.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import type { Type } from '../../model/type.ts';
import type { Domain } from './domain.ts';
import { admits, domainOf, intervalsIn } from './domain.ts';

/**
 * Values of a domain worth trying, the plainest first: what a person would write where anything will do, then the ends of
 * what is allowed, then what lies between.
 */
export function picksOf(domain: Domain, type: Type, asOf: FeelDate): readonly (Value | Missing)[] {
  const missing: readonly Missing[] = domain.missing ? [MISSING] : [];
  switch (domain.kind) {
    case 'values':
      return [...missing, ...[...domain.values].sort((a, b) => Number(a === true) - Number(b === true))];
    case 'stretches': {
      const plain = plainValues(type, asOf).filter((value) => admits(domain, value));
      const edges = intervalsIn(domain).flatMap((interval) => [witnessOf({ kind: 'interval', interval, line: domain.line }), interval.high, between(domain.line, interval)]);
      return [...missing, ...plain, ...edges.filter((value) => value !== undefined && admits(domain, value)).filter((value) => value !== undefined)];
    }
    case 'opaque':
      return [...missing, ...(domain.present ? opaqueValues(type, asOf) : [])];
  }
}

function between(line: Line, { low, high }: { readonly low: Value | undefined; readonly high: Value | undefined }): Value | undefined {
  return low !== undefined && high !== undefined && line.compare(low, high) >= 0 ? undefined : line.between(low, high);
}

const NUMBERS = [100, 1, 0, 1_000_000, 10].map((number) => decimalOf(number));
const DAY = 86_400_000_000_000n;

function plainValues(type: Type, asOf: FeelDate): readonly Value[] {
  switch (type.kind) {
    case 'number':
      return NUMBERS;
    case 'date':
      return [asOf, ...[-365, 365, -3650].map((days) => dateOfEpochDay(asOf.epochDay + days)).filter((date) => date !== undefined)];
    case 'text':
      return ['A', 'B'];
    case 'years and months duration':
      return [12, 1, 0].map((months) => new MonthsDuration(months));
    case 'days and time duration':
      return [30n, 1n, 0n].map((days) => new DaysDuration(days * DAY));
    default:
      return [];
  }
}

/** Values of types that have no line: times, lists, records. */
function opaqueValues(type: Type, asOf: FeelDate): readonly Value[] {
  switch (type.kind) {
    case 'time':
      return [parseTime('10:00:00')].filter((value): value is FeelTime => value instanceof FeelTime);
    case 'date and time':
      return [parseDateTime('2024-01-31T10:00:00')].filter((value): value is FeelDateTime => value instanceof FeelDateTime);
    case 'list': {
      const items = plainest(type.item, asOf);
      return [...items.map((item): Value => [item]), []];
    }
    case 'record': {
      const fields = [...type.fields].filter(([, field]) => !field.optional).map(([name, field]) => [name, plainest(field.type, asOf)[0]] as const);
      return fields.every(([, value]) => value !== undefined) ? [new Map(fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))] : [];
    }
    default:
      return [];
  }
}

/** A value of a type, or none if the type has none that can be named. */
function plainest(type: Type, asOf: FeelDate): readonly Value[] {
  return picksOf(domainOf(type, false), type, asOf).filter((value) => value !== MISSING).slice(0, 1);
}
