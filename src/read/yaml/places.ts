import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Phrase } from '../../diagnostics/define.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import { entriesOf, entryOf, scalarName, spanOfNode } from './nodes.ts';

/** What the parts of a YAML policy are called, and where they stand, by their places as JSON pointers. */

export const aPolicy: Phrase = { en: 'a policy', zh: '政策' };

/** The nodes on the way to a place, outermost first, as far as there are any. */
export function nodesTo(root: ParsedNode, pointer: string): readonly ParsedNode[] {
  const nodes = [root];
  for (const part of partsOf(pointer)) {
    const parent = nodes[nodes.length - 1];
    const child = isSeq(parent) ? (parent.items[Number(part)]) : entryOf(parent, part);
    if (child === undefined) break;
    nodes.push(child);
  }
  return nodes;
}

export function partsOf(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a mapping is called: `decision `class``, ``table``, `an entry of `rows``. */
export function ownerName(node: ParsedNode, pointer: string): Phrase {
  const [first] = entriesOf(node);
  if (first === undefined || !isScalar(first.value) || !/^\/statements\/\d+(?:\/exceptions\/\d+)?$/.test(pointer)) return placeName(pointer);
  const name = `${first.name} \`${scalarName(first.value)}\``;
  return { en: name, zh: name };
}

export function placeName(pointer: string): Phrase {
  const parts = partsOf(pointer);
  const name = lastName(pointer);
  if (name === undefined) return aPolicy;
  const inList = /^\d+$/.test(parts.at(-1) ?? '');
  return inList ? { en: `an entry of \`${name}\``, zh: `\`${name}\` 中的一项` } : { en: `\`${name}\``, zh: `\`${name}\`` };
}

/** The last key on the way to a place; for an item of a list, the list's. */
export function lastName(pointer: string): string | undefined {
  return partsOf(pointer).filter((part) => !/^\d+$/.test(part)).at(-1);
}

/** The key of an entry without a value. */
export function keySpan(file: SourceFile, parent: ParsedNode, pointer: string): Span {
  const name = lastName(pointer);
  return spanOfNode(file, entriesOf(parent).find((entry) => entry.name === name)?.key ?? parent);
}

/** The beginning of a mapping: its first entry, or all of it where it stands in braces. */
export function headOf(file: SourceFile, node: ParsedNode): Span {
  const [first] = entriesOf(node);
  if (first === undefined || (isMap(node) && node.flow === true)) return spanOfNode(file, node);
  return { file, start: first.key.range[0], end: first.value?.range[1] ?? first.key.range[1] };
}
