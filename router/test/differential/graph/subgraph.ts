import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchemaModule } from '@apollo/subgraph/dist/resolvers.js';
import { graphql, parse } from 'graphql';
import { makeTroubles } from './troubles.ts';

export const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject"])`;

export type Subgraph = {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: NonNullable<GraphQLSchemaModule['resolvers']>;
  /** Forgets what mutations have changed. */
  reset(): void;
};

export type RunningSubgraph = Subgraph & { readonly url: string; stop(): Promise<void> };

/** Serves a subgraph over HTTP to anybody. */
export async function serve(subgraph: Subgraph): Promise<RunningSubgraph> {
  const schema = makeTroubles(buildSubgraphSchema([{ typeDefs: parse(subgraph.sdl), resolvers: subgraph.resolvers }]));
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { query, variables, operationName } = JSON.parse(String(Buffer.concat(chunks)));
      const answer = await graphql({ schema, source: query, variableValues: variables, operationName });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  server.keepAliveTimeout = 0; // the plain gateway asks nobody twice, so it must never meet a connection that has just ended
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  return { ...subgraph, url: `http://127.0.0.1:${port}/graphql`, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
