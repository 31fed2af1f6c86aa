import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isScalar, type ParsedNode } from 'yaml';
import schema from '../../../grammar/policy.schema.json' with { type: 'json' };
import { closest } from '../../diagnostics/closest.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../tree/span.ts';
import { unclearStatements } from './kinds.ts';
import { entriesOf, scalarName, spanOfNode } from './nodes.ts';
import { headOf, lastName, nodesTo, ownerName, placeName } from './places.ts';
import { plainValue } from './plain-value.ts';
import { nothing, wrongKind } from './wrong-kind.ts';

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
    const nodes = nodesTo(root, error.instancePath);
    return nodes.some((each) => refused.has(each)) ? [] : problemsOf(file, error, nodes, errors);
  });
  return [...unclear.map(({ problem }) => problem), ...found];
}

/** `#/anyOf/0/required` and its kind say why an alternative failed; `if` that one did. The `anyOf` itself speaks for them. */
function problemsOf(file: SourceFile, error: ErrorObject, nodes: readonly ParsedNode[], all: readonly ErrorObject[]): readonly Diagnostic[] {
  const node = nodes[nodes.length - 1] as ParsedNode;
  const { keyword, params, instancePath } = error;
  const owner = ownerName(node, instancePath);
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
      if (!isScalar(node)) return [wrongKind(file, nodes, instancePath, ['string'])];
      const word = scalarName(node);
      return [diagnostic('yaml-word-unknown', spanOfNode(file, node), { key: lastName(instancePath) ?? '', word, expected, suggestion: closest(word, expected) })];
    }
    case 'type':
      return [wrongKind(file, nodes, instancePath, [parameters['type']].flat().map(String))];
    case 'minItems':
    case 'minProperties':
    case 'maxProperties':
    case 'minLength': {
      const { expected, found } = amounts[keyword];
      return [diagnostic('yaml-wrong-kind', spanOfNode(file, node), { place: placeName(instancePath), expected, found })];
    }
    default:
      return [];
  }
}

const oneOrMore: Phrase = { en: 'a list of at least one', zh: '至少有一项的列表' };
const amounts = {
  minItems: { expected: oneOrMore, found: nothing },
  minProperties: { expected: oneOrMore, found: nothing },
  maxProperties: { expected: { en: 'one name with its label', zh: '一个名称及其标签' }, found: { en: 'several', zh: '多个' } },
  minLength: { expected: { en: 'a name', zh: '名称' }, found: nothing },
} as const;

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
