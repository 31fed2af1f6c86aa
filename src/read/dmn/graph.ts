import { NameScope } from '../../../grammar/name-scope.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { withNames } from '../text/builtin-names.ts';
import type { Identifier } from '../tree/expression.ts';
import { attributeOf, childNamed, childrenNamed, requiredIdentifier } from './elements.ts';
import { readFunction } from './functions.ts';
import type { Reading } from './reading.ts';
import type { BusinessKnowledgeModel, DecisionService, InputData, ModelDecision, Requirement } from './tree.ts';
import { readTypeRef } from './types.ts';
import type { XmlElement } from './xml/element.ts';

export function readInputData(reading: Reading, element: XmlElement): InputData {
  return { ...identityOf(reading, element), type: readTypeRef(reading, childNamed(element, 'variable')) };
}

export function readDecision(reading: Reading, element: XmlElement): ModelDecision {
  const identity = identityOf(reading, element);
  const requires = readRequired(reading, element);
  return {
    ...identity,
    type: readTypeRef(reading, childNamed(element, 'variable')),
    requires,
    logic: reading.boxedIn(element, namesOf(reading, requires)),
  };
}

/** A function may call itself, so its own name is in scope. */
export function readKnowledgeModel(reading: Reading, element: XmlElement): BusinessKnowledgeModel {
  const identity = identityOf(reading, element);
  const requires = readRequired(reading, element);
  const logic = childNamed(element, 'encapsulatedLogic');
  return {
    ...identity,
    type: readTypeRef(reading, childNamed(element, 'variable')),
    requires,
    logic: logic && readFunction(reading, logic, new NameScope([identity.name.name], namesOf(reading, requires))),
  };
}

export function readService(reading: Reading, element: XmlElement): DecisionService {
  const references = (name: string): readonly Requirement[] => childrenNamed(element, name).flatMap((child) => readReference(reading, child) ?? []);
  return {
    ...identityOf(reading, element),
    type: readTypeRef(reading, childNamed(element, 'variable')),
    outputs: references('outputDecision'),
    encapsulated: references('encapsulatedDecision'),
    inputDecisions: references('inputDecision'),
    inputData: references('inputData'),
  };
}

function identityOf({ report }: Reading, element: XmlElement): { id: string | undefined; name: Identifier; span: InputData['span'] } {
  return { id: attributeOf(element, 'id'), name: requiredIdentifier(element, report), span: element.span };
}

/** What a decision or function requires to know. Authorities do not compute. */
function readRequired(reading: Reading, element: XmlElement): readonly Requirement[] {
  const requirements = [...childrenNamed(element, 'informationRequirement'), ...childrenNamed(element, 'knowledgeRequirement')];
  const references = requirements.flatMap((requirement) =>
    ['requiredInput', 'requiredDecision', 'requiredKnowledge'].flatMap((name) => childrenNamed(requirement, name)),
  );
  return references.flatMap((reference) => readReference(reading, reference) ?? []);
}

/** An `href`: `#id` of this model, or `namespace#id` of an imported one. */
function readReference({ report, model }: Reading, element: XmlElement): Requirement | undefined {
  const href = attributeOf(element, 'href');
  if (href === undefined) {
    report(diagnostic('dmn-attribute-missing', element.span, { element: element.name, attribute: 'href' }));
    return undefined;
  }
  const hash = href.lastIndexOf('#');
  const namespace = hash > 0 ? href.slice(0, hash) : undefined;
  const span = element.attributes.get('href')?.span ?? element.span;
  return { namespace: namespace === model.namespace ? undefined : namespace, id: href.slice(hash + 1), span };
}

/** The names that requirements bring into scope: of elements here, and of the imports that others come through. */
function namesOf({ model, imported }: Reading, requires: readonly Requirement[]): NameScope {
  const names = requires.flatMap(({ namespace, id }) => {
    if (namespace === undefined) return model.nameOf.get(id) ?? [];
    return imported
      .filter((one) => one.model.namespace === namespace)
      .flatMap((one) => (one.alias === '' ? (one.model.nameOf.get(id) ?? []) : one.alias));
  });
  return withNames(names).names;
}
