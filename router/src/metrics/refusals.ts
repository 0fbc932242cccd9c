import type { FastifyInstance } from 'fastify';
import { codeOfFault } from '../http.ts';
import type { OperationMetrics } from './operations.ts';

/** Counts requests that don't come as far as GraphQL: too large, no JSON, a token that isn't valid. For routes that are added later. */
export function countRefusals(app: FastifyInstance, path: string, operations: OperationMetrics): void {
  app.addHook('onError', (request, _reply, error, done) => {
    if (request.routeOptions.url?.startsWith(path)) operations.refused(codeOfFault(error));
    done();
  });
}
