import type { Type } from '../../../model/type.ts';
import type { Span } from '../../../read/tree/span.ts';
import { typeText } from '../../../model/type-text.ts';
import type { Writing } from './writing.ts';

/** The type of an `instance of`. FEEL asks what a value is, not whether a policy allows it: a type that narrows another is refused. */
export function testedTypeText(type: Type, span: Span, writing: Writing): string {
  const text = plainTypeText(type);
  if (text === undefined) writing.refuse(span, typeText(type), narrowed);
  return text ?? 'Any';
}

const narrowed = { en: 'FEEL’s `instance of` knows no units, grains, bounds or enums', zh: 'FEEL 的 `instance of` 不认识单位、步长、范围和枚举' };

function plainTypeText(type: Type): string | undefined {
  switch (type.kind) {
    case 'number':
      return type.unit.kind === 'number' && type.grain === undefined && type.allowed === undefined ? 'number' : undefined;
    case 'text':
      return type.allowed === undefined ? 'string' : undefined;
    case 'boolean':
      return type.kind;
    case 'enum':
    case 'record':
    case 'function':
      return undefined;
    case 'list':
    case 'range': {
      const item = plainTypeText(type.item);
      return item && `${type.kind}<${item}>`;
    }
    case 'null':
      return 'Null';
    case 'any':
      return 'Any';
    default:
      return type.allowed === undefined ? type.kind : undefined;
  }
}
