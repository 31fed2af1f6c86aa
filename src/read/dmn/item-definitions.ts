import { withNames } from '../text/builtin-names.ts';
import type { Cell } from '../tree/expression.ts';
import { attributeOf, childNamed, childrenNamed, requiredIdentifier } from './elements.ts';
import { readCell } from './feel.ts';
import type { Reading } from './reading.ts';
import type { ItemDefinition, ItemType } from './tree.ts';
import { readTypeChild, readTypeRef } from './types.ts';
import type { XmlElement } from './xml/element.ts';

/** Reads an `itemDefinition`, or an `itemComponent` of one: DMN has the same in both. */
export function readItemDefinition(reading: Reading, element: XmlElement): ItemDefinition {
  return { name: requiredIdentifier(element, reading.report), type: readItemType(reading, element), span: element.span };
}

function readItemType(reading: Reading, element: XmlElement): ItemType {
  return {
    base: readBase(reading, element),
    collection: attributeOf(element, 'isCollection') === 'true',
    allowed: readConstraint(reading, element, 'allowedValues'),
    constraint: readConstraint(reading, element, 'typeConstraint'),
    span: element.span,
  };
}

function readBase(reading: Reading, element: XmlElement): ItemType['base'] {
  const components = childrenNamed(element, 'itemComponent');
  if (components.length > 0) return { kind: 'components', components: components.map((component) => readItemDefinition(reading, component)) };
  const signature = childNamed(element, 'functionItem');
  if (signature === undefined) return { kind: 'reference', type: readTypeChild(reading, element) };
  const parameters = childrenNamed(signature, 'parameters').map((parameter) => ({
    name: requiredIdentifier(parameter, reading.report),
    type: readTypeRef(reading, parameter),
  }));
  return { kind: 'function', parameters, result: readTypeRef(reading, signature, 'outputTypeRef') };
}

function readConstraint(reading: Reading, element: XmlElement, name: string): Cell | undefined {
  const tests = childNamed(element, name);
  return tests && readCell(reading, tests, withNames([]).names);
}
