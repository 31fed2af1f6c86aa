import type { FieldType, NumberType, RecordType, Type } from '../../model/type.ts';
import { commonGrain } from './number-types.ts';
import { unitOfSum } from './units.ts';

/** The type of a value that is of one type or the other: of a branch, a list's items. Undefined: they have nothing in common. */
export function join(a: Type, b: Type): Type | undefined {
  if (a === b) return a;
  if (a.kind === 'any') return a;
  if (b.kind === 'any') return b;
  if (a.kind === 'number' && b.kind === 'number') return joinNumbers(a, b);
  if (a.kind === 'enum' && b.kind === 'enum') return a.vocabulary === b.vocabulary ? { ...a, allowed: undefined } : undefined;
  if (a.kind === 'record' && b.kind === 'record') return joinRecords(a, b);
  if ((a.kind === 'list' && b.kind === 'list') || (a.kind === 'range' && b.kind === 'range')) {
    const item = join(a.item, b.item);
    return item === undefined ? undefined : { kind: a.kind, item };
  }
  if (a.kind === 'function' && b.kind === 'function') return a.parameters.length === b.parameters.length ? a : undefined;
  if (a.kind !== b.kind) return undefined;
  return 'allowed' in a ? { ...a, allowed: undefined } : a;
}

/** The joined type of several, `any` where they have nothing in common or there are none. */
export function joinAll(types: readonly Type[]): Type {
  const [first, ...rest] = types;
  if (first === undefined) return { kind: 'any' };
  return rest.reduce<Type>((joined, next) => join(joined, next) ?? { kind: 'any' }, first);
}

function joinNumbers(a: NumberType, b: NumberType): Type | undefined {
  const unit = unitOfSum(a.unit, b.unit);
  return unit === undefined ? undefined : { kind: 'number', unit, grain: commonGrain(a.grain, b.grain), allowed: undefined };
}

function joinRecords(a: RecordType, b: RecordType): Type | undefined {
  if (a.fields.size !== b.fields.size) return undefined;
  const fields = new Map<string, FieldType>();
  for (const [name, left] of a.fields) {
    const right = b.fields.get(name);
    const type = right === undefined ? undefined : join(left.type, right.type);
    if (right === undefined || type === undefined) return undefined;
    fields.set(name, { type, optional: left.optional || right.optional, label: left.label });
  }
  return { kind: 'record', name: a.name === b.name ? a.name : undefined, fields };
}
