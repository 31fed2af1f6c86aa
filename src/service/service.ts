import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Fastify from 'fastify';
import type { Policy } from '../model/policy.ts';
import { BODY_LIMIT, readBodiesExactly } from './body.ts';
import { Failure, errorBody, failure } from './failure.ts';
import { preferredLanguage } from './language.ts';
import { addRoutes } from './routes.ts';
import { refuseBrokenHttp } from './broken-http.ts';

export interface ServiceOptions {
  /** The policies to answer for; undefined while they are being compiled. */
  readonly policies: () => ReadonlyMap<string, Policy> | undefined;
  /** Told of errors that are Plumbline's own fault; the caller only learns that there was one. */
  readonly onInternalError: (error: unknown) => void;
  /** Writes a line of JSON for each request. */
  readonly log?: boolean;
}

/** The HTTP service, not yet listening. It keeps nothing between requests. */
export function createService(options: ServiceOptions): FastifyInstance {
  const service = Fastify({
    logger: options.log === true,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: refuseBrokenHttp,
    frameworkErrors: (_error, request, reply) => void sendFailure(failure(400, 'http-malformed', {}), request, reply),
  });
  readBodiesExactly(service);
  service.setErrorHandler<FastifyError | Failure>((error, request, reply) => sendFailure(asFailure(error, request, options), request, reply));
  service.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    return sendFailure(failure(404, 'route-not-found', { method: request.method, path }), request, reply);
  });
  addRoutes(service, options.policies);
  return service;
}

function sendFailure(failed: Failure, request: FastifyRequest | { readonly headers: FastifyRequest['headers'] }, reply: FastifyReply): FastifyReply {
  const language = preferredLanguage(request.headers['accept-language']);
  return reply.code(failed.status).header('content-language', language).send(errorBody(failed, language));
}

function asFailure(error: FastifyError | Failure, request: FastifyRequest, { onInternalError }: ServiceOptions): Failure {
  if (error instanceof Failure) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return failure(413, 'request-too-large', { limit: BODY_LIMIT });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return failure(415, 'request-not-json', { mediaType: request.headers['content-type'] });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return failure(error.statusCode, 'http-malformed', {});
  onInternalError(error);
  return failure(500, 'internal-error', {});
}
