import type { Span } from '../../tree/span.ts';
import type { PlacedText } from './placed-text.ts';

/** An element of an XML document. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** Empty where it is in none. */
  readonly namespace: string;
  /** By their names as they are written: one with a prefix by both. Declarations of namespaces are in `prefixes`. */
  readonly attributes: ReadonlyMap<string, PlacedText>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: PlacedText;
  /** The namespace of each prefix that can be used here; the default namespace under the empty prefix. */
  readonly prefixes: Prefixes;
  /** Its opening tag. */
  readonly span: Span;
}

/** Namespaces by their prefixes. */
export type Prefixes = Pick<ReadonlyMap<string, string>, 'get'>;

/** The attribute of a namespace, whatever prefix it is written with. */
export function attributeOfNamespace({ attributes, prefixes }: XmlElement, namespace: string, name: string): PlacedText | undefined {
  for (const [written, value] of attributes) {
    const [prefix = '', local] = written.split(':');
    if (local === name && prefixes.get(prefix) === namespace) return value;
  }
  return undefined;
}
