import type { Typed } from '../../model/expression.ts';
import type { FieldType, Type } from '../../model/type.ts';

/**
 * The type of what is put together of parts that were each demanded to be of a type: `expected`, unless a part may break a
 * limit that it declares (`0%..100%`). Then it is the same without limits, so that whoever takes the value tests it.
 */
export function typeOfParts(expected: Type, parts: readonly { readonly part: Typed; readonly expected: Type | undefined }[]): Type {
  return parts.every(({ part, expected: type }) => type === undefined || keepsLimits(part, type)) ? expected : withoutLimits(expected);
}

/** Whether a value that fits a type is surely within its limits. Constants have been held against them. */
function keepsLimits({ kind, type }: Typed, expected: Type): boolean {
  if (kind === 'constant' || type === expected || !hasLimits(expected)) return true;
  return 'allowed' in type && 'allowed' in expected && type.allowed === expected.allowed;
}

function hasLimits(type: Type): boolean {
  switch (type.kind) {
    case 'list':
    case 'range':
      return hasLimits(type.item);
    case 'record':
      return [...type.fields.values()].some((field) => hasLimits(field.type));
    default:
      return 'allowed' in type && type.allowed !== undefined;
  }
}

function withoutLimits(type: Type): Type {
  switch (type.kind) {
    case 'list':
    case 'range':
      return { ...type, item: withoutLimits(type.item) };
    case 'record':
      return { ...type, fields: new Map([...type.fields].map(([name, field]): [string, FieldType] => [name, { ...field, type: withoutLimits(field.type) }])) };
    default:
      return 'allowed' in type ? { ...type, allowed: undefined } : type;
  }
}
