import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Schema } from '../../src/emit/schema.ts';
import { lending } from './lending-policy.ts';
import { post, send, serving } from './listening.ts';

const service = serving(lending);

interface Operation {
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: Schema; readonly example?: Schema } } };
  readonly responses: Readonly<Record<string, { readonly content: { readonly 'application/json': { readonly schema: Schema; readonly example?: Schema } } }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly post?: Operation; readonly get?: object }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

async function openApi(): Promise<Document> {
  return (await send(`${service.origin()}/openapi.json`)).json as Document;
}

/** A validator for a schema of the document, which may refer to the document's shared schemas. */
function validatorFor(schema: Schema, { components }: Document): (data: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'document', components });
  return ajv.compile({ ...(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as Schema) });
}

test('the list of policies', async () => {
  expect((await send(`${service.origin()}/v1/policies`)).json).toMatchObject({
    policies: [
      { policy: 'vocabulary', label: '词汇' },
      { policy: 'lending', label: '贷款 Lending', in_force: { from: null, to: null } },
    ],
  });
});

test('a policy says what each decision needs, its type and its label', async () => {
  expect((await send(`${service.origin()}/v1/policies/lending`)).json).toMatchObject({
    policy: 'lending',
    imports: ['vocabulary'],
    decisions: {
      class: { label: '分类', type: 'Class', schema: { enum: ['normal', 'special_mention', 'loss'] }, needs: ['loan.overdue_days'], uses: [] },
      doubled: { type: 'money CNY', needs: ['loan.balance'] },
      may_upgrade: { needs: ['manual.able_to_perform'] },
      region: { needs: ['vocabulary.region'] },
    },
    triggers: { watch: { label: '进入观察名单', events: ['watch'] } },
    inputs: {
      properties: {
        loan: {
          properties: {
            overdue_days: { title: '逾期天数', type: ['integer', 'string'], minimum: 0, 'x-unit': 'days', 'x-grain': '1', 'x-optional': false },
            balance: { 'x-unit': 'CNY', 'x-grain': '0.01' },
            rate: { minimum: 0, maximum: 1 },
            guarantee: { enum: ['credit', 'guaranteed', 'mortgage'], 'x-labels': { credit: '信用', guaranteed: '保证', mortgage: '抵押' } },
            grade: { enum: ['A', 'B'] },
            granted_on: { format: 'date' },
            expected_loss: { 'x-optional': true },
          },
        },
        others: { title: '他行贷款', items: { required: ['bank', 'balance'], additionalProperties: false } },
        vocabulary: { properties: { region: { title: '地区' } } },
        manual: { properties: { able_to_perform: { required: ['value', 'who', 'when'] } } },
      },
      required: ['loan', 'others', 'account', 'manual', 'vocabulary'],
    },
  });
});

test('the description is valid: every schema compiles, and the examples are really accepted and answered', async () => {
  const document = await openApi();
  expect(document.openapi).toBe('3.1.0');
  const operation = document.paths['/v1/policies/lending/evaluate']?.post;
  const request = operation?.requestBody.content['application/json'];
  const answer = operation?.responses['200']?.content['application/json'];
  if (request?.example === undefined || answer?.example === undefined) throw new Error('there is no example');

  expect(validatorFor(request.schema, document)(request.example)).toBe(true);
  const reply = await post(`${service.origin()}/v1/policies/lending/evaluate`, JSON.stringify(request.example));
  expect(reply.status).toBe(200);
  expect(reply.json).toEqual(answer.example);
  expect(validatorFor(answer.schema, document)(reply.json)).toBe(true);
});

test('the schema refuses what the service refuses', async () => {
  const document = await openApi();
  const schema = document.paths['/v1/policies/lending/evaluate']?.post?.requestBody.content['application/json'].schema ?? {};
  const accepts = validatorFor(schema, document);
  const question = (facts: object): object => ({ facts, as_of: '2024-01-31' });
  const cases = [
    { loan: { overdue_days: 91 } },
    { loan: { overdue_days: '91' } },
    { loan: { overdue_days: 0.5 } },
    { loan: { overdue_days: -1 } },
    { loan: { overdue_days: '5 days' } },
    { loan: { overdue_days: null } },
    { loan: { overdue: 1 } },
    { loan: { guarantee: 'none' } },
    { loan: { rate: 1.01 } },
    { loan: { term: 361 } },
    { loan: { grade: 'C' } },
    { others: [{ bank: '甲' }] },
    { others: [{ bnak: '甲' }] },
    { manual: { able_to_perform: { value: true } } },
    { elsewhere: {} },
  ];
  for (const facts of cases) {
    const { status } = await post(`${service.origin()}/v1/policies/lending/evaluate`, JSON.stringify(question(facts)));
    expect([facts, accepts(question(facts))]).toEqual([facts, status === 200]);
  }
});

test('a policy without a name that fits a path is found by its encoded name', async () => {
  expect((await send(`${service.origin()}/v1/policies/${encodeURIComponent('lending')}`)).status).toBe(200);
});

test('the service says that it runs and is ready', async () => {
  expect((await send(`${service.origin()}/healthz`)).json).toEqual({ status: 'running' });
  expect((await send(`${service.origin()}/readyz`)).json).toEqual({ status: 'ready', policies: 2 });
});
