import type { Signer } from '@moa/identity';
import { type Dispatcher, Pool } from 'undici';
import { limits } from '../limits.ts';
import type { Breaker } from './breaker.ts';
import type { SubgraphCall } from './client.ts';
import type { PassedHeaders } from './client-headers.ts';
import { ConnectionLost, exchange, type HttpAnswer, type HttpRequest } from './exchange.ts';
import { readAnswer, refuseFailure } from './read-answer.ts';
import { type SubgraphResponse, SubgraphUnavailable } from './response.ts';
import { createShared, type Share } from './shared.ts';

/** Connections that are kept alive, by origin; whoever waits for an answer when a pool is closed gets none. */
export interface Pools {
  acquire(origin: string): Share<Dispatcher>;
  close(): Promise<void>;
}

export function createPools(): Pools {
  const pools = createShared<Dispatcher>((pool) => pool.destroy());
  const open = (origin: string): Dispatcher =>
    new Pool(origin, {
      connections: limits.subgraphConnections,
      connect: { timeout: 1_000 },
      headersTimeout: 0, // each call has a deadline of its own
      bodyTimeout: 0,
      maxResponseSize: limits.subgraphAnswerBytes,
    });
  return { acquire: (origin) => pools.acquire(origin, () => open(origin)), close: pools.close };
}

type Options = {
  readonly name: string;
  readonly url: string;
  readonly pool: Dispatcher;
  readonly breaker: Breaker;
  readonly signer: Signer;
  readonly passedHeaders: PassedHeaders;
};

/** GraphQL over HTTP: one deadline, a second try for what changes nothing, a breaker. Who asks stands in the signed token. */
export function createHttpExecutor({
  name,
  url,
  pool,
  breaker,
  signer,
  passedHeaders,
}: Options): (call: SubgraphCall) => Promise<SubgraphResponse> {
  const { pathname, search } = new URL(url);
  const path = pathname + search;

  const send = (request: HttpRequest, repeatable: boolean, due: number): Promise<HttpAnswer> => {
    const attempt = () => exchange(pool, request, due - performance.now());
    if (!repeatable) return attempt().then(refuseFailure);
    return attempt().then(refuseFailure, (fault: unknown) => {
      if (fault instanceof ConnectionLost) return attempt().then(refuseFailure);
      throw fault;
    });
  };

  return async ({ body, repeatable, dueAt, traceparent, context: { viewer, requestId, clientHeaders } }) => {
    const token = await signer.sign(viewer, name);
    const ms = timeLeft(dueAt);
    const headers = [
      'content-type',
      'application/json',
      'accept',
      'application/json',
      'authorization',
      `Bearer ${token}`,
      'x-request-id',
      requestId,
      'x-timeout-ms',
      String(ms),
      ...passedHeaders(clientHeaders),
    ];
    if (traceparent !== undefined) headers.push('traceparent', traceparent);
    const due = performance.now() + ms;
    try {
      return readAnswer(await breaker.guard(() => send({ path, headers, body }, repeatable, due)));
    } catch (cause) {
      if (cause instanceof SubgraphUnavailable) throw cause;
      throw new SubgraphUnavailable(`No answer from ${url}.`, { cause });
    }
  };
}

/** In whole ms, for one call of a request that is due by then. @throws SubgraphUnavailable when there is none */
export function timeLeft(dueAt: number): number {
  const ms = Math.min(limits.subgraphMs, Math.floor(dueAt - performance.now()));
  if (ms <= 0) throw new SubgraphUnavailable("The request's time was over before this subgraph was asked.");
  return ms;
}
