import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../tree/span.ts';
import { entriesOf, spanOfNode, written } from './nodes.ts';
import { keySpan, partsOf, placeName } from './places.ts';
import { quotedScalar } from './quoted.ts';

/**
 * A list where a text belongs, and the like; `types` are JSON Schema's names. A list or mapping in brackets, with texts
 * that are not in quotes, is a cell or expression whose quotes were forgotten.
 */
export function wrongKind(file: SourceFile, nodes: readonly ParsedNode[], pointer: string, types: readonly string[]): Diagnostic {
  const node = nodes[nodes.length - 1] as ParsedNode;
  const missing = nodes.length <= partsOf(pointer).length;
  if (!missing && types[0] === 'string' && isUnquotedExpression(node)) {
    const text = written(file, node);
    return diagnostic('yaml-unquoted', spanOfNode(file, node), { written: text, quoted: quotedScalar(text), readAs: kindOf(node) });
  }
  const expected = types.map((type) => kinds.get(type) ?? { en: type, zh: type });
  return diagnostic('yaml-wrong-kind', missing ? keySpan(file, node, pointer) : spanOfNode(file, node), {
    place: placeName(pointer),
    expected: { en: expected.map(({ en }) => en).join(' or '), zh: expected.map(({ zh }) => zh).join('或') },
    found: missing ? nothing : kindOf(node),
  });
}

export const nothing: Phrase = { en: 'empty', zh: '空的' };
const kinds: ReadonlyMap<string, Phrase> = new Map([
  ['string', { en: 'a text in quotes', zh: '引号内的文字' }],
  ['array', { en: 'a list', zh: '列表' }],
  ['object', { en: 'a mapping', zh: '映射' }],
]);

function kindOf(node: ParsedNode): Phrase {
  if (isSeq(node)) return { en: 'a list', zh: '列表' };
  if (isMap(node)) return { en: 'a mapping', zh: '映射' };
  return isScalar(node) && node.type === 'PLAIN' && node.source === '' ? nothing : { en: 'a text', zh: '文字' };
}

function isUnquotedExpression(node: ParsedNode): boolean {
  if (isMap(node)) return node.flow === true && entriesOf(node).some(({ value }) => value === undefined || isPlain(value));
  return isSeq(node) && node.flow === true && node.items.some((item) => isPlain(item));
}

function isPlain(node: ParsedNode): boolean {
  return (isScalar(node) && node.type === 'PLAIN') || isUnquotedExpression(node);
}
