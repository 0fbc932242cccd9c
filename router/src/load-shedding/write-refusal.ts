import type { ServerResponse } from 'node:http';
import { errorCatalogue, type RouterError, refusal } from '../errors.ts';

/** Tells a client that there is too much to do, without fastify: the more come, the less may it cost. */
export function writeRefusal(
  response: ServerResponse,
  error: RouterError,
  requestId: string,
  cors: readonly string[],
): void {
  const text = JSON.stringify(refusal(error, requestId));
  const length = String(Buffer.byteLength(text));
  const kind = ['content-type', 'application/json; charset=utf-8', 'content-length', length];
  const again = ['retry-after', String(error.extensions.retryAfterSeconds)];
  response.writeHead(errorCatalogue[error.code].status, ['x-request-id', requestId, ...cors, ...again, ...kind]);
  response.end(text);
}
