import { createServer, type RequestListener } from 'node:http';
import fastifyCors from '@fastify/cors';
import type { Logger } from '@moa/telemetry';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { ReadBody } from './body-text.ts';
import { answerClientError } from './client-error.ts';
import { registerCompression } from './compression.ts';
import { corsOptions, studio } from './cors.ts';
import { type ErrorCode, errorCatalogue, RouterError, refusal } from './errors.ts';
import { handedOn } from './handed-on.ts';
import type { Health } from './health.ts';
import { limits } from './limits.ts';
import { requestIdOf } from './request-id.ts';

type Options = {
  readonly logger: Logger;
  readonly corsOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly compression: boolean;
  readonly health: Readonly<Health>;
  readonly readBody: ReadBody;
  /** Sees each request before fastify does, which is `next`. */
  readonly before: (next: RequestListener) => RequestListener;
  /** Of clients, open at once; 0 for any number. */
  readonly connections: number;
};

/** An HTTP server with our limits, request ids, CORS and errors, and no routes yet. */
export async function createHttp({
  logger,
  corsOrigins,
  trustedProxies,
  compression,
  health,
  readBody,
  before,
  connections,
}: Options): Promise<FastifyInstance> {
  // One for each request would take longer than all else that is done for it here, and fastify checks each that it is given.
  const loggerInstance: FastifyBaseLogger = Object.create(logger, { child: { value: () => loggerInstance } });
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: limits.bodyBytes,
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, request, reply: FastifyReply) =>
      reply.code(400).send(refusal(new RouterError('BAD_REQUEST'), request.id)),
    genReqId: ({ headers }) => requestIdOf(headers),
    serverFactory: (handler) =>
      createServer(
        {
          headersTimeout: limits.headersMs,
          requestTimeout: limits.requestMs,
          connectionsCheckingInterval: limits.connectionsCheckMs,
          keepAliveTimeout: limits.keepAliveMs,
        },
        before(handler),
      ),
  });

  if (connections > 0) app.server.maxConnections = connections;

  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    // A page on the internet asks before it may call a router on the reader's own network.
    if (request.headers['access-control-request-private-network'] === 'true' && request.headers.origin === studio) {
      reply.header('access-control-allow-private-network', 'true');
    }
    done();
  });
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', (request, _payload, done) => {
    const body = handedOn.get(request.raw)?.body ?? readBody(request.raw);
    body.then((text) => parseJson(request, text, done), done);
  });
  // As fastify does, which would read it for itself.
  app.addContentTypeParser('text/plain', ({ raw }: FastifyRequest) => readBody(raw));
  await app.register(fastifyCors, corsOptions(corsOrigins));
  if (compression) await registerCompression(app);
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (health.phase === 'draining') reply.header('connection', 'close');
    done(null, payload);
  });

  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(refusal(new RouterError('NOT_FOUND', 'There is nothing here; GraphQL is at /graphql.'), request.id)),
  );
  app.setErrorHandler((error: FastifyError | RouterError, request, reply) => {
    const shown =
      error instanceof RouterError ? error : new RouterError(codeOfFault(error), undefined, { cause: error });
    if (shown.code === 'INTERNAL_SERVER_ERROR') logger.error({ err: error, requestId: request.id }, 'A request failed');
    const { retryAfterSeconds } = shown.extensions;
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds);
    return reply.code(errorCatalogue[shown.code].status).send(refusal(shown, request.id));
  });
  return app;
}

/** What a client is told of anything that was thrown while its request was read or answered. */
export const codeOfFault = (fault: FastifyError | RouterError): ErrorCode =>
  fault instanceof RouterError ? fault.code : codeOfStatus(fault.statusCode);

export function codeOfStatus(status: number | undefined): ErrorCode {
  if (status === 413) return 'PAYLOAD_TOO_LARGE';
  if (status === 415) return 'UNSUPPORTED_MEDIA_TYPE';
  return status && status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
}
