import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { createSigner, createVerifier, generateKey } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { type Answer, post } from '@moa/testing';
import { compose, everybodyIsAnonymous, openRouter } from '../../src/index.ts';
import { type Definition, TestSubgraph } from '../support/subgraph.ts';

type Told = { readonly data?: unknown; readonly errors?: readonly { message: string; path?: unknown }[] };

/** One graph behind two gateways. */
export interface Graph {
  /** What plain @apollo/gateway answers. */
  plain(query: string, variables?: Record<string, unknown>): Promise<Told>;
  /** What our router answers. */
  ours(query: string, variables?: Record<string, unknown>): Promise<Answer<unknown>>;
  readonly subgraphs: Readonly<Record<string, TestSubgraph>>;
  /** Origin of our router. */
  readonly url: string;
  close(): Promise<void>;
}

export const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@external", "@shareable", "@provides", "@interfaceObject", "@inaccessible", "@listSize"])`;

export async function openGraph(definitions: readonly Definition[]): Promise<Graph> {
  const key = await generateKey('router');
  const signer = createSigner(key.privateKey);
  const subgraphs: Record<string, TestSubgraph> = {};
  for (const definition of definitions) {
    const verifier = createVerifier({ keys: [key.publicKey] }, definition.name);
    subgraphs[definition.name] = await new TestSubgraph(definition, verifier).start();
  }
  const supergraphSdl = compose(
    definitions.map(({ name, sdl }) => ({ name, sdl, url: subgraphs[name]?.url ?? 'http://nowhere.invalid' })),
  );

  const buildService = ({ name, url }: { name: string; url?: string | undefined }) =>
    new RemoteGraphQLDataSource({
      ...(url && { url }),
      willSendRequest: async ({ request }) => {
        const token = await signer.sign({ kind: 'anonymous' }, name);
        request.http?.headers.set('authorization', `Bearer ${token}`);
      },
    });
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const apollo = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl, buildService, logger }), logger });
  await apollo.start();
  const router = await openRouter({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl,
    authenticate: everybodyIsAnonymous,
    signer,
    corsOrigins: [],
    introspection: true,
    logger: createLogger('router', 'silent'),
    drainJitterMs: 0,
  });

  return {
    subgraphs,
    url: router.url,
    async plain(query, variables = {}) {
      const { body } = await apollo.executeOperation({ query, variables });
      if (body.kind !== 'single') throw new Error('Plain answers come whole.');
      // As a client reads it; Apollo's own objects have no prototype.
      return JSON.parse(JSON.stringify(body.singleResult)) as Told;
    },
    ours: (query, variables = {}) => post(`${router.url}/graphql`, { query, variables }),
    async close() {
      await router.close();
      await apollo.stop();
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.stop()));
    },
  };
}
