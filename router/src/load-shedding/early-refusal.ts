import type { RequestListener, ServerResponse } from 'node:http';
import type { CorsHeaders } from '../cors.ts';
import { errorCatalogue, type RouterError, refusal } from '../errors.ts';
import type { Health } from '../health.ts';
import type { OperationMetrics } from '../metrics/operations.ts';
import { requestIdOf } from '../request-id.ts';
import type { LoadShedding } from './load-shedding.ts';

export type EarlyRefusalOptions = {
  /** Operations are sent there, and to what is below it. */
  readonly path: string;
  readonly load: LoadShedding;
  readonly corsHeaders: CorsHeaders;
  readonly health: Readonly<Health>;
  readonly operations?: OperationMetrics | undefined;
};

/**
 * Refuses what is sent by POST before fastify hears of it, while there is too much to do: the more comes, the less may a refusal cost.
 * The few others are refused by their routes, with the same words.
 */
export function createEarlyRefusal({ path, load, corsHeaders, health, operations }: EarlyRefusalOptions) {
  return (next: RequestListener): RequestListener =>
    (request, response) => {
      const { refusal: error } = load;
      const { method, url = '', headers } = request;
      const isSpecial = health.phase === 'draining' || headers['access-control-request-private-network'] !== undefined;
      if (!error || method !== 'POST' || !url.startsWith(path) || isSpecial) return next(request, response);
      operations?.refused(error.code);
      const requestId = requestIdOf(headers);
      write(response, error, requestId, corsHeaders(headers.origin));
    };
}

function write(response: ServerResponse, error: RouterError, requestId: string, cors: readonly string[]): void {
  const text = JSON.stringify(refusal(error, requestId));
  const length = String(Buffer.byteLength(text));
  const kind = ['content-type', 'application/json; charset=utf-8', 'content-length', length];
  const again = ['retry-after', String(error.extensions.retryAfterSeconds)];
  response.writeHead(errorCatalogue[error.code].status, ['x-request-id', requestId, ...cors, ...again, ...kind]);
  response.end(text);
}
