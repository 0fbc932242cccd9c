import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** @apollo/gateway and @apollo/server as their own documentation puts them together: supergraph file, port. */
const [file = '', port] = process.argv.slice(2);
const supergraphSdl = readFileSync(file, 'utf8');
const { SUBGRAPH_HEADERS } = process.env; // by subgraph, see graphs/trust.ts
const headersOf: Record<string, Record<string, string>> = JSON.parse(SUBGRAPH_HEADERS ?? '{}');
const gateway = SUBGRAPH_HEADERS
  ? new ApolloGateway({
      supergraphSdl,
      buildService: ({ name, url }) =>
        new RemoteGraphQLDataSource({
          ...(url && { url }),
          willSendRequest({ request }) {
            for (const [header, value] of Object.entries(headersOf[name] ?? {}))
              request.http?.headers.set(header, value);
          },
        }),
    })
  : new ApolloGateway({ supergraphSdl });
const server = new ApolloServer({ gateway });
await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1' } });
