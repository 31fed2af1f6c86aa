import type { Policy } from '../model/policy.ts';
import type { Type } from '../model/type.ts';
import type { Schema } from './schema.ts';
import { valueSchema } from './value-schema.ts';

const outcome: Schema = { type: 'string', enum: ['decided', 'no_match', 'missing_facts', 'conflict', 'error'] };
const text: Schema = { type: 'string' };
const texts: Schema = { type: 'array', items: text };
const hash: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };

function object(properties: Schema, required: readonly string[] = Object.keys(properties)): Schema {
  return { type: 'object', properties, required };
}

const reason = object(
  {
    code: text,
    message: text,
    missing: texts,
    decision: text,
    rules: texts,
    at: object({ file: text, line: { type: 'integer' }, column: { type: 'integer' } }),
  },
  ['code', 'message'],
);

const citation = object({ citation: text, source: text, of: text, basis: { type: 'string', enum: ['law', 'bank_choice', 'unconfirmed'] } }, ['citation', 'source', 'of']);

const receipt = object({
  receipt_version: { const: 1 },
  policy: text,
  content_hash: hash,
  imports: { type: 'array', items: object({ policy: text, content_hash: hash }) },
  git: { oneOf: [{ type: 'null' }, object({ commit: text, dirty: { type: 'boolean' } })] },
  engine: text,
  as_of: { type: 'string', format: 'date' },
  subject: { type: ['string', 'null'] },
  asked: { oneOf: [{ type: 'null' }, texts] },
  facts_hash: hash,
  result_hash: hash,
});

/** Parts that every policy's answers share, for `components/schemas`. */
export const sharedSchemas = { Outcome: outcome, Reason: reason, Citation: citation, Receipt: receipt } satisfies Record<string, Schema>;

function shared(name: keyof typeof sharedSchemas): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

const reasons: Schema = { type: 'array', items: shared('Reason'), description: 'Why it was not decided; absent when it was.' };
const cites: Schema = { type: 'array', items: shared('Citation') };

/** The schema of a policy's answers, with the type of each decision's value. */
export function answerSchema(policy: Policy): Schema {
  return object({
    outcome: shared('Outcome'),
    decisions: {
      type: 'object',
      properties: Object.fromEntries([...policy.decisions].map(([name, { type }]) => [name, decisionSchema(type)])),
    },
    triggers: {
      type: 'object',
      properties: Object.fromEntries([...policy.triggers.keys()].map((name) => [name, triggerSchema])),
    },
    events: { type: 'array', items: object({ event: text, trigger: text, data: {} }) },
    receipt: shared('Receipt'),
    trace: { description: 'Null unless `explain` asks for it.' },
  });
}

function decisionSchema(type: Type): Schema {
  const properties = { outcome: shared('Outcome'), value: valueSchema(type), rules: texts, because: texts, cites, reasons };
  return object(properties, ['outcome', 'rules', 'because', 'cites']);
}

const triggerSchema = object({ outcome: shared('Outcome'), fired: { type: 'boolean' }, because: texts, cites, reasons }, ['outcome', 'because', 'cites']);
