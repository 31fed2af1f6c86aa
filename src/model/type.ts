import type { Decimal } from '../feel/values/decimal.ts';
import type { Vocabulary } from '../feel/values/enum.ts';
import type { Value } from '../feel/values/value.ts';

/** What a number counts. `number` has no unit and takes that of what it meets; two different others never mix. */
export type Unit =
  | { readonly kind: 'number' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'days' }
  | { readonly kind: 'months' }
  | { readonly kind: 'count' }
  | { readonly kind: 'money'; readonly currency: string };

/** The static type of a value: DMN's item definition, with units, grains and bounds. */
export type Type =
  | NumberType
  | { readonly kind: 'text'; readonly allowed: Allowed | undefined }
  | { readonly kind: 'boolean' }
  | { readonly kind: TemporalKind; readonly allowed: Allowed | undefined }
  | EnumType
  | RecordType
  | { readonly kind: 'list'; readonly item: Type }
  | { readonly kind: 'range'; readonly item: Type }
  | { readonly kind: 'function'; readonly parameters: readonly Type[]; readonly result: Type }
  | { readonly kind: 'null' }
  /** Not known before the evaluation; operators check at run time. */
  | { readonly kind: 'any' };

export type TemporalKind = 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';

export interface NumberType {
  readonly kind: 'number';
  readonly unit: Unit;
  /** Every value is a multiple of it. Undefined: no grain. */
  readonly grain: Decimal | undefined;
  readonly allowed: Allowed | undefined;
}

/** Two types with one vocabulary object are one enum. */
export interface EnumType {
  readonly kind: 'enum';
  readonly vocabulary: Vocabulary;
  readonly allowed: Allowed | undefined;
}

export interface RecordType {
  readonly kind: 'record';
  /** Undefined for one that was not declared by a `type` statement. */
  readonly name: string | undefined;
  readonly fields: ReadonlyMap<string, FieldType>;
}

export interface FieldType {
  readonly type: Type;
  readonly optional: boolean;
  readonly label: string | undefined;
}

/** A declared constraint, `>= 0` or `0%..100%`: a value must satisfy one of the alternatives. */
export interface Allowed {
  /** As written, for messages. */
  readonly text: string;
  readonly alternatives: readonly Interval[];
}

/** Values between two ends; an undefined end is open for ever. A single value is a closed interval of that value. */
export interface Interval {
  readonly low: Value | undefined;
  readonly high: Value | undefined;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}
