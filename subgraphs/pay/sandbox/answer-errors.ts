import type { Logger } from '@moa/telemetry';
import type { FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { Refusal, type RefusalCode, refusalStatus } from './refusal.ts';

/** Answers every failure as `{ error: { code, message } }`; only faults of our own are logged, and none is shown. */
export function answerErrors(app: FastifyInstance, logger: Logger | undefined): void {
  app.setNotFoundHandler(async (request, reply) =>
    reply.code(404).send(errorBody('not_found', `There is no ${request.method} ${request.url.split('?')[0]} here.`)),
  );

  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof Refusal)
      return reply.code(refusalStatus[error.code]).send(errorBody(error.code, error.message));
    if (error instanceof ZodError) return reply.code(400).send(errorBody('invalid_request', faultsOf(error)));
    const status = clientFault(error);
    if (status) return reply.code(status.code).send(errorBody('invalid_request', status.message));
    logger?.error({ err: error, method: request.method, route: request.routeOptions.url }, 'request failed');
    return reply
      .code(500)
      .send(errorBody('internal_error', 'The sandbox failed. Repeat with the same Idempotency-Key.'));
  });
}

function errorBody(code: RefusalCode, message: string) {
  return { error: { code, message } };
}

function faultsOf(error: ZodError): string {
  return error.issues.map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message)).join('; ');
}

/** fastify's own refusals (a body that is no JSON, too large a body) carry a 4xx status. */
function clientFault(error: unknown): { code: number; message: string } | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number') return undefined;
  return error.statusCode >= 400 && error.statusCode < 500
    ? { code: error.statusCode, message: error.message }
    : undefined;
}
