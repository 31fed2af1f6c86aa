/** An element to be written: with elements in it, or with text. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly XmlNode[];
  readonly text: string | undefined;
}

/** Attributes that are undefined, and children that are, are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export function element(name: string, attributes: Attributes, ...children: readonly (XmlNode | undefined)[]): XmlNode {
  return { name, attributes: given(attributes), children: children.filter((child) => child !== undefined), text: undefined };
}

/** An element that holds text and nothing else. */
export function textElement(name: string, text: string, attributes: Attributes = {}): XmlNode {
  return { name, attributes: given(attributes), children: [], text };
}

function given(attributes: Attributes): XmlNode['attributes'] {
  return Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

/** Elements whose text is read by people as it stands, and so is written without references. */
const literal: ReadonlySet<string> = new Set(['plumbline:policy']);

/** An element as a document, two spaces for each level. */
export function xmlDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${linesOf(root, '').join('\n')}\n`;
}

function linesOf({ name, attributes, children, text }: XmlNode, indent: string): readonly string[] {
  const opening = `${indent}<${name}${attributes.map(([key, value]) => ` ${key}="${escapedInQuotes(value)}"`).join('')}`;
  if (text !== undefined) return [`${opening}>${literal.has(name) ? section(text) : escaped(text)}</${name}>`];
  if (children.length === 0) return [`${opening}/>`];
  return [`${opening}>`, ...children.flatMap((child) => linesOf(child, `${indent}  `)), `${indent}</${name}>`];
}

/** What people read may lose a character that XML has no form for; FEEL and the policy's text do not come here with one. */
function escaped(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

function escapedInQuotes(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** A CDATA section. What would end it ends the first of two. */
function section(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Characters that XML 1.0 cannot hold, even by reference: controls, halves of surrogate pairs. */
export const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Where a text first holds such a character. */
export function unwritableAt(text: string): number | undefined {
  const at = text.search(UNWRITABLE);
  return at === -1 ? undefined : at;
}
