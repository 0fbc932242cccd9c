import type { Signer } from '@moa/identity';
import type { SubgraphCall } from './client.ts';
import type { PassedHeaders } from './client-headers.ts';
import { DeadlinePassed, type HttpAnswer } from './exchange.ts';
import { timeLeft } from './http.ts';
import { readAnswer } from './read-answer.ts';
import { type SubgraphResponse, SubgraphUnavailable } from './response.ts';

/** A subgraph that lives in this process: what its HTTP server would do with a POST, without the socket. */
export type LocalSubgraph = (request: {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<HttpAnswer>;

type Options = {
  readonly name: string;
  readonly handle: LocalSubgraph;
  readonly signer: Signer;
  readonly passedHeaders: PassedHeaders;
};

/** The same trust, headers and deadline as over HTTP; nothing can break on the way, so there is no second try. */
export function createLocalExecutor({
  name,
  handle,
  signer,
  passedHeaders,
}: Options): (call: SubgraphCall) => Promise<SubgraphResponse> {
  return async ({ body, dueAt, traceparent, context: { viewer, requestId, clientHeaders } }) => {
    const ms = timeLeft(dueAt);
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${await signer.sign(viewer, name)}`,
      'x-request-id': requestId,
      'x-timeout-ms': String(ms),
    };
    if (traceparent !== undefined) headers.traceparent = traceparent;
    const passed = passedHeaders(clientHeaders);
    for (let at = 0; at + 1 < passed.length; at += 2) headers[passed[at] ?? ''] = passed[at + 1] ?? '';
    return readAnswer(await within(ms, handle({ headers, body })));
  };
}

async function within(ms: number, answer: Promise<HttpAnswer>): Promise<HttpAnswer> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const message = `No answer within ${ms} ms.`;
    late.reject(new SubgraphUnavailable(message, { cause: new DeadlinePassed(message) }));
  }, ms);
  try {
    return await Promise.race([answer, late.promise]);
  } catch (cause) {
    throw cause instanceof SubgraphUnavailable ? cause : new SubgraphUnavailable('The subgraph failed.', { cause });
  } finally {
    clearTimeout(timer);
  }
}
