import { expect, test } from 'vitest';
import { check } from '../../check/check.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { renderAll } from '../../diagnostics/render.ts';
import type { Policy } from '../../model/policy.ts';
import { compile } from '../../library/compile.ts';
import { childrenOf } from '../../read/dmn/elements.ts';
import { readXml } from '../../read/dmn/xml/read-xml.ts';
import type { XmlElement } from '../../read/dmn/xml/element.ts';
import { readPolicy } from '../../read/text/read-policy.ts';
import { modelDocument } from './model-document.ts';

/** What DMN 1.5's schema (DMN15.xsd) lets stand in an element, in this order. */
const sequences: Readonly<Record<string, readonly string[]>> = {
  definitions: ['description', 'extensionElements', 'import', 'itemDefinition', 'inputData|knowledgeSource|decision|businessKnowledgeModel|decisionService', 'DMNDI'],
  itemDefinition: ['description', 'extensionElements', 'typeRef', 'allowedValues', 'typeConstraint', 'itemComponent'],
  itemComponent: ['description', 'extensionElements', 'typeRef', 'allowedValues', 'typeConstraint', 'itemComponent'],
  allowedValues: ['text'],
  inputData: ['description', 'extensionElements', 'variable'],
  knowledgeSource: ['description', 'extensionElements'],
  decision: ['description', 'extensionElements', 'variable', 'informationRequirement', 'knowledgeRequirement', 'authorityRequirement', 'decisionTable|literalExpression|context'],
  businessKnowledgeModel: ['description', 'extensionElements', 'variable', 'encapsulatedLogic', 'knowledgeRequirement', 'authorityRequirement'],
  decisionService: ['description', 'extensionElements', 'variable', 'outputDecision', 'encapsulatedDecision', 'inputDecision', 'inputData'],
  encapsulatedLogic: ['formalParameter', 'decisionTable|literalExpression|context'],
  informationRequirement: ['requiredDecision|requiredInput'],
  knowledgeRequirement: ['requiredKnowledge'],
  authorityRequirement: ['requiredAuthority'],
  context: ['contextEntry'],
  contextEntry: ['variable', 'decisionTable|literalExpression|context'],
  literalExpression: ['text'],
  decisionTable: ['input', 'output', 'annotation', 'rule'],
  input: ['inputExpression', 'inputValues'],
  inputExpression: ['text'],
  output: ['outputValues', 'defaultOutputEntry'],
  outputValues: ['text'],
  defaultOutputEntry: ['text'],
  rule: ['inputEntry', 'outputEntry', 'annotationEntry'],
  inputEntry: ['text'],
  outputEntry: ['text'],
  annotationEntry: ['text'],
};

const shipped = [...(await compile('rules')).policies.values()];
const models = shipped.map((policy) => [policy.name, modelOf(policy)] as const);

test.each(models)('the model of %s has everything where the schema has it', (_, root) => {
  const misplaced = allIn(root).filter(({ name }) => name in sequences).flatMap((element) => outOfOrder(element));
  expect(misplaced).toEqual([]);
});

test.each(models)('in the model of %s every id is one element’s, and every reference within it resolves', (_, root) => {
  const elements = allIn(root, true).filter(({ namespace }) => namespace !== 'urn:plumbline:dmn:1');
  const ids = elements.flatMap(({ attributes }) => attributes.get('id')?.text ?? []);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => !/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id))).toEqual([]);
  const references = elements.flatMap(({ attributes }) => [attributes.get('dmnElementRef')?.text ?? [], attributes.get('href')?.text.replace(/^#/, '') ?? []].flat());
  expect(references.filter((reference) => !reference.startsWith('urn:') && !ids.includes(reference))).toEqual([]);
});

test.each(models)('in the diagram of %s every element has a place of its own, above all that it requires', (_, root) => {
  const bounds = new Map(allIn(root, true).filter(({ name }) => name === 'DMNShape').map((shape) => [shape.attributes.get('dmnElementRef')?.text, boundsOf(shape)]));
  const drawn = childrenOf(root).filter(({ name }) => ['inputData', 'knowledgeSource', 'decision', 'businessKnowledgeModel'].includes(name));
  expect(drawn.filter(({ attributes }) => !bounds.has(attributes.get('id')?.text))).toEqual([]);
  const places = [...bounds.values()];
  const overlapping = places.filter((a, index) => places.some((b, other) => other > index && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height));
  expect(overlapping).toEqual([]);
  for (const element of drawn) {
    const own = bounds.get(element.attributes.get('id')?.text);
    // Services are not drawn: they stand for decisions that are.
    const required = allIn(element).flatMap(({ attributes }) => bounds.get(attributes.get('href')?.text.slice(1)) ?? []);
    for (const { y } of required) expect(own?.y).toBeLessThan(y);
  }
});

test('a model written again is the same, and a changed cell is one changed line besides its digest', () => {
  const text = 'policy p\ninput days : days\ndecision late : boolean\n  table unique\n    | id | days || late |\n    | L1 | <= 90 || false |\n    | L2 | > 90 || true |\n';
  const before = documentOf(text).split('\n');
  expect(documentOf(text).split('\n')).toEqual(before);
  const after = documentOf(text.replace('false', 'true')).split('\n');
  expect(before.length).toBe(after.length);
  const changed = before.filter((line, index) => line !== after[index]).map((line) => line.trim());
  expect(changed).toEqual(['| L1 | <= 90 || false |', expect.stringMatching(/^<plumbline:rule id="decision_late_table_L1" /), '<text>false</text>']);
});

test('a character that XML cannot hold is refused, at its place; FEEL’s escape for it is not', () => {
  expect(documentOf('policy p\ninput a "x\u0001" : number\ndecision d : text\n  = string(a)\n')).toContain('p.policy:2:11: error[dmn-cannot-say] DMN cannot say `U+0001`');
  const escaped = documentOf('policy p\ninput a "\\u0001" : text\ndecision d : text\n  = a + "\\u0001"\n');
  expect(escaped).toContain('<text>a + "\\u0001"</text>');
  expect(escaped).toContain('name="a" label="\uFFFD"');
  expect(readXml({ path: 'p.dmn', text: escaped }, () => undefined)?.name).toBe('definitions');
});

function modelOf(policy: Policy): XmlElement {
  const found: Diagnostic[] = [];
  const text = modelDocument(policy, '', '1.5', (one) => found.push(one)) ?? '';
  const root = readXml({ path: `${policy.name}.dmn`, text }, (one) => found.push(one));
  if (root === undefined || found.length > 0) throw new Error(renderAll(found, { language: 'en', colour: false }));
  return root;
}

function documentOf(text: string): string {
  const found: Diagnostic[] = [];
  const [policy] = check([readPolicy({ path: 'p.policy', text }, (one) => found.push(one))], (one) => found.push(one));
  return (policy && modelDocument(policy, text, '1.5', (one) => found.push(one))) ?? renderAll(found, { language: 'en', colour: false });
}

/** An element and all in it; of other namespaces too where they are asked for. */
function allIn(element: XmlElement, everything = false): readonly XmlElement[] {
  return [element, ...(everything ? element.children : childrenOf(element)).flatMap((child) => allIn(child, everything))];
}

function outOfOrder(element: XmlElement): readonly string[] {
  const order = sequences[element.name] ?? [];
  const places = element.children.filter(({ namespace, name }) => namespace === element.namespace || name === 'DMNDI').map(({ name }) => ({ name, place: order.findIndex((allowed) => allowed.split('|').includes(name)) }));
  return places.filter(({ place }, index) => place === -1 || (places[index - 1]?.place ?? 0) > place).map(({ name }) => `${name} in ${element.name}`);
}

function boundsOf({ children }: XmlElement): Readonly<Record<'x' | 'y' | 'width' | 'height', number>> {
  const read = (name: string): number => Number(children[0]?.attributes.get(name)?.text);
  return { x: read('x'), y: read('y'), width: read('width'), height: read('height') };
}
