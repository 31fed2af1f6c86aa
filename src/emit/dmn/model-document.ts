import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../model/policy.ts';
import { expressionsOf, readsIn } from '../../model/reads.ts';
import { importsOf } from '../../evaluate/facts/shape.ts';
import { attributeIn, digestsOf, type Content } from '../../read/dmn/carried/digest.ts';
import { idOf, idPart, namespaceOf } from '../../read/dmn/ids.ts';
import { EXTENSIONS, namespacesOf, type WrittenVersion } from '../../read/dmn/versions.ts';
import { diagramOf } from './diagram.ts';
import { dateData, decisionElements, inputData, knowledgeModel, knowledgeSource, manualData, sourcesCited, type ModelElement } from './elements.ts';
import type { Writing } from './feel/writing.ts';
import { itemDefinitions } from './item-definitions.ts';
import { refuseUnspeakable } from './names.ts';
import { needsWithin } from './needs.ts';
import { refusing, type Refuse } from './refusal.ts';
import { serviceElement } from './services.ts';
import { element, textElement, unwritableAt, xmlDocument, type XmlNode } from './xml.ts';

/**
 * A checked policy as a DMN model with a diagram. Its own text, `text`, travels in an extension element, with a digest of
 * every element that was made of it, so that it comes back as it was wherever nobody has changed the model. What FEEL or
 * DMN cannot say is refused; then there is no model.
 */
export function modelDocument(policy: Policy, text: string, version: WrittenVersion, report: Report): string | undefined {
  let refused = false;
  const noting: Report = (found) => {
    refused = true;
    report(found);
  };
  const writing: Writing = { policy, needs: needsWithin(policy), refuse: refusing(noting), item: undefined, called: new Map() };
  refuseUnspeakable(policy, writing.refuse);
  refuseUnwritable(policy, text, writing.refuse);
  const elements = graphOf(policy, writing);
  const root = definitions(policy, text, elements, version);
  return refused ? undefined : xmlDocument(root);
}

/** XML has no form for some control characters, not even by reference. */
function refuseUnwritable({ file, span }: Policy, text: string, refuse: Refuse): void {
  const at = unwritableAt(text);
  if (at === undefined) return;
  const inFile = unwritableAt(file.text);
  const name = `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  refuse(inFile === undefined ? span : { file, start: inFile, end: inFile + 1 }, name, unwritable, escapeIt);
}

const unwritable = { en: 'XML cannot hold this character', zh: 'XML 不能含有此字符' };
const escapeIt = { en: 'take it out, or write it as `\\uXXXX` in a string', zh: '删除它，或在字符串中写成 `\\uXXXX`' };

interface Graph {
  readonly types: readonly XmlNode[];
  readonly elements: readonly ModelElement[];
}

function graphOf(policy: Policy, writing: Writing): Graph {
  const types = itemDefinitions(policy);
  const readers = [...policy.decisions.values(), ...policy.functions.values()];
  const isDated = [...policy.decisions.values()].some((decision) => writing.needs.of(decision).some(({ kind }) => kind === 'as of'));
  const called = readsIn(readers.flatMap(expressionsOf)).calledDecisions;
  const cited = new Set(readers.flatMap((reader) => [...sourcesCited(reader)]));
  const nodes = [
    ...[...policy.inputs.values()].map((input) => inputData(input, types)),
    manualData(policy, types),
    isDated ? dateData(policy, types) : undefined,
    ...[...policy.sources.values()].filter((source) => cited.has(source)).map(knowledgeSource),
    ...[...policy.functions.values()].map((model) => knowledgeModel(model, types, writing)),
  ].filter((each) => each !== undefined);
  const elements = [
    ...nodes.map((node) => ({ node })),
    ...[...policy.decisions.values()].flatMap((decision) => decisionElements(decision, types, writing)),
    ...[...called].map((decision) => ({ node: serviceElement(decision, writing) })),
  ];
  return { types: types.elements(), elements };
}

function definitions(policy: Policy, text: string, { types, elements }: Graph, version: WrittenVersion): XmlNode {
  const { model, diagram, feel } = namespacesOf(version);
  const nodes = elements.map(({ node }) => node);
  const namespace = namespaceOf(policy.name);
  const attributes = {
    xmlns: model,
    'xmlns:dmndi': diagram,
    'xmlns:dc': 'http://www.omg.org/spec/DMN/20180521/DC/',
    'xmlns:di': 'http://www.omg.org/spec/DMN/20180521/DI/',
    'xmlns:plumbline': EXTENSIONS,
    id: idOf('policy', policy.name),
    name: policy.name,
    label: policy.label,
    namespace,
    expressionLanguage: feel,
    exporter: 'Plumbline',
  };
  return element(
    'definitions',
    attributes,
    element('extensionElements', {}, textElement('plumbline:policy', `\n${text}`), ...[...types.map((node) => ({ node })), ...elements].map(digests)),
    ...importsOf(policy).map(({ name }) => importElement(name, model)),
    ...types,
    ...nodes,
    diagramOf(nodes, policy.label ?? policy.name),
  );
}

/** An imported policy's model, by the name that its policy has and where it is likely to lie. */
function importElement(name: string, importType: string): XmlNode {
  return element('import', { id: `import_${idPart(name)}`, name, namespace: namespaceOf(name), importType, locationURI: `${encodeURIComponent(name)}.dmn` });
}

/** What an element says, so that it can be told later whether somebody changed it. */
function digests({ node, partOf, body }: ModelElement): XmlNode {
  const { frame, rules, expression } = digestsOf(contentOf(node));
  const attributes = { id: attributeIn(node, 'id'), partOf, body: body === undefined ? undefined : String(body + 1), digest: frame, expression };
  return element('plumbline:element', attributes, ...rules.map(({ id, digest }) => element('plumbline:rule', { id, digest })));
}

function contentOf({ name, attributes, children, text }: XmlNode): Content {
  return { name, attributes, children: children.map(contentOf), text: text ?? '' };
}
