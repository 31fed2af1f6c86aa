import type { Type } from '../model/type.ts';
import type { Schema } from './schema.ts';
import { typeSchema } from './type-schema.ts';

const nativeUnits: ReadonlySet<string> = new Set(['days', 'months', 'count']);

/** The JSON Schema of a value of a type as answers hold it: days, months and counts as integers, other numbers as decimal strings. */
export function valueSchema(type: Type): Schema {
  switch (type.kind) {
    case 'number':
      return nativeUnits.has(type.unit.kind) ? { type: 'integer' } : { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' };
    case 'boolean':
      return { type: 'boolean' };
    case 'null':
      return { type: 'null' };
    case 'enum':
      return typeSchema({ ...type, allowed: undefined }, 'complete');
    case 'list':
      return { type: 'array', items: valueSchema(type.item) };
    case 'record':
      return { type: 'object', properties: Object.fromEntries([...type.fields].map(([name, field]) => [name, valueSchema(field.type)])) };
    case 'any':
    case 'range':
    case 'function':
      return {};
    default:
      return { type: 'string' };
  }
}
