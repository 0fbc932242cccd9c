import type { Signer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { limits } from '../limits.ts';
import { timeCalls } from '../load-shedding/call-delay.ts';
import { openLoadShedding } from '../load-shedding/load-shedding.ts';
import type { MeasureFetches } from '../metrics/fetches.ts';
import type { Supergraph } from '../supergraph.ts';
import { createBreaker } from './breaker.ts';
import type { SubgraphClient } from './client.ts';
import { type ClientHeaderRules, createPassedHeaders } from './client-headers.ts';
import { createHttpExecutor, createPools } from './http.ts';
import { createLocalExecutor, type LocalSubgraph } from './local.ts';
import { createShared, type Share } from './shared.ts';
import { createSubscriber } from './subscriber.ts';

export type ClientOptions = {
  /** Where subgraphs really are, by name; the supergraph's own addresses serve for the rest. */
  readonly subgraphUrls?: Readonly<Record<string, string>>;
  /** Subgraphs that live in this process, by name; queries and mutations reach them without a socket. */
  readonly local?: Readonly<Record<string, LocalSubgraph>>;
  /** Headers of clients that subgraphs are sent. An answer that depends on one must not be called public by its subgraph. */
  readonly clientHeaders?: ClientHeaderRules;
  /**
   * Operations in hand at once, beyond which others are refused, here and for each subgraph; 2,000 unless told, fewer while these are
   * late; 0 for any number.
   */
  readonly operationsInHand?: number | undefined;
  readonly signer: Signer;
  readonly logger: Logger;
};

export interface SubgraphClients {
  /** A client for each subgraph; those that are open already, for another supergraph, are kept. @throws Error for an address that is none */
  acquire(subgraphs: Supergraph['subgraphs']): {
    readonly clients: ReadonlyMap<string, SubgraphClient>;
    /** Closes the clients that no other supergraph has. */
    release(): void;
  };
  /** Closes all, used or not. */
  close(): Promise<void>;
}

/** Subscriptions go over a WebSocket to the subgraph's address, wherever it lives. */
export function createSubgraphClients(
  options: ClientOptions,
  measureFetches: MeasureFetches = (_subgraph, execute) => execute,
): SubgraphClients {
  const { subgraphUrls = {}, local = {}, clientHeaders, operationsInHand, signer, logger } = options;
  const pools = createPools();
  const open = createShared<SubgraphClient>((client) => client.close());
  const openClient = (name: string, url: string): SubgraphClient => {
    const passedHeaders = createPassedHeaders(name, clientHeaders);
    const handle = local[name];
    const pool = pools.acquire(new URL(url).origin);
    const { subscribe, close } = createSubscriber({ name, url, signer, logger });
    const breaker = createBreaker();
    const execute = handle
      ? createLocalExecutor({ name, handle, signer, passedHeaders })
      : createHttpExecutor({ name, url, pool: pool.thing, breaker, signer, passedHeaders });
    const timed = timeCalls(measureFetches(name, execute));
    const load = openLoadShedding({ delay: timed.delay, lateMs: limits.callLateMs, most: operationsInHand });
    return {
      execute: timed.execute,
      subscribe,
      load,
      get circuit() {
        return breaker.circuit;
      },
      close() {
        load.close();
        return close().finally(pool.release);
      },
    };
  };

  return {
    acquire(subgraphs) {
      const addresses = subgraphs.map(({ name, url }) => ({ name, url: subgraphUrls[name] ?? url }));
      for (const address of addresses) refuseNoAddress(address);
      const shares = new Map<string, Share<SubgraphClient>>();
      const release = (): void => {
        for (const share of shares.values()) share.release();
      };
      try {
        for (const { name, url } of addresses)
          shares.set(
            name,
            open.acquire(`${name} ${url}`, () => openClient(name, url)),
          );
      } catch (error) {
        release();
        throw error;
      }
      return { clients: new Map(Array.from(shares, ([name, { thing }]) => [name, thing])), release };
    },
    async close() {
      await open.close();
      await pools.close();
    },
  };
}

function refuseNoAddress({ name, url }: { readonly name: string; readonly url: string }): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return;
  throw new Error(
    `The subgraph "${name}" has no address that it could be called at: "${url}". ` +
      'Give its URL when composing, or to the router (SUBGRAPH_URLS).',
  );
}
