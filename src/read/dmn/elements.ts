import { closest } from '../../diagnostics/closest.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { Identifier } from '../tree/expression.ts';
import type { XmlElement } from './xml/element.ts';

/** The children that are DMN's: those of its namespace, whichever version it is of. Extensions lie in others. */
export function childrenOf(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter(({ namespace }) => namespace === parent.namespace);
}

export function childrenNamed(parent: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(parent).filter((child) => child.name === name);
}

export function childNamed(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent && childrenOf(parent).find((child) => child.name === name);
}

/** An attribute's value, trimmed; undefined where there is none or it is empty. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.text.trim();
  return value === '' ? undefined : value;
}

/** The name in an attribute, runs of spaces made one. Undefined where the element has none. */
export function identifierOf(element: XmlElement | undefined, attribute = 'name'): Identifier | undefined {
  const placed = element?.attributes.get(attribute);
  const name = placed?.text.trim().replace(/\s+/g, ' ');
  return placed === undefined || name === undefined || name === '' ? undefined : { name, span: placed.span };
}

/** As `identifierOf`; that there is none is reported, and the name is empty. */
export function requiredIdentifier(element: XmlElement, report: Report, attribute = 'name'): Identifier {
  const found = identifierOf(element, attribute);
  if (found !== undefined) return found;
  report(diagnostic('dmn-attribute-missing', element.span, { element: element.name, attribute }));
  return { name: '', span: element.span };
}

/** A child that DMN demands; that there is none is reported. */
export function requiredChild(parent: XmlElement, name: string, report: Report): XmlElement | undefined {
  const child = childNamed(parent, name);
  if (child === undefined) report(diagnostic('dmn-element-missing', parent.span, { parent: parent.name, element: name }));
  return child;
}

/** Reports an element that DMN does not have in this place: what it says would be lost. */
export function reportUnknown(element: XmlElement, parent: XmlElement, expected: readonly string[], report: Report): void {
  report(diagnostic('dmn-element-unknown', element.span, { element: element.name, parent: parent.name, suggestion: closest(element.name, expected) }));
}
