import { closest } from '../../diagnostics/closest.ts';
import { diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import { attributeOf } from './elements.ts';
import type { XmlElement } from './xml/element.ts';

/** What a word in an attribute means. Undefined where it is absent; where DMN has no such word, that is reported too. */
export function readWord<M>(element: XmlElement, attribute: string, meanings: ReadonlyMap<string, M>, report: Report): M | undefined {
  const word = attributeOf(element, attribute);
  const meaning = word === undefined ? undefined : meanings.get(word);
  if (word === undefined || meaning !== undefined) return meaning;
  const expected = [...meanings.keys()];
  report(diagnostic('dmn-word-unknown', element.attributes.get(attribute)?.span, { attribute, word, expected, suggestion: closest(word, expected) }));
  return undefined;
}
