import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { entriesOf, scalarName } from './nodes.ts';

/** What the schema is held against: mappings as objects without a prototype, and every scalar as the text it is written as. */
export type Plain = null | string | readonly Plain[] | { readonly [key: string]: Plain };

/** A node as a plain value, without the entries that were refused. A value left out is null. */
export function plainValue(node: ParsedNode | undefined, refused: ReadonlySet<object>): Plain {
  if (isScalar(node)) return node.type === 'PLAIN' && node.source === '' ? null : scalarName(node);
  if (isSeq(node)) return node.items.map((item) => plainValue(item, refused));
  if (!isMap(node)) return null;
  const plain = Object.create(null) as Record<string, Plain>;
  for (const { key, name, value } of entriesOf(node)) if (!refused.has(key)) plain[name] = plainValue(value, refused);
  return plain;
}
