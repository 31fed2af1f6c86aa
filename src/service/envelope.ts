import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { closest } from '../diagnostics/closest.ts';
import type { Phrase } from '../diagnostics/define.ts';
import type { ExactJson } from '../evaluate/facts/exact-json.ts';
import { isExactObject } from '../evaluate/facts/exact-json.ts';
import type { FactProblem } from '../evaluate/facts/problem.ts';
import { factProblem } from '../evaluate/facts/problem.ts';
import type { Question } from '../library/request.ts';
import { malformed } from '../library/request.ts';
import { failureOf } from './failure.ts';

/** What stands around the facts in a request. The facts themselves are for the policy to judge. */
export const envelopeSchema = {
  type: 'object',
  properties: {
    facts: {},
    as_of: { type: 'string', description: 'The date to decide for. Always required: the clock is never asked.' },
    subject: { type: 'string', minLength: 1, maxLength: 200, description: "The caller's own id for the case, such as a loan number." },
    decisions: { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true, description: 'Decisions and triggers to evaluate. All, if left out.' },
    explain: { enum: ['none', 'fired', 'full'], description: 'How much of the trace to send.' },
  },
  required: ['facts', 'as_of'],
  additionalProperties: false,
} as const;

type Key = keyof typeof envelopeSchema.properties;

interface Envelope {
  readonly facts: ExactJson;
  readonly as_of: string;
  readonly subject?: string;
  readonly decisions?: readonly string[];
  readonly explain?: 'none' | 'fired' | 'full';
}

// Fastify's own Ajv converts, drops and fills in: `null` becomes 0, which would grade a loan of unknown delay as normal.
const strict = new Ajv({ allErrors: true, coerceTypes: false, removeAdditional: false, useDefaults: false });
const isEnvelope = strict.compile<Envelope>(envelopeSchema);

/** A request's facts and question. Throws Failure (400) with everything that is wrong with the envelope. */
export function readEnvelope(body: ExactJson | undefined): { readonly facts: ExactJson; readonly question: Question } {
  if (!isExactObject(body)) throw failureOf(malformed([factProblem('request-not-an-object', '', {})]));
  const envelope: unknown = Object.fromEntries(body);
  if (!isEnvelope(envelope)) throw failureOf(malformed(problemsOf(isEnvelope.errors ?? [])));
  const { facts, as_of: asOf, ...rest } = envelope;
  return { facts, question: { ...rest, asOf } };
}

/** One problem for each place, in Ajv's order. */
function problemsOf(errors: readonly ErrorObject[]): readonly FactProblem[] {
  const byPath = new Map(errors.map(problemOf).map((problem) => [problem.path, problem]));
  return [...byPath.values()];
}

function problemOf(error: ErrorObject): FactProblem {
  const params: Readonly<Record<string, unknown>> = error.params;
  if (error.keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    return factProblem('request-unknown-key', key, { key, suggestion: closest(key, Object.keys(envelopeSchema.properties)) });
  }
  if (error.keyword === 'required') {
    const key = String(params['missingProperty']);
    return factProblem('request-key-missing', key, { key });
  }
  const [, key = '', index] = error.instancePath.split('/');
  const path = index === undefined ? key : `${key}[${index}]`;
  return factProblem('request-key-invalid', path, { key: path, expected: index === undefined ? expectedOf(key) : phrases.name });
}

const phrases = {
  name: { en: 'the name of a decision or trigger', zh: '决策或触发器的名称' },
  facts: { en: 'an object of facts', zh: '由事实组成的对象' },
  as_of: { en: 'a date as `2024-01-31`', zh: '日期，例如 `2024-01-31`' },
  subject: { en: 'text of 1 to 200 characters', zh: '1 至 200 个字符的文本' },
  decisions: { en: 'a list of different names of decisions and triggers, at least one', zh: '决策或触发器名称的列表，至少一个且不重复' },
  explain: { en: '`none`, `fired` or `full`', zh: '`none`、`fired` 或 `full`' },
} as const satisfies Record<Key | 'name', Phrase>;

function expectedOf(key: string): Phrase {
  const expected: ReadonlyMap<string, Phrase> = new Map(Object.entries(phrases));
  return expected.get(key) ?? phrases.name;
}
