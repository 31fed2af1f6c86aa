import type { FastifyInstance, FastifyReply } from 'fastify';
import { closest } from '../diagnostics/closest.ts';
import { openApi } from '../emit/openapi.ts';
import { policyDescription, policySummary } from '../emit/policy-description.ts';
import type { Answer, Json } from '../evaluate/answer.ts';
import type { ExactJson } from '../evaluate/facts/exact-json.ts';
import { parseExactJson } from '../evaluate/facts/exact-json.ts';
import { ask } from '../library/request.ts';
import type { Policy } from '../model/policy.ts';
import { BODY_LIMIT, parsedBody } from './body.ts';
import { envelopeSchema, readEnvelope } from './envelope.ts';
import { failure, failureOf } from './failure.ts';

type Policies = ReadonlyMap<string, Policy>;

/** Adds every route of the service. */
export function addRoutes(service: FastifyInstance, policies: () => Policies | undefined): void {
  const ready = (): Policies => {
    const compiled = policies();
    if (compiled === undefined) throw failure(503, 'not-ready', {});
    return compiled;
  };

  service.post<{ Params: { policy: string }; Body: ExactJson | undefined }>('/v1/policies/:policy/evaluate', (request, reply) => {
    const policy = named(ready(), request.params.policy);
    const { facts, question } = readEnvelope(request.body === undefined ? parsedBody('') : request.body);
    const asked = ask(policy, facts, question);
    if ('refusal' in asked) throw failureOf(asked.refusal);
    return sendJson(reply, asked.answer);
  });
  service.get('/v1/policies', (_request, reply) => sendJson(reply, { policies: [...ready().values()].map(policySummary) }));
  service.get<{ Params: { policy: string } }>('/v1/policies/:policy', (request, reply) =>
    sendJson(reply, policyDescription(named(ready(), request.params.policy))),
  );
  service.get('/openapi.json', (_request, reply) => sendJson(reply, describe(ready())));
  service.get('/healthz', (_request, reply) => sendJson(reply, { status: 'running' }));
  service.get('/readyz', (_request, reply) => sendJson(reply, { status: 'ready', policies: ready().size }));
}

function named(policies: Policies, name: string): Policy {
  const policy = policies.get(name);
  if (policy === undefined) throw failure(404, 'policy-not-found', { name, known: [...policies.keys()], suggestion: closest(name, policies.keys()) });
  return policy;
}

/** Sends text made here, so that nothing between us and the caller reorders or reformats it: same answer, same bytes. */
function sendJson(reply: FastifyReply, json: Answer | Json): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(json));
}

function describe(policies: Policies): Json {
  return openApi(policies.values(), {
    envelope: envelopeSchema,
    bodyLimit: BODY_LIMIT,
    answer: (policy, { facts, as_of: asOf, decisions }) => {
      const asked = ask(policy, parseExactJson(JSON.stringify(facts)), { asOf, decisions });
      return 'answer' in asked ? asked.answer : undefined;
    },
  });
}
