import { createSigner, generateKey } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import type { GraphQLSchema } from 'graphql';
import { everybodyIsAnonymous, loadSupergraph, openRouter, type RouterOptions } from '../../src/index.ts';
import { type Graph, startGraph } from './graph/graph.ts';
import { neededFields } from './known-faults.ts';
import { startPlainGateway } from './plain-gateway.ts';

/** Our router and the plain gateway in front of the same subgraphs. */
export type Both = {
  readonly graph: Graph;
  readonly apiSchema: GraphQLSchema;
  readonly neededFields: ReadonlySet<string>;
  readonly ours: string;
  readonly plain: string;
  close(): Promise<void>;
};

/** Subgraphs named in `elsewhere` are looked for at those addresses. */
export async function openBoth(elsewhere: Readonly<Record<string, string>> = {}): Promise<Both> {
  const graph = await startGraph(elsewhere);
  const plain = await startPlainGateway(graph.supergraphSdl);
  const ours = await openOurs({ supergraphSdl: graph.supergraphSdl });
  const { apiSchema } = loadSupergraph(graph.supergraphSdl);
  return {
    graph,
    apiSchema,
    neededFields: neededFields(graph.supergraphSdl),
    ours: `${ours.url}/graphql`,
    plain: plain.url,
    async close() {
      await ours.close();
      await plain.stop();
      await graph.stop();
    },
  };
}

async function openOurs(options: Pick<RouterOptions, 'supergraphSdl'>) {
  const { privateKey } = await generateKey('router');
  return openRouter({
    port: 0,
    host: '127.0.0.1',
    authenticate: everybodyIsAnonymous,
    signer: createSigner(privateKey),
    corsOrigins: [],
    introspection: true,
    logger: createLogger('router', 'silent'),
    rateLimits: { mutationsPerMinute: 0 },
    operationsInHand: 0, // all at once, on however slow a machine
    drainJitterMs: 0,
    ...options,
  });
}
