import { importsOf } from '../../evaluate/facts/shape.ts';
import { plainText } from '../../feel/values/decimal.ts';
import type { EnumMember } from '../../feel/values/enum.ts';
import type { Policy } from '../../model/policy.ts';
import { liesIn } from '../../model/allowed.ts';
import type { Allowed, EnumType, NumberType, RecordType, Type } from '../../model/type.ts';
import { typeOfUnit } from '../../check/types/number-types.ts';
import { unitText } from '../../model/type-text.ts';
import { idOf } from '../../read/dmn/ids.ts';
import { membersListed } from './feel/order.ts';
import { boundText, rangeText, valueText } from './feel/values.ts';
import { element, textElement, type XmlNode } from './xml.ts';

/** The item definitions of a model. Those for units, lists and what is narrowed in place are made when first referred to. */
export interface ItemDefinitions {
  /** What a `typeRef` says of a type; `name` is what to call one that has no name of its own. Undefined: any value. */
  readonly reference: (type: Type, name: string) => string | undefined;
  /** The same for an expression, whose value need not be narrowed: a type that has a name, else FEEL's own. */
  readonly plainReference: (type: Type) => string | undefined;
  /** The types that the policy declares, in its order, then those made. */
  readonly elements: () => readonly XmlNode[];
}

export function itemDefinitions(policy: Policy): ItemDefinitions {
  const declared = declaredTypes(policy);
  const made = new Map<string, XmlNode>();
  const own = [...policy.types].map(([name, type]) => () => definition('itemDefinition', name, type, name));

  function reference(type: Type, name: string): string | undefined {
    const known = nameOf(type) ?? plainNames(type);
    if (known !== undefined) return known;
    if (type.kind === 'number') return unitReference(type) === undefined || type.allowed !== undefined ? make(`${name}_type`, type) : unitReference(type);
    if (type.kind === 'list') return make(`list_of_${(reference(type.item, name) ?? 'anything').replaceAll(/[. ]/g, '_')}`, type);
    if (type.kind === 'range' || type.kind === 'function' || type.kind === 'null' || type.kind === 'any') return undefined;
    return make(`${name}_type`, type);
  }

  function make(wanted: string, type: Type): string {
    const name = policy.types.has(wanted) ? `${wanted}_` : wanted;
    if (!made.has(name)) made.set(name, definition('itemDefinition', name, type, name));
    return name;
  }

  function nameOf(type: Type): string | undefined {
    return declared.get(type) ?? (type.kind === 'enum' && type.allowed === undefined ? declared.get(type.vocabulary) : undefined);
  }

  /** Units become types of their own, so that a model still says what its numbers count. */
  function unitReference({ unit, grain }: NumberType): string | undefined {
    if (unit.kind === 'number' && grain === undefined) return 'number';
    const step = grain === undefined || typeOfUnit(unit).grain === grain ? '' : `_step_${plainText(grain)}`;
    const name = `${unitText(unit)}${step}`.replaceAll(/[ .]/g, '_');
    if (policy.types.has(name)) return undefined;
    if (!made.has(name)) made.set(name, unitDefinition(name, grain));
    return name;
  }

  /** An item definition, or a component of one: DMN has the same in both. */
  function definition(tag: 'itemDefinition' | 'itemComponent', name: string, type: Type, path: string): XmlNode {
    const isList = type.kind === 'list';
    const attributes = { id: tag === 'itemDefinition' ? idOf('type', name) : `${idOf('type', path)}`, name, isCollection: isList ? 'true' : undefined };
    return element(tag, attributes, ...contentOf(isList ? type.item : type, path));
  }

  function contentOf(type: Type, path: string): readonly XmlNode[] {
    const named = nameOf(type);
    if (named !== undefined && named !== path) return [typeRef(named)];
    switch (type.kind) {
      case 'record':
        return components(type, path);
      case 'enum':
        return [typeRef('string'), allowedValues(path, membersListed(allowedMembers(type)))];
      case 'number': {
        const base = unitReference(type) ?? 'number';
        return [typeRef(base), ...(type.allowed === undefined ? [] : [allowedValues(path, allowedText(type.allowed))])];
      }
      case 'list':
        return [typeRef(reference(type, path) ?? 'Any')];
      case 'boolean':
        return [typeRef('boolean')];
      case 'range':
      case 'function':
      case 'null':
      case 'any':
        return [typeRef('Any')];
      default: {
        const base = typeRef(type.kind === 'text' ? 'string' : type.kind);
        return type.allowed === undefined ? [base] : [base, allowedValues(path, allowedText(type.allowed))];
      }
    }
  }

  function components({ fields }: RecordType, path: string): readonly XmlNode[] {
    return [...fields].map(([name, { type }]) => definition('itemComponent', name, type, `${path}.${name}`));
  }

  return {
    reference,
    plainReference: (type) => nameOf(type) ?? (type.kind === 'number' ? 'number' : type.kind === 'enum' ? 'string' : type.kind === 'text' ? 'string' : plainNames(type)),
    elements: () => [...own.map((write) => write()), ...made.values()],
  };
}

/** FEEL's own types. */
function plainNames(type: Type): string | undefined {
  switch (type.kind) {
    case 'boolean':
      return 'boolean';
    case 'text':
      return type.allowed === undefined ? 'string' : undefined;
    case 'date':
    case 'time':
    case 'date and time':
    case 'days and time duration':
    case 'years and months duration':
      return type.allowed === undefined ? type.kind : undefined;
    default:
      return undefined;
  }
}

/** What a policy and its imports call their types; an enum is known by its vocabulary too. */
function declaredTypes(policy: Policy): ReadonlyMap<unknown, string> {
  const named = new Map<unknown, string>();
  for (const owner of [...importsOf(policy), policy]) {
    for (const [name, type] of owner.types) {
      const qualified = owner === policy ? name : `${owner.name}.${name}`;
      if (type.kind === 'enum' && type.allowed === undefined) named.set(type.vocabulary, qualified);
      else if (type.kind !== 'boolean' && type.kind !== 'any') named.set(type, qualified);
    }
  }
  return named;
}

function unitDefinition(name: string, grain: NumberType['grain']): XmlNode {
  const id = idOf('type', name);
  const step = grain === undefined ? undefined : plainText(grain);
  const test = step === undefined ? undefined : step === '1' ? '? = floor(?)' : `modulo(?, ${step}) = 0`;
  return element('itemDefinition', { id, name }, typeRef('number'), test === undefined ? undefined : allowedValues(name, test));
}

function typeRef(name: string): XmlNode {
  return textElement('typeRef', name);
}

function allowedValues(path: string, text: string): XmlNode {
  return element('allowedValues', { id: `${idOf('type', path)}_allowed` }, textElement('text', text));
}

function allowedMembers({ vocabulary, allowed }: EnumType): readonly EnumMember[] {
  return vocabulary.members.filter((member) => allowed === undefined || allowed.alternatives.some((interval) => liesIn(interval, member)));
}

function allowedText({ alternatives }: Allowed): string {
  return alternatives
    .map(({ low, high, lowClosed, highClosed }) => {
      const [from, to] = [low, high].map((end) => (end === undefined ? undefined : valueText(end)));
      if (from !== undefined && to !== undefined) return from.text === to.text ? from.text : rangeText(from, to, lowClosed, highClosed).text;
      return boundText(from, to, lowClosed, highClosed);
    })
    .join(', ');
}
