import type { Answer, Json } from '../evaluate/answer.ts';
import { ENGINE } from '../evaluate/receipt/engine-version.ts';
import type { Policy } from '../model/policy.ts';
import { answerSchema, sharedSchemas } from './answer-schema.ts';
import type { ExampleQuestion } from './example.ts';
import { exampleQuestion } from './example.ts';
import { factsSchema } from './input-schema.ts';
import type { Schema } from './schema.ts';

/** What the document needs of the service that it describes. */
export interface Described {
  /** The schema of a request's envelope, in which `facts` may be anything. */
  readonly envelope: { readonly properties: Readonly<Record<string, Json>>; readonly required: readonly string[] };
  /** The largest body, in bytes. */
  readonly bodyLimit: number;
  /** Answers an example, so that the document shows what is really answered. */
  readonly answer: (policy: Policy, example: ExampleQuestion) => Answer | undefined;
}

/** The OpenAPI 3.1 document of the service for these policies: one evaluate operation for each. */
export function openApi(policies: Iterable<Policy>, described: Described): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plumbline',
      version: ENGINE.replace(/^\S+ /, ''),
      description: 'Facts in, a decision with its reasons out. Numbers are exact: send them as JSON numbers or as strings.',
    },
    paths: {
      ...Object.fromEntries([...policies].map((policy) => [`/v1/policies/${encodeURIComponent(policy.name)}/evaluate`, { post: evaluateOperation(policy, described) }])),
      '/v1/policies': { get: reading('List the policies', 'The policies, with their content hashes.') },
      '/v1/policies/{policy}': {
        parameters: [{ name: 'policy', in: 'path', required: true, schema: { type: 'string' } }],
        get: { ...reading('Describe a policy', 'Its inputs, decisions and triggers.', { 404: failed('There is no such policy.') }) },
      },
      '/healthz': { get: reading('Whether the service runs', 'It does.') },
      '/readyz': { get: reading('Whether the policies are compiled', 'They are.', { 503: failed('Not yet.') }) },
    },
    components: { schemas: { ...sharedSchemas, Error: errorSchema } },
  };
}

function evaluateOperation(policy: Policy, described: Described): Json {
  const { envelope, bodyLimit } = described;
  const example = exampleQuestion(policy);
  const answer = example && described.answer(policy, example);
  const schema = { type: 'object', properties: { ...envelope.properties, facts: factsSchema(policy, 'accepted') }, required: envelope.required, additionalProperties: false };
  return {
    operationId: `evaluate_${policy.name}`,
    summary: policy.label ?? policy.name,
    description: 'An absent fact is not an error: decisions that need it end `missing_facts`, and the answer names it.',
    requestBody: {
      required: true,
      content: { 'application/json': { schema, ...(example === undefined ? {} : { example: { ...example } }) } },
    },
    responses: {
      200: {
        description: 'The decisions, each with its outcome and reasons.',
        content: { 'application/json': { schema: answerSchema(policy), ...(answer === undefined ? {} : { example: answerJson(answer) }) } },
      },
      400: failed('Malformed JSON, an unknown or invalid part of the request, or no `as_of`.'),
      404: failed('There is no such decision or trigger.'),
      413: failed(`The body is larger than ${bodyLimit} bytes.`),
      415: failed('The body is not `application/json` in UTF-8.'),
      422: failed('The facts do not fit the policy: every problem, each with its path.'),
      503: failed('The policies are still being compiled.'),
    },
  };
}

/** An answer is JSON by its contract, though TypeScript cannot see that of an interface. */
function answerJson(answer: Answer): Json {
  return { ...answer } as unknown as Json;
}

function reading(summary: string, description: string, others: Schema = {}): Schema {
  return { summary, responses: { 200: { description, content: { 'application/json': { schema: { type: 'object' } } } }, ...others } };
}

function failed(description: string): Schema {
  return { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } };
}

const explained: Schema = { code: { type: 'string' }, message: { type: 'string' }, remedy: { type: 'string' } };

const errorSchema: Schema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        ...explained,
        problems: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, ...explained }, required: ['path', 'code', 'message', 'remedy'] } },
      },
      required: ['code', 'message', 'remedy', 'problems'],
    },
  },
  required: ['error'],
};
