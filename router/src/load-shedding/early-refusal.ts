import type { RequestListener } from 'node:http';
import type { CorsHeaders } from '../cors.ts';
import type { Health } from '../health.ts';
import type { OperationMetrics } from '../metrics/operations.ts';
import { requestIdOf } from '../request-id.ts';
import type { LoadShedding } from './load-shedding.ts';
import { writeRefusal } from './write-refusal.ts';

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
      writeRefusal(response, error, requestId, corsHeaders(headers.origin));
    };
}
