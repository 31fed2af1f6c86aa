import { createHash } from 'node:crypto';

/** An element as far as it says anything: of a document that is read, or one to be written. */
export interface Content {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly Content[];
  readonly text: string;
}

/** What an element of a model says, by digests: its rows and its expression apart, since those can be taken over by themselves. */
export interface Digests {
  /** Of all but these. */
  readonly frame: string;
  readonly rules: readonly RuleDigest[];
  /** Of the literal expression that a decision or function comes to, if it is one. */
  readonly expression: string | undefined;
}

export interface RuleDigest {
  readonly id: string;
  readonly digest: string;
}

/**
 * The digests of an element. Modelers write ids of their own, put attributes and kinds of children in another order, and lay
 * text out anew: none of that counts, nor does what stands in `extensionElements`.
 */
export function digestsOf(content: Content): Digests {
  const rules = rulesIn(content).map((rule) => ({ id: attributeIn(rule, 'id') ?? '', digest: hashed(canonical(rule)) }));
  const expression = expressionIn(content);
  return { frame: hashed(canonical(content)), rules, expression: expression && hashed(canonical(expression)) };
}

export function attributeIn({ attributes }: Pick<Content, 'attributes'>, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1];
}

function rulesIn(content: Content): readonly Content[] {
  return content.children.flatMap((child) => (child.name === 'rule' ? [child] : rulesIn(child)));
}

function expressionIn(content: Content): Content | undefined {
  const owner = content.children.find(({ name }) => name === 'encapsulatedLogic') ?? content;
  return owner.children.find((child) => standsApart(owner, child) && child.name !== 'rule');
}

function standsApart(parent: Pick<Content, 'name'>, child: Content): boolean {
  return child.name === 'rule' || (child.name === 'literalExpression' && (parent.name === 'decision' || parent.name === 'encapsulatedLogic'));
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function canonical({ name, attributes, children, text }: Content): string {
  const said = attributes.filter(([key, value]) => key !== 'id' && !key.includes(':') && !isDefault(name, key, value));
  const sorted = said.map(([key, value]) => [key, value.replace(/\s+/g, ' ').trim()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const within = children.filter((child) => child.name !== 'extensionElements' && !standsApart({ name }, child));
  // The order of children counts among those of one name only.
  const grouped = [...within].sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
  return JSON.stringify([name, sorted, within.length === 0 ? text.trim() : '', grouped.map(canonical)]);
}

/** What DMN takes for granted, whether written or not. */
function isDefault(element: string, attribute: string, value: string): boolean {
  if (element === 'decisionTable') return (attribute === 'hitPolicy' && value === 'UNIQUE') || (attribute === 'preferredOrientation' && value === 'Rule-as-Row');
  if (element === 'encapsulatedLogic') return attribute === 'kind' && value === 'FEEL';
  return attribute === 'isCollection' && value === 'false';
}
