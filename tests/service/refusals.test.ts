import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { BODY_LIMIT } from '../../src/service/body.ts';
import { createService } from '../../src/service/service.ts';
import { lending } from './lending-policy.ts';
import type { Reply } from './listening.ts';
import { post, send, serving } from './listening.ts';

const service = serving(lending);

function evaluate(body: string | Uint8Array<ArrayBuffer>, headers?: Readonly<Record<string, string>>): Promise<Reply> {
  return post(`${service.origin()}/v1/policies/lending/evaluate`, body, headers);
}

/** Every refusal has this form, and none shows where in the code it was made. */
function expectRefusal(reply: Reply, status: number, code: string): readonly { readonly path: string; readonly code: string }[] {
  expect(reply.status).toBe(status);
  expect(reply.text).not.toMatch(/\.ts\b|\.js\b|node:|FST_ERR|at Object/);
  const { error } = reply.json as { error: { code: string; message: string; remedy: string; problems: { path: string; code: string; message: string; remedy: string }[] } };
  expect(Object.keys(error)).toEqual(['code', 'message', 'remedy', 'problems']);
  expect(error.code).toBe(code);
  for (const problem of error.problems) expect(Object.keys(problem)).toEqual(['path', 'code', 'message', 'remedy']);
  return error.problems.map(({ path, code: of }) => ({ path, code: of }));
}

test('400: the date is always asked for', async () => {
  expect(expectRefusal(await evaluate('{"facts": {}}'), 400, 'request-malformed')).toEqual([{ path: 'as_of', code: 'request-key-missing' }]);
});

test.each(['"2024-02-30"', '"today"', '""', '"2024-1-31"', '"2024-01-31T00:00:00"', '20240131', 'null'])('400: %s is no date', async (date) => {
  expect(expectRefusal(await evaluate(`{"facts": {}, "as_of": ${date}}`), 400, 'request-malformed')).toEqual([{ path: 'as_of', code: 'request-key-invalid' }]);
});

test('400: every problem of the request at once', async () => {
  const reply = await evaluate('{"fact": {}, "subject": "", "decisions": ["class", 5], "explain": "all", "__proto__": {}}');
  const problems = expectRefusal(reply, 400, 'request-malformed');
  expect(new Set(problems.map(({ path, code }) => `${path} ${code}`))).toEqual(
    new Set([
      'facts request-key-missing',
      'as_of request-key-missing',
      'fact request-unknown-key',
      '__proto__ request-unknown-key',
      'subject request-key-invalid',
      'decisions[1] request-key-invalid',
      'explain request-key-invalid',
    ]),
  );
  expect(reply.text).toContain('did you mean `facts`?');
});

test.each([
  ['', 'json-malformed'],
  ['{', 'json-malformed'],
  ["{'facts': {}}", 'json-malformed'],
  ['{"facts": {}, "as_of": "2024-01-31",}', 'json-malformed'],
  ['{"facts": {}} // why', 'json-malformed'],
  ['{"facts": {}, "as_of": "2024-01-31", "as_of": "2025-01-31"}', 'json-duplicate-key'],
  ['{"facts": {"loan": {"overdue_days": 0, "overdue_days": 91}}, "as_of": "2024-01-31"}', 'json-duplicate-key'],
  [`{"facts": ${'['.repeat(100_000)}`, 'json-too-deep'],
])('400: %.60s is not read', async (body, code) => {
  const [problem] = expectRefusal(await evaluate(body), 400, 'request-malformed');
  expect(problem?.code).toBe(code);
});

test('400: a duplicate key is named with its path', async () => {
  const [problem] = expectRefusal(await evaluate('{"facts": {"loan": {"overdue_days": 0, "overdue_days": 91}}, "as_of": "2024-01-31"}'), 400, 'request-malformed');
  expect(problem?.path).toBe('facts.loan.overdue_days');
});

test.each(['[]', '5', '"x"', 'null'])('400: %s is not a request', async (body) => {
  expect(expectRefusal(await evaluate(body), 400, 'request-malformed')).toEqual([{ path: '', code: 'request-not-an-object' }]);
});

test('400: bytes that are not UTF-8', async () => {
  const gb18030 = new Uint8Array([...Buffer.from('{"facts": {"loan": {"id": "'), 0xb4, 0xfb, 0xbf, 0xee, ...Buffer.from('"}}}')]);
  expectRefusal(await evaluate(gb18030), 400, 'request-not-utf8');
});

test('404: no such policy, decision or address, with what was probably meant', async () => {
  const policy = await post(`${service.origin()}/v1/policies/lendin/evaluate`, '{"facts": {}, "as_of": "2024-01-31"}');
  expectRefusal(policy, 404, 'policy-not-found');
  expect(policy.text).toContain('did you mean `lending`?');
  const decision = await evaluate('{"facts": {}, "as_of": "2024-01-31", "decisions": ["clas"]}');
  expectRefusal(decision, 404, 'decision-not-found');
  expect(decision.text).toContain('did you mean `class`?');
  expectRefusal(await send(`${service.origin()}/v1/policies/__proto__`), 404, 'policy-not-found');
  expectRefusal(await send(`${service.origin()}/v2`), 404, 'route-not-found');
  expectRefusal(await send(`${service.origin()}/v1/policies/lending/evaluate`), 404, 'route-not-found');
});

test('400: an address that is not one', async () => {
  expectRefusal(await send(`${service.origin()}/v1/policies/%zz`), 400, 'http-malformed');
});

test('413: a body over the limit, which is named', async () => {
  const reply = await evaluate(`{"facts": {}, "as_of": "2024-01-31", "subject": "${'x'.repeat(BODY_LIMIT)}"}`);
  expectRefusal(reply, 413, 'request-too-large');
  expect(reply.text).toContain('1048576 bytes');
});

test('a body of just the limit is read', async () => {
  const [before, after] = ['{"facts": {}, "as_of": "2024-01-31", "subject": "', '"}'];
  const body = before + 'x'.repeat(BODY_LIMIT - before.length - after.length) + after;
  expect(expectRefusal(await evaluate(body), 400, 'request-malformed')).toEqual([{ path: 'subject', code: 'request-key-invalid' }]);
});

test.each([
  ['text/plain', {}],
  ['application/x-www-form-urlencoded', {}],
  ['application/json; charset=gb18030', {}],
  ['application/json', { 'content-encoding': 'gzip' }],
])('415: %s %j', async (contentType, others) => {
  expectRefusal(await evaluate('{"facts": {}, "as_of": "2024-01-31"}', { 'content-type': contentType, ...others }), 415, 'request-not-json');
});

test.each(['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'APPLICATION/JSON'])('%s is JSON', async (contentType) => {
  expect((await evaluate('{"facts": {}, "as_of": "2024-01-31"}', { 'content-type': contentType })).status).toBe(200);
});

test('422: the facts do not fit', async () => {
  expect(expectRefusal(await evaluate('{"facts": {"loan": null}, "as_of": "2024-01-31"}'), 422, 'facts-rejected')).toEqual([
    { path: 'loan', code: 'facts-not-an-object' },
  ]);
});

test('bytes that are not HTTP are answered like everything else', async () => {
  const port = Number(new URL(service.origin()).port);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('this is not HTTP\r\n\r\n'));
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('close', () => resolve(received));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('"code":"http-malformed"');
});

test('503 until the policies are compiled; 500 tells the operator, not the caller', async () => {
  const errors: unknown[] = [];
  let policies: () => undefined = () => undefined;
  const young = createService({ policies: () => policies(), onInternalError: (error) => errors.push(error) });
  const origin = await young.listen({ port: 0, host: '127.0.0.1' });
  expectRefusal(await send(`${origin}/readyz`), 503, 'not-ready');
  expectRefusal(await send(`${origin}/v1/policies`), 503, 'not-ready');
  expect((await send(`${origin}/healthz`)).status).toBe(200);
  const secret = new Error('the disk is on fire');
  policies = () => {
    throw secret;
  };
  const reply = await send(`${origin}/v1/policies`);
  expectRefusal(reply, 500, 'internal-error');
  expect(reply.text).not.toContain('fire');
  expect(errors).toEqual([secret]);
  await young.close();
});

test('nothing that was sent here was met with an internal error', () => {
  expect(service.internalErrors).toEqual([]);
});
