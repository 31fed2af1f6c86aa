import { isContext } from '../../feel/functions/shapes.ts';
import { Decimal, isMultipleOf } from '../../feel/values/decimal.ts';
import { DaysDuration, MonthsDuration } from '../../feel/values/duration.ts';
import { EnumMember } from '../../feel/values/enum.ts';
import { FeelFunction } from '../../feel/values/function.ts';
import { FeelRange } from '../../feel/values/range.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../../feel/values/temporal.ts';
import type { Value } from '../../feel/values/value.ts';
import { isAllowed } from '../../model/allowed.ts';
import type { Allowed, NumberType, RecordType, TemporalKind, Type } from '../../model/type.ts';

/** Whether a value is within a type: of its kind, on its grain, and allowed by its constraint. */
export type Conformance = (value: Value) => boolean;

/** The test of a type, built once. */
export function conformanceTo(type: Type): Conformance {
  switch (type.kind) {
    case 'number':
      return numberConformance(type);
    case 'text':
      return constrained((value) => typeof value === 'string', type.allowed);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'enum':
      return constrained((value) => value instanceof EnumMember && value.vocabulary === type.vocabulary, type.allowed);
    case 'record':
      return recordConformance(type);
    case 'list': {
      const item = conformanceTo(type.item);
      return (value) => Array.isArray(value) && value.every(item);
    }
    case 'range': {
      const end = conformanceTo(type.item);
      return (value) => value instanceof FeelRange && (value.low === null || end(value.low)) && (value.high === null || end(value.high));
    }
    case 'function':
      return (value) => value instanceof FeelFunction && value.parameters.length === type.parameters.length;
    case 'null':
      return (value) => value === null;
    case 'any':
      return () => true;
    default:
      return constrained(temporalConformance[type.kind], type.allowed);
  }
}

const temporalConformance: Readonly<Record<TemporalKind, Conformance>> = {
  date: (value) => value instanceof FeelDate,
  time: (value) => value instanceof FeelTime,
  'date and time': (value) => value instanceof FeelDateTime,
  'days and time duration': (value) => value instanceof DaysDuration,
  'years and months duration': (value) => value instanceof MonthsDuration,
};

function constrained(kind: Conformance, allowed: Allowed | undefined): Conformance {
  return allowed === undefined ? kind : (value) => kind(value) && isAllowed(allowed, value);
}

function numberConformance({ grain, allowed }: NumberType): Conformance {
  if (grain === undefined) return constrained((value) => value instanceof Decimal, allowed);
  return constrained((value) => value instanceof Decimal && isMultipleOf(value, grain), allowed);
}

function recordConformance({ fields }: RecordType): Conformance {
  const tests = [...fields].map(([name, { type, optional }]) => ({ name, optional, test: conformanceTo(type) }));
  return (value) => {
    if (!isContext(value)) return false;
    for (const name of value.keys()) if (!fields.has(name)) return false;
    return tests.every(({ name, optional, test }) => {
      const field = value.get(name);
      return field === undefined ? optional : test(field);
    });
  };
}

/** Whether every value of the first type is within the second, so that no test at run time is needed. Says no where unsure. */
export function isWithin(type: Type, declared: Type): boolean {
  if (declared.kind === 'any' || type === declared) return true;
  if ('allowed' in declared && declared.allowed !== undefined && !('allowed' in type && type.allowed === declared.allowed)) return false;
  switch (declared.kind) {
    case 'number':
      return type.kind === 'number' && (declared.grain === undefined || (type.grain !== undefined && isMultipleOf(type.grain, declared.grain)));
    case 'enum':
      return type.kind === 'enum' && type.vocabulary === declared.vocabulary;
    case 'list':
      return type.kind === 'list' && isWithin(type.item, declared.item);
    case 'record':
    case 'range':
    case 'function':
      return false;
    default:
      return type.kind === declared.kind;
  }
}

/** FEEL's `instance of`: null is an instance of the null type only. */
export function isInstance(type: Type): Conformance {
  const conforms = conformanceTo(type);
  return (value) => (value === null ? type.kind === 'null' : conforms(value));
}
