import type { Type, Unit } from './type.ts';

/** A type as a policy writes it, without what narrows it: `days`, `money CNY`, `list of Loan`. For messages in any language. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'number':
      return unitText(type.unit);
    case 'enum':
      return type.vocabulary.name;
    case 'record':
      return type.name ?? `{${[...type.fields.keys()].join(', ')}}`;
    case 'list':
      return `list of ${typeText(type.item)}`;
    case 'range':
      return `range<${typeText(type.item)}>`;
    case 'function':
      return `function<${type.parameters.map(typeText).join(', ')}>`;
    default:
      return type.kind;
  }
}

/** A unit as a policy writes it: `days`, `money CNY`, and `number` for none. */
export function unitText(unit: Unit): string {
  return unit.kind === 'money' ? `money ${unit.currency}` : unit.kind;
}
