import type { Cut } from '../../boxes/cut.ts';
import { compareCuts, cutAfter, cutBefore, endsOf, intervalBetween } from '../../boxes/cut.ts';
import { isIntervalOf } from '../../boxes/interval.ts';
import type { Line } from '../../boxes/line.ts';
import { lineOf } from '../../boxes/line.ts';
import type { Region } from '../../boxes/partition.ts';
import { equal } from '../../feel/values/compare.ts';
import type { Missing, Value } from '../../feel/values/value.ts';
import { MISSING } from '../../feel/values/value.ts';
import { liesIn } from '../../model/allowed.ts';
import type { Interval, Type } from '../../model/type.ts';

/** The values that something may still have, while its demands are being solved. */
export type Domain =
  /** On a line: from the cut `low` to the cut `high`, each stretch above the one before. */
  | { readonly kind: 'stretches'; readonly line: Line; readonly stretches: readonly Stretch[]; readonly missing: boolean }
  | { readonly kind: 'values'; readonly values: readonly Value[]; readonly missing: boolean }
  /** Of a type that cannot be divided: any value, or none. */
  | { readonly kind: 'opaque'; readonly present: boolean; readonly missing: boolean };

export interface Stretch {
  readonly low: Cut | undefined;
  readonly high: Cut | undefined;
}

/** Every value that a type admits. */
export function domainOf(type: Type, mayBeMissing: boolean): Domain {
  const allowed = 'allowed' in type ? type.allowed : undefined;
  if (type.kind === 'boolean') return { kind: 'values', values: [true, false], missing: mayBeMissing };
  if (type.kind === 'enum') {
    const values = type.vocabulary.members.filter((member) => allowed === undefined || allowed.alternatives.some((one) => liesIn(one, member)));
    return { kind: 'values', values, missing: mayBeMissing };
  }
  const line = lineOf(type);
  if (line === undefined) return { kind: 'opaque', present: true, missing: mayBeMissing };
  const stretches = allowed === undefined ? [EVERYWHERE] : allowed.alternatives.flatMap((interval) => stretchOf(line, type, interval));
  return { kind: 'stretches', line, stretches: joined(line, stretches), missing: mayBeMissing };
}

const EVERYWHERE: Stretch = { low: undefined, high: undefined };

/** The values of a type that lie in one of these regions. */
export function domainWithin(type: Type, regions: readonly Region[]): Domain {
  const missing = regions.some(({ kind }) => kind === 'missing');
  const whole = domainOf(type, missing);
  if (regions.some(({ kind }) => kind === 'anything')) return whole;
  if (whole.kind === 'opaque') return { ...whole, present: regions.some(({ kind }) => kind !== 'missing') };
  if (whole.kind === 'values') {
    const named = regions.flatMap((region) => (region.kind === 'value' ? [region.value] : []));
    return { ...whole, values: whole.values.filter((value) => named.includes(value)) };
  }
  const { line } = whole;
  const stretches = regions.flatMap((region): readonly Stretch[] => {
    if (region.kind === 'interval') return stretchOf(line, type, region.interval);
    if (region.kind === 'value') return stretchOf(line, type, single(region.value));
    return region.kind === 'other text' ? complement(line, joined(line, region.mentioned.flatMap((text) => stretchOf(line, type, single(text))))) : [];
  });
  return intersection(whole, { ...whole, stretches: joined(line, stretches) });
}

/** The values for which `holds` compares them so with a constant; never missing. */
export function domainOfInterval(type: Type, interval: Interval, inside: boolean): Domain {
  const whole = domainOf(type, false);
  switch (whole.kind) {
    case 'opaque':
      return whole;
    case 'values':
      return { ...whole, values: whole.values.filter((value) => liesIn(interval, value) === inside) };
    case 'stretches': {
      const stretches = joined(whole.line, stretchOf(whole.line, type, interval));
      return intersection(whole, { ...whole, stretches: inside ? stretches : complement(whole.line, stretches) });
    }
  }
}

/** What is missing, and nothing else. */
export function onlyMissing(type: Type): Domain {
  const whole = domainOf(type, true);
  if (whole.kind === 'opaque') return { ...whole, present: false };
  return whole.kind === 'values' ? { ...whole, values: [] } : { ...whole, stretches: [] };
}

/** What is not missing. */
export function present(domain: Domain): Domain {
  return { ...domain, missing: false };
}

/**
 * The values in both. Lines of one kind may differ in their steps: the cuts of the second are taken over to the first,
 * which can only widen them. Domains of different kinds exclude nothing of each other.
 */
export function intersection(a: Domain, b: Domain): Domain {
  const missing = a.missing && b.missing;
  if (a.kind === 'values' && b.kind === 'values') return { ...a, missing, values: a.values.filter((value) => b.values.some((other) => equal(value, other))) };
  if (a.kind === 'stretches' && b.kind === 'stretches') {
    const { line } = a;
    return { ...a, missing, stretches: a.stretches.flatMap((one) => b.stretches.flatMap((other) => common(line, one, { low: onLine(line, other.low), high: onLine(line, other.high) }))) };
  }
  if (a.kind === 'opaque' && b.kind === 'opaque') return { ...a, missing, present: a.present && b.present };
  return { ...a, missing };
}

/** The values in either. Both are domains of one type. */
export function union(a: Domain, b: Domain): Domain {
  const missing = a.missing || b.missing;
  if (a.kind === 'values' && b.kind === 'values') return { ...a, missing, values: [...new Set([...a.values, ...b.values])] };
  if (a.kind === 'stretches' && b.kind === 'stretches') return { ...a, missing, stretches: joined(a.line, [...a.stretches, ...b.stretches]) };
  return { kind: 'opaque', missing, present: true };
}

/** The values of `a` that are not in `b`. Both are domains of one type. */
export function difference(a: Domain, b: Domain): Domain {
  const missing = a.missing && !b.missing;
  if (a.kind === 'values' && b.kind === 'values') return { ...a, missing, values: a.values.filter((value) => !b.values.includes(value)) };
  if (a.kind === 'stretches' && b.kind === 'stretches') return { ...intersection(a, { ...b, stretches: complement(b.line, b.stretches) }), missing };
  return { ...a, missing };
}

export function isEmpty(domain: Domain): boolean {
  if (domain.missing) return false;
  return domain.kind === 'opaque' ? !domain.present : domain.kind === 'values' ? domain.values.length === 0 : domain.stretches.length === 0;
}

/** Whether a value, or the absence of one, is still in it. */
export function admits(domain: Domain, value: Value | Missing): boolean {
  if (value === MISSING) return domain.missing;
  if (domain.kind === 'opaque') return domain.present;
  if (domain.kind === 'values') return domain.values.some((one) => equal(one, value));
  return domain.line.holds(value) && domain.stretches.some(({ low, high }) => !isBelow(domain.line, value, low) && (high === undefined || isBelow(domain.line, value, high)));
}

/** The stretches as intervals, with the ends that people read. */
export function intervalsIn(domain: Domain & { readonly kind: 'stretches' }): readonly Interval[] {
  return domain.stretches.map(({ low, high }) => intervalBetween(domain.line, low, high));
}

/** Stretches between the ends of an interval whose ends are of the type's kind. */
export function stretchOf(line: Line, type: Type, interval: Interval): readonly Stretch[] {
  if (!isIntervalOf(type, interval)) return [EVERYWHERE];
  const { low, high } = endsOf(line, interval);
  return low !== undefined && high !== undefined && compareCuts(line, low, high) >= 0 ? [] : [{ low, high }];
}

export function single(value: Value): Interval {
  return { low: value, high: value, lowClosed: true, highClosed: true };
}

function isBelow(line: Line, value: Value, cut: Cut | undefined): boolean {
  if (cut === undefined) return false;
  const order = line.compare(value, cut.value);
  return order < 0 || (order === 0 && cut.after);
}

function onLine(line: Line, cut: Cut | undefined): Cut | undefined {
  if (cut === undefined) return undefined;
  return cut.after ? cutAfter(line, cut.value) : cutBefore(line, cut.value);
}

function common(line: Line, a: Stretch, b: Stretch): readonly Stretch[] {
  const low = a.low === undefined ? b.low : b.low === undefined || compareCuts(line, a.low, b.low) >= 0 ? a.low : b.low;
  const high = a.high === undefined ? b.high : b.high === undefined || compareCuts(line, a.high, b.high) <= 0 ? a.high : b.high;
  return low !== undefined && high !== undefined && compareCuts(line, low, high) >= 0 ? [] : [{ low, high }];
}

/** Stretches in order, those that touch made one. */
function joined(line: Line, stretches: readonly Stretch[]): readonly Stretch[] {
  const inOrder = [...stretches].sort((a, b) => (a.low === undefined ? -1 : b.low === undefined ? 1 : compareCuts(line, a.low, b.low)));
  const result: Stretch[] = [];
  for (const next of inOrder) {
    const last = result.at(-1);
    const touches = last !== undefined && (last.high === undefined || next.low === undefined || compareCuts(line, next.low, last.high) <= 0);
    if (last === undefined || !touches) result.push(next);
    else result[result.length - 1] = { low: last.low, high: last.high === undefined || next.high === undefined ? undefined : compareCuts(line, last.high, next.high) >= 0 ? last.high : next.high };
  }
  return result;
}

function complement(line: Line, stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  let low: Cut | undefined;
  for (const stretch of stretches) {
    if (stretch.low !== undefined && (low === undefined || compareCuts(line, low, stretch.low) < 0)) result.push({ low, high: stretch.low });
    if (stretch.high === undefined) return result;
    low = stretch.high;
  }
  return [...result, { low, high: undefined }];
}
