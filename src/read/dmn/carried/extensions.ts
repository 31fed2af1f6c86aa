import { childrenOf } from '../elements.ts';
import { EXTENSIONS } from '../versions.ts';
import type { XmlElement } from '../xml/element.ts';
import type { PlacedText } from '../xml/placed-text.ts';
import type { Content, Digests } from './digest.ts';

/** The policy that a model carries, and what its elements said when they were made of it. */
export interface Carried {
  readonly text: PlacedText;
  /** By the ids of the elements. */
  readonly elements: ReadonlyMap<string, CarriedElement>;
}

export interface CarriedElement extends Digests {
  /** The id of the decision that it is a part of; its own where it is none. */
  readonly partOf: string;
  /** Of which of the decision's bodies it holds the table, from 0; undefined where it holds all. */
  readonly body: number | undefined;
}

/** What a model carries of a policy; undefined where it carries none. */
export function carriedIn(root: XmlElement): Carried | undefined {
  const extensions = childrenOf(root)
    .filter(({ name }) => name === 'extensionElements')
    .flatMap(({ children }) => children.filter(({ namespace }) => namespace === EXTENSIONS));
  const policy = extensions.find(({ name }) => name === 'policy');
  const elements = extensions.filter(({ name }) => name === 'element');
  return policy && { text: policy.text, elements: new Map(elements.map((element) => [attribute(element, 'id'), carriedElement(element)])) };
}

function carriedElement(element: XmlElement): CarriedElement {
  const body = element.attributes.get('body');
  return {
    frame: attribute(element, 'digest'),
    rules: element.children.map((rule) => ({ id: attribute(rule, 'id'), digest: attribute(rule, 'digest') })),
    expression: element.attributes.get('expression')?.text,
    partOf: element.attributes.get('partOf')?.text ?? attribute(element, 'id'),
    body: body && Number(body.text) - 1,
  };
}

function attribute(element: XmlElement, name: string): string {
  return element.attributes.get(name)?.text ?? '';
}

/** What an element of a document says. */
export function contentOf(element: XmlElement): Content {
  return {
    name: element.name,
    attributes: [...element.attributes].map(([key, { text }]) => [key, text]),
    children: childrenOf(element).map(contentOf),
    text: element.text.text,
  };
}
