import type { Phrase } from '../../diagnostics/define.ts';
import type { Annotated, Citation, Decision, FunctionModel, Input, Policy } from '../../model/policy.ts';
import type { Type } from '../../model/type.ts';
import { idOf, idPart } from '../../read/dmn/ids.ts';
import { descriptionOf } from './annotations.ts';
import { AS_OF, MANUAL, type Writing } from './feel/writing.ts';
import type { ItemDefinitions } from './item-definitions.ts';
import { boxedLogic, flattened, logicOf, type Logic } from './logic.ts';
import { hrefTo, inputIdOf } from './hrefs.ts';
import { isInvoked, type Needed } from './needs.ts';
import { serviceName } from './services.ts';
import { element, textElement, type XmlNode } from './xml.ts';

/** An input, as a caller gives it: a record as a whole. */
export function inputData({ name, label, type }: Input, types: ItemDefinitions): XmlNode {
  return dataElement(idOf('input', name), name, label, types.reference(type, name));
}

/** What people have answered: one input for all questions of a policy. */
export function manualData({ manuals }: Policy, types: ItemDefinitions): XmlNode | undefined {
  if (manuals.size === 0) return undefined;
  const fields = new Map([...manuals.values()].map(({ name, type, question, fact }) => [name, { type, optional: fact.optional, label: question }]));
  const type: Type = { kind: 'record', name: undefined, fields };
  return dataElement(idOf('input', MANUAL), MANUAL, undefined, types.reference(type, MANUAL));
}

/** The date decided for: one of those on which the policy is in force. */
export function dateData({ inForce: { from, to } }: Policy, types: ItemDefinitions): XmlNode {
  const allowed = from === undefined && to === undefined ? undefined : { text: '', alternatives: [{ low: from, high: to, lowClosed: true, highClosed: true }] };
  return dataElement(idOf('input', AS_OF), AS_OF, undefined, types.reference({ kind: 'date', allowed }, AS_OF));
}

function dataElement(id: string, name: string, label: string | undefined, typeRef: string | undefined): XmlNode {
  return element('inputData', { id, name, label }, element('variable', { id: `${id}_variable`, name, typeRef }));
}

/** An element of a model. A part of a decision is an element too, and knows of which, and which body's table it is. */
export interface ModelElement {
  readonly node: XmlNode;
  readonly partOf?: string;
  readonly body?: number | undefined;
}

/** A decision, and before it the decisions that it is made of where one table does not say it all. */
export function decisionElements(decision: Decision, types: ItemDefinitions, writing: Writing): readonly ModelElement[] {
  const { name, label, type } = decision;
  const id = idOf('decision', name);
  const logic = logicOf(decision, id, types, writing);
  const typeRef = types.reference(type, name);
  const isRounded = decision.bodies.some((body) => body.kind === 'table' && body.rounding !== undefined);
  const parts = flattened(logic).map((part): ModelElement => ({
    node: decisionNode({ id: part.id, name: part.name, typeRef: isRounded ? undefined : typeRef }, part, writing),
    partOf: id,
    body: part.body,
  }));
  return [...parts, { node: decisionNode({ id, name, label, typeRef, said: description(decision), authorities: authorities(id, decision, writing) }, logic, writing) }];
}

interface Identity {
  readonly id: string;
  readonly name: string;
  readonly label?: string | undefined;
  readonly typeRef: string | undefined;
  readonly said?: XmlNode | undefined;
  readonly authorities?: readonly XmlNode[];
}

function decisionNode({ id, name, label, typeRef, said, authorities: cited = [] }: Identity, logic: Logic, writing: Writing): XmlNode {
  const needed = writing.needs.ofExpressions(logic.reads, logic.dated);
  return element(
    'decision',
    { id, name, label },
    said,
    element('variable', { id: `${id}_variable`, name, typeRef }),
    ...needed.filter(({ kind }) => !isInvoked(kind)).map((one) => requirement(id, one, writing)),
    ...logic.parts.map((part) => element('informationRequirement', { id: `${id}_requires_${part.id}` }, element('requiredDecision', { href: `#${part.id}` }))),
    ...needed.filter(({ kind }) => isInvoked(kind)).map((one) => requirement(id, one, writing)),
    ...cited,
    logic.expression,
  );
}

/** A function or parameter. What it reads beyond its parameters it is handed as further ones. */
export function knowledgeModel(model: FunctionModel, types: ItemDefinitions, writing: Writing): XmlNode {
  const { name, label, type, parameters, span } = model;
  const id = idOf('function', name);
  const around = writing.needs.around(model);
  for (const { policy, kind, name: read } of around) {
    if (kind !== 'as of' && policy !== writing.policy.name) writing.refuse(span, name, outOfSight(`${policy}.${read}`), passIt);
    if (parameters.some((parameter) => parameter.name === read)) writing.refuse(span, read, hidden, passIt);
  }
  const formal = [
    ...parameters.map((each) => ({ name: each.name, typeRef: types.reference(each.type, `${name}_${each.name}`) })),
    ...around.map((each) => ({ name: each.name, typeRef: typeOfNeeded(each, types, writing) })),
  ];
  return element(
    'businessKnowledgeModel',
    { id, name, label },
    description(model),
    element('variable', { id: `${id}_variable`, name, typeRef: types.reference(type, name) }),
    element(
      'encapsulatedLogic',
      { id: `${id}_logic` },
      ...formal.map((parameter) => element('formalParameter', { id: `${id}_parameter_${idPart(parameter.name)}`, ...parameter })),
      boxedLogic(logicOf(model, id, types, writing), id),
    ),
    ...writing.needs.of(model).filter(({ kind }) => isInvoked(kind)).map((one) => requirement(id, one, writing)),
    ...authorities(id, model, writing),
  );
}

function outOfSight(name: string): Phrase {
  return { en: `it reads \`${name}\`, and a business knowledge model sees only its parameters`, zh: `它读取 \`${name}\`，而业务知识模型只能看到自己的参数` };
}

const hidden = { en: 'a parameter hides what a function called in it reads', zh: '参数遮蔽了被调用函数所读取的名称' };
const passIt = { en: 'pass it as a parameter', zh: '改为用参数传入' };

function typeOfNeeded({ kind, name }: Needed, types: ItemDefinitions, { policy }: Writing): string | undefined {
  if (kind === 'as of') return 'date';
  const type = policy.inputs.get(name)?.type ?? policy.decisions.get(name)?.type;
  return type && types.reference(type, name);
}

function description(annotated: Annotated): XmlNode | undefined {
  const text = descriptionOf(annotated);
  return text === undefined ? undefined : textElement('description', text);
}

function requirement(owner: string, needed: Needed, writing: Writing): XmlNode {
  const { kind, policy } = needed;
  // A service stands in the model of who calls it.
  const home = kind === 'service' ? writing.policy.name : policy;
  const id = kind === 'service' ? idOf(kind, serviceName(needed, writing)) : inputIdOf(needed);
  const href = hrefTo(home, id, writing);
  const own = `${owner}_requires_${home === writing.policy.name ? '' : `${idPart(home)}_`}${id}`;
  if (isInvoked(kind)) return element('knowledgeRequirement', { id: own }, element('requiredKnowledge', { href }));
  return element('informationRequirement', { id: own }, element(kind === 'decision' ? 'requiredDecision' : 'requiredInput', { href }));
}

/** The sources that something cites, in itself or in its rows. */
export function sourcesCited({ cites, bodies }: Decision | FunctionModel): ReadonlySet<Citation['source']> {
  const inTables = bodies.flatMap((body) => (body.kind === 'table' ? [...body.cites, ...body.rows.flatMap((row) => row.cites)] : []));
  return new Set([...cites, ...inTables].map(({ source }) => source));
}

function authorities(owner: string, reader: Decision | FunctionModel, writing: Writing): readonly XmlNode[] {
  const own = new Set(writing.policy.sources.values());
  return [...sourcesCited(reader)]
    .filter((source) => own.has(source))
    .map(({ name }) => idOf('source', name))
    .map((id) => element('authorityRequirement', { id: `${owner}_requires_${id}` }, element('requiredAuthority', { href: `#${id}` })));
}

export function knowledgeSource({ name, title }: Citation['source']): XmlNode {
  return element('knowledgeSource', { id: idOf('source', name), name, label: title });
}
