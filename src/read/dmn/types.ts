import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { TypeExpression } from '../tree/expression.ts';
import { childNamed } from './elements.ts';
import { readTypeText } from './feel.ts';
import type { Reading } from './reading.ts';
import { isFeelNamespace } from './versions.ts';
import type { XmlElement } from './xml/element.ts';
import type { PlacedText } from './xml/placed-text.ts';

/** DMN 1.1 and many modelers spell FEEL's types as one word. */
const spelledInFeel: ReadonlyMap<string, string> = new Map([
  ['dateTime', 'date and time'],
  ['dayTimeDuration', 'days and time duration'],
  ['yearMonthDuration', 'years and months duration'],
  ['any', 'Any'],
]);

/** The type in an element's `typeRef` attribute; undefined where it has none. */
export function readTypeRef(reading: Reading, element: XmlElement | undefined, attribute = 'typeRef'): TypeExpression | undefined {
  const written = element?.attributes.get(attribute);
  return element && written && readType(reading, written, element);
}

/** The type in an element's `typeRef` child, as item definitions have it. */
export function readTypeChild(reading: Reading, element: XmlElement): TypeExpression | undefined {
  const child = childNamed(element, 'typeRef');
  return child && readType(reading, child.text, child);
}

function readType(reading: Reading, written: PlacedText, { prefixes }: XmlElement): TypeExpression | undefined {
  const name = written.text.trim().replace(/\s+/g, ' ');
  const { span } = written;
  const named = (...path: readonly string[]): TypeExpression => ({ kind: 'named', path: path.map((each) => ({ name: each, span })), currency: undefined, span });
  if (name === '') return undefined;
  if (reading.model.types.has(name)) return named(name);
  const colon = name.indexOf(':');
  const namespace = colon === -1 ? undefined : prefixes.get(name.slice(0, colon));
  const local = colon === -1 ? name : name.slice(colon + 1);
  const feel = spelledInFeel.get(local) ?? local;
  if (colon === -1) {
    const owner = reading.imported.find(({ alias }) => alias !== '' && name.startsWith(`${alias}.`));
    if (owner !== undefined) return named(owner.alias, name.slice(owner.alias.length + 1));
    return name.includes('<') ? (readTypeText(reading, written) ?? { kind: 'unreadable', span }) : named(feel);
  }
  if (namespace === undefined ? name.startsWith('feel:') : isFeelNamespace(namespace)) return named(feel);
  if (namespace === reading.model.namespace) return named(local);
  const owner = reading.imported.find(({ model }) => model.namespace === namespace);
  if (owner !== undefined) return owner.alias === '' ? named(local) : named(owner.alias, local);
  reading.report(diagnostic('dmn-type-prefix-unknown', span, { type: name, prefix: name.slice(0, colon) }));
  return { kind: 'unreadable', span };
}
