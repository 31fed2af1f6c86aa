import { createHash } from 'node:crypto';

/** An element as far as it says anything: of a document that is read, or one to be written. */
export interface Content {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly Content[];
  readonly text: string;
}

/** What an element of a model says, by digests: its rows apart, so that one changed row is one changed digest. */
export interface Digests {
  /** Of all but the rows. */
  readonly frame: string;
  readonly rules: readonly RuleDigest[];
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
  return { frame: hashed(canonical(content)), rules };
}

export function attributeIn({ attributes }: Pick<Content, 'attributes'>, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1];
}

function rulesIn(content: Content): readonly Content[] {
  return content.children.flatMap((child) => (child.name === 'rule' ? [child] : rulesIn(child)));
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function canonical({ name, attributes, children, text }: Content): string {
  const said = attributes.filter(([key, value]) => key !== 'id' && !key.includes(':') && !isDefault(name, key, value));
  const sorted = said.map(([key, value]) => [key, value.replace(/\s+/g, ' ').trim()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const within = children.filter((child) => child.name !== 'extensionElements' && child.name !== 'rule');
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
