import { EventEmitter, on, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

export const sdl = `
  type Query {
    hello: String!
    "Answers when it is told to."
    held: String!
    long(times: Int!): String!
    "What the router says of who asks."
    viewer: String!
  }
  type Mutation { pay: String! }
  type Subscription { ticked: Int! }
`;

/** Which field was asked for by which router; routers reach it by an address of their own each. */
export type Call = { readonly field: string; readonly router: number };
type Context = { readonly router: number; readonly token: string };

/** A subgraph that notes what it is asked and answers when it is told to. */
export type Subgraph = {
  readonly calls: readonly Call[];
  /** Resolves with the next call of the field. */
  next(field: string): Promise<Call>;
  /** Lets those who wait for `held` and `pay` have their answers. */
  letGo(): void;
  tick(number: number): void;
  /** Resolves when the next subscription hears ticks. */
  subscribed(): Promise<unknown>;
  urlFor(router: number): string;
  close(): Promise<void>;
};

export async function openSubgraph(): Promise<Subgraph> {
  const calls: Call[] = [];
  const events = new EventEmitter().setMaxListeners(0);
  const note = (field: string, { router }: Context): void => {
    const call = { field, router };
    calls.push(call);
    events.emit(field, call);
  };
  const whenTold = async (field: string, context: Context): Promise<string> => {
    const told = once(events, 'letGo');
    note(field, context);
    await told;
    return field;
  };
  const resolvers = {
    Query: {
      hello: (_root: unknown, _args: unknown, context: Context) => {
        note('hello', context);
        return 'hello';
      },
      held: (_root: unknown, _args: unknown, context: Context) => whenTold('held', context),
      long: (_root: unknown, { times }: { times: number }) => 'long '.repeat(times),
      viewer: (_root: unknown, _args: unknown, { token }: Context) =>
        Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
    },
    Mutation: { pay: (_root: unknown, _args: unknown, context: Context) => whenTold('pay', context) },
    Subscription: {
      ticked: {
        async *subscribe() {
          const ticks = on(events, 'tick');
          events.emit('subscribed');
          for await (const [number] of ticks) yield { ticked: number };
        },
      },
    },
  };
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { query, variables } = JSON.parse(String(Buffer.concat(chunks)));
      const contextValue: Context = {
        router: Number(/\d+/.exec(request.url ?? '')?.[0]),
        token: request.headers.authorization ?? '',
      };
      const result = await graphql({ schema, source: query, variableValues: variables, contextValue });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    });
  });
  const sockets = new WebSocketServer({ server });
  useServer({ schema }, sockets);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  return {
    calls,
    next: async (field) => (await once(events, field))[0],
    letGo: () => void events.emit('letGo'),
    subscribed: () => once(events, 'subscribed'),
    tick: (number) => void events.emit('tick', number),
    urlFor: (router) => `http://127.0.0.1:${port}/${router}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
