import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { ParsedNode } from 'yaml';
import policySchema from '../../../grammar/policy.schema.json' with { type: 'json' };
import schema from '../../../grammar/rules.schema.json' with { type: 'json' };
import { closest } from '../../diagnostics/closest.ts';
import type { Phrase } from '../../diagnostics/define.ts';
import { diagnostic, type Diagnostic, type Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../tree/span.ts';
import { entriesOf, entryOf, spanOfNode, written } from '../yaml/nodes.ts';
import { headOf, lastName, nodesTo } from '../yaml/places.ts';
import { shapeProblems } from '../yaml/shape.ts';
import type { Envelope } from './document.ts';
import { plainJson } from './json-nodes.ts';

/** What the schema vouches for. Rules and the policy are read from their nodes, which know their places. */
export type Shaped = { readonly plumbline?: Pick<Envelope, 'facts' | 'outputs'> } | readonly unknown[];

let validate: ValidateFunction<Shaped> | undefined;

/** Compiled once, when rule JSON is first read. */
function validator(): ValidateFunction<Shaped> {
  return (validate ??= new Ajv({ allErrors: true, verbose: true, strict: false }).addSchema(policySchema, 'policy.schema.json').compile<Shaped>(schema));
}

const POLICY = '/plumbline/policy';

/** A document of the shape that the published schema says. Undefined where it is not; that is reported, one mistake once. */
export function readShape(file: SourceFile, root: ParsedNode, report: Report): Shaped | undefined {
  const document = plainJson(file, root);
  const check = validator();
  if (check(document)) return document;
  const errors = (check.errors ?? []).filter(({ instancePath }) => instancePath !== POLICY && !instancePath.startsWith(`${POLICY}/`));
  const policy = entryOf(entryOf(root, 'plumbline'), 'policy');
  if (policy !== undefined) shapeProblems(file, policy, new Set()).forEach(report);
  const ungrouped = new Set(errors.filter(isUngrouped).map(({ instancePath }) => instancePath));
  const separate = errors.filter((error) => isUngrouped(error) || !ungrouped.has(error.instancePath));
  separate.flatMap((error) => problemOf(file, root, error) ?? []).forEach(report);
  return undefined;
}

/** Conditions that are no group: what else is wrong with them follows from it. */
function isUngrouped({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword === 'anyOf' && !/\/if(\/|$)/.test(schemaPath);
}

function problemOf(file: SourceFile, root: ParsedNode, error: ErrorObject): Diagnostic | undefined {
  const { keyword, instancePath, schemaPath } = error;
  const params = error.params as Readonly<Record<string, unknown>>;
  const nodes = nodesTo(root, instancePath);
  const node = nodes.at(-1) ?? root;
  const owner = placeOf(instancePath);
  switch (keyword) {
    case 'required': {
      if (schemaPath.includes('/anyOf/') || /\/if\//.test(schemaPath)) return undefined;
      const key = String(params['missingProperty']);
      return diagnostic('rule-json-shape', headOf(file, node), { problem: { en: `${owner.en} has no \`${key}\``, zh: `${owner.zh}没有 \`${key}\`` }, instead: { en: `add \`"${key}": …\``, zh: `补上 \`"${key}": …\`` } });
    }
    case 'anyOf':
      if (!isUngrouped(error)) return undefined;
      return shapeProblem(file, node, { en: `${owner.en} is no group of conditions`, zh: `${owner.zh}不是一组条件` }, { en: 'put the conditions into `{ "all": [ … ] }`', zh: '把条件写在 `{ "all": [ … ] }` 中' });
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object);
      const at = entriesOf(node).find(({ name }) => name === key)?.key ?? node;
      const suggestion = closest(key, known);
      const meant = { en: suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`, zh: suggestion === undefined ? '' : `；是否应为 \`${suggestion}\`？` };
      return shapeProblem(file, at, { en: `${owner.en} has no key \`${key}\`${meant.en}`, zh: `${owner.zh}没有键 \`${key}\`${meant.zh}` }, { en: `its keys are ${inWords(known)}`, zh: `使用下列键：${inWords(known)}` });
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      return shapeProblem(file, node, { en: `${owner.en} cannot be \`${written(file, node)}\``, zh: `${owner.zh}不能是 \`${written(file, node)}\`` }, { en: `it is one of ${inWords(allowed)}`, zh: `使用下列值之一：${inWords(allowed)}` });
    }
    case 'type':
    case 'minimum':
    case 'minLength':
    case 'minItems': {
      const kind = kinds.get(keyword === 'type' ? [params['type']].flat().map(String).join() : keyword) ?? { en: String(params['type']), zh: String(params['type']) };
      return shapeProblem(file, node, { en: `${owner.en} must be ${kind.en}`, zh: `${owner.zh}应为${kind.zh}` }, { en: `write ${kind.en}`, zh: `写成${kind.zh}` });
    }
    default:
      return undefined;
  }
}

function shapeProblem(file: SourceFile, node: ParsedNode, problem: Phrase, instead: Phrase): Diagnostic {
  return diagnostic('rule-json-shape', spanOfNode(file, node), { problem, instead });
}

function placeOf(pointer: string): Phrase {
  const name = lastName(pointer);
  if (name === undefined) return { en: 'the document', zh: '文档' };
  return /\/\d+$/.test(pointer) ? { en: `an entry of \`${name}\``, zh: `\`${name}\` 中的一项` } : { en: `\`${name}\``, zh: `\`${name}\` ` };
}

function inWords(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

const kinds: ReadonlyMap<string, Phrase> = new Map([
  ['string', { en: 'a text', zh: '文字' }],
  ['array', { en: 'a list', zh: '列表' }],
  ['object', { en: 'an object', zh: '对象' }],
  ['integer', { en: 'a whole number', zh: '整数' }],
  ['minimum', { en: 'a whole number from 1 up', zh: '大于零的整数' }],
  ['minLength', { en: 'a text that is not empty', zh: '非空文字' }],
  ['minItems', { en: 'a list of at least one', zh: '至少有一项的列表' }],
]);
