import { isMap, isScalar, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { SourceFile, Span } from '../tree/span.ts';

/** One entry of a mapping, as far as it can be read. */
export interface Entry {
  readonly key: Scalar.Parsed;
  /** As written, where it is not in quotes: `0.10` stays `0.10`. */
  readonly name: string;
  readonly value: ParsedNode | undefined;
}

/** Asked for again and again, for each key that is looked up. */
const known = new WeakMap<object, readonly Entry[]>();

/** The entries of a mapping in order. Keys that are no scalars are left out; they were reported. */
export function entriesOf(node: ParsedNode | undefined): readonly Entry[] {
  if (!isMap(node)) return [];
  const entries = known.get(node) ?? entriesIn(node);
  known.set(node, entries);
  return entries;
}

function entriesIn(node: YAMLMap.Parsed): readonly Entry[] {
  return node.items.flatMap(({ key, value }) => (isScalar(key) ? [{ key: key, name: scalarName(key), value: value ?? undefined }] : []));
}

/** The value of a key. Undefined where the mapping lacks it. */
export function entryOf(node: ParsedNode | undefined, name: string): ParsedNode | undefined {
  return entriesOf(node).find((entry) => entry.name === name)?.value;
}

/** A scalar's text: what its quotes hold, or what is written where it has none, never what YAML takes that for. */
export function scalarName(scalar: Scalar.Parsed): string {
  return scalar.type === 'PLAIN' ? (scalar.source ?? '') : String(scalar.value);
}

/** Where a node stands, with its quotes or brackets. */
export function spanOfNode(file: SourceFile, { range }: { readonly range: readonly [number, number, number] }): Span {
  return { file, start: range[0], end: range[1] };
}

/** What a node looks like in the file. */
export function written(file: SourceFile, { range }: { readonly range: readonly [number, number, number] }): string {
  return file.text.slice(range[0], range[1]).trim();
}
