import { TextDecoder } from 'node:util';
import type { FastifyInstance } from 'fastify';
import type { ExactJson } from '../evaluate/facts/exact-json.ts';
import { JsonProblem, parseExactJson } from '../evaluate/facts/exact-json.ts';
import { malformed } from '../library/request.ts';
import { failure, failureOf } from './failure.ts';

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 1024 * 1024;

/**
 * Makes the service read bodies of `application/json` without losing a digit, and refuse all others. Fastify's own
 * JSON parser is taken out: it turns numbers into floats.
 */
export function readBodiesExactly(service: FastifyInstance): void {
  service.removeAllContentTypeParsers();
  service.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (request, body, done) => {
    const encoding = request.headers['content-encoding'];
    const contentType = request.headers['content-type'] ?? '';
    if (encoding !== undefined && encoding !== 'identity') done(failure(415, 'request-not-json', { mediaType: encoding }));
    else if (!saysUtf8(contentType)) done(failure(415, 'request-not-json', { mediaType: contentType }));
    else settle(() => parsedBody(body), done);
  });
}

/** The value of a body. Throws Failure (400) if it is not JSON in UTF-8. */
export function parsedBody(body: string | Buffer): ExactJson {
  const text = typeof body === 'string' ? body : decoded(body);
  try {
    return parseExactJson(text);
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    throw failureOf(malformed([{ path: problem.path, diagnostic: problem.diagnostic }]));
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw failure(400, 'request-not-utf8', {});
  }
}

function saysUtf8(contentType: string): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

function settle(work: () => ExactJson, done: (error: Error | null, body?: unknown) => void): void {
  try {
    done(null, work());
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}
