import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import schema from '../../../grammar/policy.schema.json' with { type: 'json' };
import { closest } from '../../diagnostics/closest.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import { entriesOf, entryOf, scalarName, spanOfNode, written } from './nodes.ts';
import { plainValue } from './plain-value.ts';
import { quotedScalar } from './quoted.ts';
import { unclearStatements } from './kinds.ts';

let validate: ValidateFunction | undefined;

/** Compiled once, when a YAML policy is first read. Types are unions (`string or list`), and some keys are required by kind. */
function validator(): ValidateFunction {
  return (validate ??= new Ajv({ allErrors: true, verbose: true, strictRequired: false, strictTypes: false, allowUnionTypes: true }).compile(schema));
}

/** Where the document is not of the shape that the published schema says, in the reader's words; one mistake, one problem. */
export function shapeProblems(file: SourceFile, root: ParsedNode, refused: ReadonlySet<object>): readonly Diagnostic[] {
  const unclear = unclearStatements(file, root);
  validator()(plainValue(root, refused));
  const errors = (validate?.errors ?? []).filter(({ instancePath }) => !unclear.some(({ path }) => instancePath === path || instancePath.startsWith(`${path}/`)));
  const found = errors.flatMap((error) => {
    const node = nodeAt(root, error.instancePath);
    return node.some((each) => refused.has(each)) ? [] : problemsOf(file, error, node, errors);
  });
  return [...unclear.map(({ problem }) => problem), ...found];
}

/** The nodes on the way to a place, outermost first. */
function nodeAt(root: ParsedNode, pointer: string): readonly ParsedNode[] {
  const nodes = [root];
  for (const part of pointer.split('/').slice(1)) {
    const parent = nodes[nodes.length - 1];
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const child = isSeq(parent) ? (parent.items[Number(name)] as ParsedNode | undefined) : entryOf(parent, name);
    if (child === undefined) break;
    nodes.push(child);
  }
  return nodes;
}

/** `#/anyOf/0/required` and its kind say why an alternative failed; `if` that one did. The `anyOf` itself speaks for them. */
function problemsOf(file: SourceFile, error: ErrorObject, nodes: readonly ParsedNode[], all: readonly ErrorObject[]): readonly Diagnostic[] {
  const node = nodes[nodes.length - 1] as ParsedNode;
  const { keyword, params, instancePath } = error;
  const owner = ownerName(file, node, instancePath);
  const parameters = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(parameters['additionalProperty']);
      const expected = knownKeys(error);
      const at = entriesOf(node).find(({ name }) => name === key)?.key ?? node;
      return [diagnostic('yaml-key-unknown', spanOfNode(file, at), { key, owner, expected, suggestion: closest(key, expected) })];
    }
    case 'required': {
      if (error.schemaPath.includes('/anyOf/')) return [];
      const key = String(parameters['missingProperty']);
      return misspelled(all, instancePath, [key]) ? [] : [diagnostic('yaml-key-missing', headOf(file, node), { owner, keys: [key] })];
    }
    case 'anyOf': {
      const keys = (error.schema as readonly { readonly required: readonly string[] }[]).flatMap(({ required }) => required);
      return misspelled(all, instancePath, keys) ? [] : [diagnostic('yaml-key-missing', headOf(file, node), { owner, keys })];
    }
    case 'enum': {
      const expected = (parameters['allowedValues'] as readonly string[]).map(String);
      const word = isScalar(node) ? scalarName(node) : written(file, node);
      return isScalar(node)
        ? [diagnostic('yaml-word-unknown', spanOfNode(file, node), { key: lastPart(instancePath), word, expected, suggestion: closest(word, expected) })]
        : [wrongKind(file, nodes, instancePath, ['string'])];
    }
    case 'type':
      return [wrongKind(file, nodes, instancePath, [parameters['type']].flat().map(String))];
    case 'minItems':
    case 'minProperties':
    case 'maxProperties':
    case 'minLength': {
      const expected: Phrase = keyword === 'minLength' ? { en: 'a name', zh: '名称' } : keyword === 'maxProperties' ? { en: 'one name with its label', zh: '一个名称及其标签' } : { en: 'at least one entry', zh: '至少一项' };
      return [diagnostic('yaml-wrong-kind', spanOfNode(file, node), { place: lastPart(instancePath), expected, found: kindOf(node) })];
    }
    default:
      return [];
  }
}

/** Whether a key that is not known there was most likely meant as one of those that are missing. */
function misspelled(all: readonly ErrorObject[], instancePath: string, keys: readonly string[]): boolean {
  return all.some((error) => {
    if (error.keyword !== 'additionalProperties' || error.instancePath !== instancePath) return false;
    const meant = closest(String((error.params as { readonly additionalProperty: unknown }).additionalProperty), knownKeys(error));
    return meant !== undefined && keys.includes(meant);
  });
}

function knownKeys({ parentSchema }: ErrorObject): readonly string[] {
  return Object.keys((parentSchema?.['properties'] ?? {}) as object);
}

/** A list or mapping in brackets where a text belongs is a cell or expression without quotes. */
function wrongKind(file: SourceFile, nodes: readonly ParsedNode[], instancePath: string, types: readonly string[]): Diagnostic {
  const node = nodes[nodes.length - 1] as ParsedNode;
  const missing = nodes.length <= instancePath.split('/').length - 1;
  const inBrackets = !missing && (isMap(node) || isSeq(node)) && node.flow === true;
  if (types[0] === 'string' && inBrackets) {
    const text = written(file, node);
    return diagnostic('yaml-unquoted', spanOfNode(file, node), { written: text, quoted: quotedScalar(text), readAs: kindOf(node) });
  }
  const expected = types.map((type) => kinds.get(type) ?? { en: type, zh: type });
  return diagnostic('yaml-wrong-kind', missing ? keySpan(file, node, instancePath) : spanOfNode(file, node), {
    place: lastPart(instancePath),
    expected: { en: expected.map(({ en }) => en).join(' or '), zh: expected.map(({ zh }) => zh).join('或') },
    found: missing ? nothing : kindOf(node),
  });
}

const nothing: Phrase = { en: 'empty', zh: '空的' };
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

/** The key of an entry without a value. */
function keySpan(file: SourceFile, parent: ParsedNode, instancePath: string): Span {
  const name = lastPart(instancePath);
  return spanOfNode(file, entriesOf(parent).find((entry) => entry.name === name)?.key ?? parent);
}

/** The beginning of a mapping: its first entry, or its opening bracket. */
function headOf(file: SourceFile, node: ParsedNode): Span {
  const [first] = entriesOf(node);
  if (first === undefined || (isMap(node) && node.flow === true)) return spanOfNode(file, node);
  return { file, start: first.key.range[0], end: first.value?.range[1] ?? first.key.range[1] };
}

/** What a mapping is called: `decision `class``, ``fields.loan``. */
function ownerName(file: SourceFile, node: ParsedNode, instancePath: string): string {
  if (instancePath === '') return 'a policy';
  const [first] = entriesOf(node);
  if (first !== undefined && isScalar(first.value) && /^\/statements\/\d+(?:\/exceptions\/\d+)?$/.test(instancePath)) return `${first.name} \`${scalarName(first.value)}\``;
  return `\`${lastPart(instancePath)}\``;
}

/** The last name of a JSON pointer; for an item of a list, the list's name. */
function lastPart(instancePath: string): string {
  const parts = instancePath.split('/').slice(1).filter((part) => !/^\d+$/.test(part));
  return (parts.at(-1) ?? 'policy').replaceAll('~1', '/').replaceAll('~0', '~');
}
