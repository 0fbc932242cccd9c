import type { Signer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { type Message, MessageType } from 'graphql-ws';
import { RouterError } from '../errors.ts';
import type { SubgraphRequest } from './client.ts';
import { readEvent } from './event.ts';
import type { EventQueue } from './event-queue.ts';
import { createGraphqlSocket } from './graphql-socket.ts';
import { type SubgraphResponse, SubgraphUnavailable, SubscriptionRefused } from './response.ts';
import { type Opened, type Sink, shareUpstreams } from './shared-upstreams.ts';

/** How long a new subscription waits for the subgraph's socket. One that was joined waits without end to be rejoined. */
const joinMs = 3_000;
/** A subgraph closes the socket on a message that it finds too long, and with it everybody else's subscriptions. */
const messageBytes = 60 * 1024;

type Options = { readonly name: string; readonly url: string; readonly signer: Signer; readonly logger: Logger };

export type Subscriber = {
  subscribe(request: SubgraphRequest): EventQueue<SubgraphResponse>;
  close(): Promise<void>;
};

type Subscription = {
  readonly id: string;
  readonly request: SubgraphRequest;
  readonly sink: Sink;
  /** After which item it goes on; of one that can be resumed. */
  cursor: unknown;
  /** The subgraph may have heard of it. */
  asked: boolean;
  joining: NodeJS.Timeout | undefined;
};

/** GraphQL over WebSocket (graphql-transport-ws): one socket to the subgraph carries the subscriptions of all viewers. */
export function createSubscriber({ name, url, signer, logger }: Options): Subscriber {
  const running = new Map<string, Subscription>();
  let lastId = 0;
  /** Sockets until now. */
  let joins = 0;
  let closed = false;

  const forget = ({ id, joining }: Subscription): boolean => {
    clearTimeout(joining);
    if (!running.delete(id)) return false;
    socket.release();
    return true;
  };
  const fail = (subscription: Subscription, error: unknown): void => {
    if (forget(subscription)) subscription.sink.fail(error);
  };

  /** With a token made for the occasion: those of before may have expired. */
  const ask = async (subscription: Subscription): Promise<void> => {
    const { id, request } = subscription;
    const { query, operationName, viewer, requestId, traceparent } = request;
    const socketAsked = joins;
    try {
      const extensions = { viewer: await signer.sign(viewer, name), requestId, traceparent };
      const payload = {
        query,
        variables: variablesOf(subscription),
        extensions,
        ...(operationName && { operationName }),
      };
      if (Buffer.byteLength(JSON.stringify(payload)) > messageBytes) throw new RouterError('PAYLOAD_TOO_LARGE');
      // Whoever comes with the next socket is asked anew, and a subgraph doesn't suffer an id twice.
      if (!running.has(id) || socketAsked !== joins) return;
      subscription.asked ||= socket.isJoined;
      socket.send({ id, type: MessageType.Subscribe, payload });
    } catch (fault) {
      fail(subscription, fault);
    }
  };

  const hear = (message: Message): void => {
    if (!('id' in message)) return;
    const subscription = running.get(message.id);
    if (!subscription) return;
    switch (message.type) {
      case MessageType.Next:
        deliver(message.payload, subscription);
        return;
      case MessageType.Error:
        fail(subscription, new SubscriptionRefused(message.payload));
        return;
      case MessageType.Complete:
        forget(subscription);
        subscription.sink.end();
    }
  };

  const socket = createGraphqlSocket({
    url: webSocketUrl(url),
    isNeeded: () => running.size > 0,
    onJoined() {
      joins += 1;
      if (joins > 1) logger.info({ subgraph: name }, 'Subscriptions have rejoined a subgraph');
      for (const each of running.values()) {
        clearTimeout(each.joining);
        void ask(each);
      }
    },
    onMessage: hear,
    onLost() {
      if (running.size > 0) logger.warn({ subgraph: name }, 'The socket to a subgraph is lost');
      for (const each of running.values())
        if (isLost(each)) fail(each, new SubgraphUnavailable(`${url} was lost before the first item of a list.`));
    },
    onRefused(code) {
      for (const each of running.values())
        fail(each, new SubgraphUnavailable(`${url} has closed the socket with ${code}.`));
    },
  });

  const open = (request: SubgraphRequest, sink: Sink): Opened => {
    lastId += 1;
    const cursor = request.resumption && request.variables[request.resumption.variable];
    const subscription: Subscription = { id: String(lastId), request, sink, cursor, asked: false, joining: undefined };
    running.set(subscription.id, subscription);
    if (socket.isJoined) void ask(subscription);
    else
      subscription.joining = setTimeout(
        () => fail(subscription, new SubgraphUnavailable(`No socket to ${url}.`)),
        joinMs,
      );
    if (!closed) socket.need();
    return {
      stop() {
        if (forget(subscription)) socket.send({ id: subscription.id, type: MessageType.Complete });
      },
    };
  };

  return {
    subscribe: shareUpstreams(open),
    async close() {
      closed = true;
      for (const each of running.values()) {
        forget(each);
        each.sink.end();
      }
      socket.close();
    },
  };
}

/** It would go on with whatever is new then, and nobody would know what is missing. */
const isLost = ({ request, asked, cursor }: Subscription): boolean =>
  request.resumption !== undefined && asked && (cursor === undefined || cursor === null);

const variablesOf = ({ request: { variables, resumption }, cursor }: Subscription): SubgraphRequest['variables'] =>
  resumption && cursor !== undefined ? { ...variables, [resumption.variable]: cursor } : variables;

function deliver(payload: unknown, subscription: Subscription): void {
  const { request, sink } = subscription;
  try {
    const event = readEvent(payload, request);
    if (event.cursor !== undefined) subscription.cursor = event.cursor;
    sink.push(event);
  } catch (error) {
    sink.fail(error);
  }
}

function webSocketUrl(url: string): string {
  const socket = new URL(url);
  socket.protocol = socket.protocol === 'https:' ? 'wss:' : 'ws:';
  return socket.href;
}
