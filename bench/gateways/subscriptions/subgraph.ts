import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { type WebSocket, WebSocketServer } from 'ws';
import { type EventText, prepareEventText, type Variables } from './event-text.ts';
import { sdl, sharedClock } from './ticks.ts';

export type SubgraphStarted = { readonly url: string };
/** The command: publish this event to everybody. */
export type Publish = { readonly number: number };
/** Its answer. */
export type Published = { readonly subscriptions: number; readonly sockets: number };

const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: {} }]);
const sockets = new Map<WebSocket, Map<string, EventText>>();
const prepared = new Map<string, EventText>();

/** graphql-transport-ws as its specification has it, without the checks: those who speak here are gateways. */
function converse(socket: WebSocket): void {
  const running = new Map<string, EventText>();
  sockets.set(socket, running);
  socket.on('close', () => sockets.delete(socket));
  socket.on('message', (bytes) => {
    const { type, id, payload } = JSON.parse(String(bytes));
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    else if (type === 'ping') socket.send('{"type":"pong"}');
    else if (type === 'subscribe') running.set(id, eventTextOf(payload.query, payload.variables));
    else if (type === 'complete') running.delete(id);
  });
}

function eventTextOf(query: string, variables: Variables): EventText {
  const key = `${query} ${JSON.stringify(variables)}`;
  const known = prepared.get(key) ?? prepareEventText(schema, query, variables);
  prepared.set(key, known);
  return known;
}

function publish(number: number): Published {
  const event = { number, publishedAt: sharedClock() };
  let subscriptions = 0;
  for (const [socket, running] of sockets) {
    for (const [id, text] of running) {
      socket.send(`{"id":${JSON.stringify(id)},"type":"next","payload":${text(event)}}`);
      subscriptions += 1;
    }
  }
  return { subscriptions, sockets: sockets.size };
}

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json').end('{"data":{"__typename":"Query","lastTick":null}}');
});
new WebSocketServer({ server, perMessageDeflate: false, handleProtocols: () => 'graphql-transport-ws' }).on(
  'connection',
  converse,
);
server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  process.send?.({ url: `http://127.0.0.1:${port}/graphql` } satisfies SubgraphStarted);
});
process.on('message', (message) => {
  const { number } = message as Publish; // the other end is bench.ts
  process.send?.(publish(number));
});
process.on('disconnect', () => process.exit()); // the bench has ended
