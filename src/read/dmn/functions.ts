import { NameScope } from '../../../grammar/name-scope.ts';
import { attributeOf, childrenNamed, requiredIdentifier } from './elements.ts';
import type { Reading } from './reading.ts';
import type { BoxedFunction } from './tree.ts';
import { readTypeRef } from './types.ts';
import { readWord } from './words.ts';
import type { XmlElement } from './xml/element.ts';

const languages: ReadonlyMap<string, BoxedFunction['language']> = new Map([['FEEL', 'FEEL'], ['Java', 'external'], ['PMML', 'external']]); // prettier-ignore

/** Reads a `functionDefinition`, or the `encapsulatedLogic` of a business knowledge model, which is one. */
export function readFunction(reading: Reading, element: XmlElement, names: NameScope): BoxedFunction {
  const parameters = childrenNamed(element, 'formalParameter').map((parameter) => ({
    name: requiredIdentifier(parameter, reading.report),
    type: readTypeRef(reading, parameter),
  }));
  const language = attributeOf(element, 'kind') === undefined ? 'FEEL' : (readWord(element, 'kind', languages, reading.report) ?? 'external');
  const scope = new NameScope(parameters.map(({ name }) => name.name), names);
  const body = language === 'FEEL' ? reading.boxedIn(element, scope) : undefined;
  return { kind: 'function', type: readTypeRef(reading, element), language, parameters, body, span: element.span };
}
