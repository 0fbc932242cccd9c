import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchemaModule } from '@apollo/subgraph/dist/resolvers.js';
import type { Verifier, Viewer } from '@moa/identity';
import { type ExecutionArgs, graphql, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

type Resolvers = NonNullable<GraphQLSchemaModule['resolvers']>;
export type Definition = { readonly name: string; readonly sdl: string; readonly resolvers: Resolvers };
export type Call = { readonly headers: IncomingHttpHeaders; readonly viewer: Viewer; readonly query: string };

/** A subgraph as anybody could have written it, which notes who called and how. */
export class TestSubgraph {
  readonly calls: Call[] = [];
  /** Viewers of the subscriptions that were started, in order. */
  readonly subscribers: Viewer[] = [];
  /** Sockets that routers have opened since the start. */
  sockets = 0;
  /** HTTP connections and sockets: since the start, and at this moment. */
  readonly connections = { opened: 0, open: 0 };
  /** Subscriptions that run at this moment. */
  running = 0;
  port = 0;
  readonly #definition: Definition;
  readonly #verifier: Verifier;
  #breakOff: () => void = () => {};
  #stop: () => Promise<void> = async () => {};

  constructor(definition: Definition, verifier: Verifier) {
    this.#definition = definition;
    this.#verifier = verifier;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** At the same port as before, if it ran before. */
  async start(): Promise<this> {
    const { sdl, resolvers } = this.#definition;
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const viewer = await this.#verifier
          .verify(request.headers.authorization?.replace(/^Bearer /, '') ?? '')
          .catch(() => undefined);
        response.setHeader('content-type', 'application/json');
        response.statusCode = viewer ? 200 : 401;
        if (!viewer) return response.end('{"errors":[{"message":"no token"}]}');
        const { query, variables, operationName } = JSON.parse(String(Buffer.concat(chunks)));
        this.calls.push({ headers: request.headers, viewer, query });
        const result = await graphql({
          schema,
          source: query,
          variableValues: variables,
          operationName,
          contextValue: { viewer, setHeader: response.setHeader.bind(response) },
        });
        return response.end(JSON.stringify(result));
      });
    });
    server.on('connection', (connection) => {
      this.connections.opened += 1;
      this.connections.open += 1;
      connection.once('close', () => {
        this.connections.open -= 1;
      });
    });
    const sockets = new WebSocketServer({ server, path: '/graphql' });
    sockets.on('connection', () => {
      this.sockets += 1;
    });
    useServer(
      {
        schema,
        context: async (_context, _id, payload) => {
          const viewer = await this.#verifier.verify(String(payload.extensions?.viewer));
          this.subscribers.push(viewer);
          return { viewer };
        },
        onOperation: (_context, _id, _payload, _args: ExecutionArgs, result) => {
          if (!('return' in result)) return;
          this.running += 1;
          const leave = result.return?.bind(result);
          result.return = async (value: unknown) => {
            this.running -= 1;
            return (await leave?.(value)) ?? { done: true, value: undefined };
          };
        },
      },
      sockets,
    );
    await listen(server, this.port);
    this.port = (server.address() as AddressInfo).port; // a TCP server that listens has such an address
    this.#breakOff = () => server.closeAllConnections();
    this.#stop = () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return this;
  }

  /** Cuts the connections of those who wait for an answer, and serves on. */
  breakOff(): void {
    this.#breakOff();
  }

  /** As when its machine loses power. */
  async stop(): Promise<void> {
    await this.#stop();
    this.#stop = async () => {};
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
