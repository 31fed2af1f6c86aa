import type { Value } from '../feel/values/value.ts';
import { isAllowed } from '../model/allowed.ts';
import type { Allowed, Interval, Type } from '../model/type.ts';
import type { ConstantTest } from './constant-test.ts';
import { intervalsOf } from './constant-test.ts';
import type { Cut } from './cut.ts';
import { cutsOf, intervalBetween, sortedCuts } from './cut.ts';
import { isIntervalOf, isSingle } from './interval.ts';
import type { Line } from './line.ts';
import { lineOf } from './line.ts';
import { witnessOf } from './witness.ts';

/** An elementary region of a column: all of its values pass the same constant tests of that column. */
export type Atom = Region & {
  /** Whether the type's declared range admits it; other atoms cannot occur in facts. */
  readonly allowed: boolean;
};

export type Region =
  | { readonly kind: 'interval'; readonly interval: Interval; readonly line: Line }
  | { readonly kind: 'value'; readonly value: Value }
  /** Any text but these, which the cells mention. */
  | { readonly kind: 'other text'; readonly mentioned: readonly string[] }
  /** Any value that is not missing, of a type that cannot be divided. */
  | { readonly kind: 'anything' }
  | { readonly kind: 'missing' };

/** A column's values divided into atoms: disjoint, together the whole type. `missing`, if it can occur, is the last. */
export type Partition = {
  readonly type: Type;
  readonly atoms: readonly Atom[];
} & (
  | { readonly kind: 'ordered'; readonly line: Line; readonly cuts: readonly Cut[] }
  /** Each value is an atom; texts have one more for all others. */
  | { readonly kind: 'listed'; readonly atomOf: ReadonlyMap<Value, number> }
  | { readonly kind: 'opaque' }
);

/**
 * Divides a column by the bounds that its tests and its type's declared range name: at points and gaps between them,
 * on the type's grain; into the members of an enum; into the texts mentioned and any other.
 */
export function partitionOf(type: Type, mayBeMissing: boolean, tests: readonly ConstantTest[]): Partition {
  const missing: readonly Atom[] = mayBeMissing ? [{ kind: 'missing', allowed: true }] : [];
  const range = rangeOf(type);
  const named = [...tests.flatMap(intervalsOf), ...(range?.alternatives ?? [])].filter((interval) => isIntervalOf(type, interval));
  const allowed = (value: Value) => range === undefined || isAllowed(range, value);
  const listed = (values: readonly Value[], others: readonly Atom[]): Partition => {
    const atoms = values.map((value): Atom => ({ kind: 'value', value, allowed: allowed(value) }));
    return { kind: 'listed', type, atomOf: new Map(values.map((value, atom) => [value, atom])), atoms: [...atoms, ...others, ...missing] };
  };

  if (type.kind === 'boolean') return listed([false, true], []);
  if (type.kind === 'enum') return listed(type.vocabulary.members, []);
  if (type.kind === 'text' && named.every(isSingle)) {
    const mentioned = [...new Set(named.map(({ low }) => low).filter((value) => typeof value === 'string'))];
    return listed(mentioned, [{ kind: 'other text', mentioned, allowed: range === undefined }]);
  }
  const line = lineOf(type);
  if (line === undefined) return { kind: 'opaque', type, atoms: [{ kind: 'anything', allowed: true }, ...missing] };
  const cuts = sortedCuts(line, named.flatMap((interval) => cutsOf(line, interval)));
  const intervals = [undefined, ...cuts].map((low, index): Atom => {
    const region: Region = { kind: 'interval', interval: intervalBetween(line, low, cuts[index]), line };
    // The range's own bounds are cuts too, so one value speaks for the whole atom.
    return { ...region, allowed: allowed(witnessOf(region)) };
  });
  return { kind: 'ordered', type, line, cuts, atoms: [...intervals, ...missing] };
}

function rangeOf(type: Type): Allowed | undefined {
  return 'allowed' in type ? type.allowed : undefined;
}
