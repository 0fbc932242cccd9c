import type { Signer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import type { Dispatcher } from 'undici';
import type { SubgraphClient } from './client.ts';
import { createHttpExecutor } from './http.ts';
import { createSubscriber } from './subscriber.ts';

type Options = {
  readonly name: string;
  readonly url: string;
  readonly pool: Dispatcher;
  readonly signer: Signer;
  readonly logger: Logger;
};

/** A subgraph in another process: HTTP for queries and mutations, a WebSocket at the same address for subscriptions. */
export function createRemoteClient(options: Options): SubgraphClient {
  const subscriber = createSubscriber(options);
  return { execute: createHttpExecutor(options), subscribe: subscriber.subscribe, close: subscriber.close };
}
