import { isMultipleOf } from '../../feel/values/decimal.ts';
import type { NumberType, RecordType, Type } from '../../model/type.ts';
import { unitOfSum } from './units.ts';

/** Why values of one type cannot stand where another is expected. */
export type Misfit =
  | { readonly kind: 'type' }
  | { readonly kind: 'grain'; readonly expected: NumberType }
  | { readonly kind: 'field missing'; readonly expected: RecordType; readonly found: RecordType; readonly field: string }
  | { readonly kind: 'field optional'; readonly expected: RecordType; readonly found: RecordType; readonly field: string };

const differs: Misfit = { kind: 'type' };

/**
 * Why values of `found` cannot stand where `expected` is, or undefined if they can. Records are compared by structure:
 * every required field must be there with a type that fits. Declared ranges are not compared: a value is known only when
 * it is computed.
 */
export function misfit(found: Type, expected: Type): Misfit | undefined {
  if (found === expected || found.kind === 'any' || expected.kind === 'any') return undefined;
  if (found.kind === 'number' && expected.kind === 'number') return numberMisfit(found, expected);
  if (found.kind === 'enum' && expected.kind === 'enum') return found.vocabulary === expected.vocabulary ? undefined : differs;
  if (found.kind === 'record' && expected.kind === 'record') return recordMisfit(found, expected);
  if (found.kind === 'list' && expected.kind === 'list') return misfit(found.item, expected.item);
  if (found.kind === 'range' && expected.kind === 'range') return misfit(found.item, expected.item);
  if (found.kind === 'function' && expected.kind === 'function') return found.parameters.length === expected.parameters.length ? misfit(found.result, expected.result) : differs;
  return found.kind === expected.kind ? undefined : differs;
}

function numberMisfit(found: NumberType, expected: NumberType): Misfit | undefined {
  if (unitOfSum(found.unit, expected.unit) === undefined) return differs;
  if (expected.grain === undefined) return undefined;
  return found.grain !== undefined && isMultipleOf(found.grain, expected.grain) ? undefined : { kind: 'grain', expected };
}

function recordMisfit(found: RecordType, expected: RecordType): Misfit | undefined {
  for (const [field, wanted] of expected.fields) {
    const given = found.fields.get(field);
    if (given === undefined) {
      if (wanted.optional) continue;
      return { kind: 'field missing', expected, found, field };
    }
    if (given.optional && !wanted.optional) return { kind: 'field optional', expected, found, field };
    const inner = misfit(given.type, wanted.type);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
