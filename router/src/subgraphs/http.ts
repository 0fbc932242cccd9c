import type { Signer } from '@moa/identity';
import { Agent, type Dispatcher } from 'undici';
import { freshnessOf } from '../cache/http-headers.ts';
import { readResponse, type SubgraphRequest, type SubgraphResponse, SubgraphUnavailable } from './client.ts';

/** How long a subgraph may take from the first byte sent to the last received. */
const deadlineMs = 3_000;

/** Keeps connections to every subgraph alive, one pool per origin. */
export const createPool = (): Agent =>
  new Agent({ connections: 64, connect: { timeout: 1_000 }, maxResponseSize: 32 * 1024 * 1024 });

type Options = { readonly name: string; readonly url: string; readonly pool: Dispatcher; readonly signer: Signer };

/** GraphQL over HTTP. Nothing that the client sent in its headers goes along: who asks stands in the signed token. */
export function createHttpExecutor({
  name,
  url,
  pool,
  signer,
}: Options): (request: SubgraphRequest) => Promise<SubgraphResponse> {
  const { origin, pathname, search } = new URL(url);

  return async ({ query, operationName, variables, viewer, requestId }) => {
    const token = await signer.sign(viewer, name);
    try {
      const { statusCode, headers, body } = await pool.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          'x-request-id': requestId,
        },
        body: JSON.stringify({ query, operationName, variables }),
        signal: AbortSignal.timeout(deadlineMs),
      });
      // Apollo Server among others answers 400 to a value that only the subgraph's own scalar could refuse.
      if (statusCode !== 400 && (statusCode < 200 || statusCode > 299)) {
        await body.dump(); // frees the connection
        throw new SubgraphUnavailable(`The answer has HTTP status ${statusCode}.`);
      }
      return { ...readResponse(await body.json()), ...freshnessOf(headers) };
    } catch (cause) {
      if (cause instanceof SubgraphUnavailable) throw cause;
      throw new SubgraphUnavailable(`No answer from ${url}.`, { cause });
    }
  };
}
