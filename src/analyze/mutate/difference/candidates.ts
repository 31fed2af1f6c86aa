import type { ConstantTest } from '../../../boxes/constant-test.ts';
import { isOfKind } from '../../../boxes/interval.ts';
import { lineOf } from '../../../boxes/line.ts';
import { partitionOf, type Region } from '../../../boxes/partition.ts';
import { witnessOf } from '../../../boxes/witness.ts';
import { feelText } from '../../../feel/functions/feel-text.ts';
import type { Missing, Value } from '../../../feel/values/value.ts';
import { MISSING } from '../../../feel/values/value.ts';
import { isAllowed } from '../../../model/allowed.ts';
import type { Type } from '../../../model/type.ts';

/** A value, and the region that it speaks for: all of its values are treated alike. */
export interface Candidate {
  readonly value: Value | Missing;
  readonly region: Region;
}

/** Values that speak for all that something may be. */
export interface Candidates {
  readonly all: readonly Candidate[];
  /** Whether every value lies in the region of one of them. */
  readonly complete: boolean;
}

export interface Known {
  readonly mayBeMissing: boolean;
  /** The tests with constants that it is put to. */
  readonly tests: readonly ConstantTest[];
  /** Whether it is computed with, too. */
  readonly computed: boolean;
  /** Values of it that are known, such as those that tests of the policy give. */
  readonly given: readonly Value[];
  /** Constants that stand nearby, of whatever type. */
  readonly constants: readonly Value[];
  /** The only values that it ever has, if they are known. */
  readonly only: ReadonlySet<Value> | undefined;
}

/** A value of each part into which a type is divided by the tests that its values are put to; where they are computed with, more of them. */
export function candidatesOf(type: Type, { mayBeMissing, tests, computed, given, constants, only }: Known): Candidates {
  if (only !== undefined) return { all: [...only].map(itself), complete: true };
  const partition = partitionOf(type, mayBeMissing, tests);
  if (partition.kind === 'opaque') return { all: distinct([...samplesOf(type), ...given, ...missing(mayBeMissing)]).map(itself), complete: false };
  const parts = partition.atoms.flatMap((atom): readonly Candidate[] => {
    const value = atom.allowed ? witnessOf(atom) : undefined;
    return value === undefined ? [] : [{ value, region: atom }];
  });
  if (!computed || type.kind === 'enum' || type.kind === 'boolean') return { all: parts, complete: true };
  const more = [...given, ...constants].flatMap((value) => around(value, type));
  return { all: distinct([...parts.map(({ value }) => value), ...more]).map(itself), complete: false };
}

/** A value that speaks for nothing but itself. */
function itself(value: Value | Missing): Candidate {
  return { value, region: value === MISSING ? { kind: 'missing' } : { kind: 'value', value } };
}

/** A value with those beside it, as far as the type has them. */
function around(value: Value, type: Type): readonly Value[] {
  if (!isOfKind(type, value)) return [];
  const steps = lineOf(type)?.steps;
  const beside = steps === undefined ? [value] : [value, steps.above(value), ...(steps.below === undefined ? [] : [steps.below(value)])];
  return beside.filter((each) => !('allowed' in type) || type.allowed === undefined || isAllowed(type.allowed, each));
}

/** A few values of a type that cannot be divided: lists of none, of one, of all; records. Nothing where there is no telling. */
function samplesOf(type: Type): readonly Value[] {
  switch (type.kind) {
    case 'boolean':
      return [false, true];
    case 'enum':
      return type.vocabulary.members;
    case 'list': {
      const items = samplesOf(type.item);
      return [[], ...items.map((item) => [item]), ...(items.length > 1 ? [items] : [])];
    }
    case 'record': {
      const fields = [...type.fields].map(([name, field]) => ({ name, samples: samplesOf(field.type) }));
      if (fields.some(({ samples }) => samples.length === 0)) return [];
      const most = Math.max(...fields.map(({ samples }) => samples.length));
      // Fields differ from one another, so that it shows which of them is read.
      return Array.from({ length: most }, (_, turn) => new Map(fields.map(({ name, samples }, place) => [name, samples[(turn + place) % samples.length] ?? null])));
    }
    default:
      return [];
  }
}

function missing(mayBeMissing: boolean): readonly Missing[] {
  return mayBeMissing ? [MISSING] : [];
}

function distinct(values: readonly (Value | Missing)[]): readonly (Value | Missing)[] {
  return [...new Map(values.map((value): [string | Missing, Value | Missing] => [value === MISSING ? value : feelText(value), value])).values()];
}
