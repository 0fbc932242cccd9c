import type { Signer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { type Message, MessageType } from 'graphql-ws';
import { RouterError } from '../errors.ts';
import { isRecord } from '../is-record.ts';
import type { SubgraphRequest } from './client.ts';
import type { EventQueue } from './event-queue.ts';
import { createGraphqlSocket } from './graphql-socket.ts';
import { readResponse, type SubgraphResponse, SubgraphUnavailable, SubscriptionRefused } from './response.ts';
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
    const { query, operationName, variables, viewer, requestId, traceparent } = request;
    const socketAsked = joins;
    try {
      const extensions = { viewer: await signer.sign(viewer, name), requestId, traceparent };
      const payload = { query, variables, extensions, ...(operationName && { operationName }) };
      if (Buffer.byteLength(JSON.stringify(payload)) > messageBytes) throw new RouterError('PAYLOAD_TOO_LARGE');
      // Whoever comes with the next socket is asked anew, and a subgraph doesn't suffer an id twice.
      if (running.has(id) && socketAsked === joins) socket.send({ id, type: MessageType.Subscribe, payload });
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
        deliver(message.payload, subscription.sink);
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
    },
    onRefused(code) {
      for (const each of running.values())
        fail(each, new SubgraphUnavailable(`${url} has closed the socket with ${code}.`));
    },
  });

  const open = (request: SubgraphRequest, sink: Sink): Opened => {
    lastId += 1;
    const subscription: Subscription = { id: String(lastId), request, sink, joining: undefined };
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

/** A result without `data` is no event: it says that the subscription could not be started. */
function deliver(payload: unknown, sink: Sink): void {
  try {
    const response = readResponse(payload);
    if (response.data === undefined) sink.fail(new SubscriptionRefused(response.errors ?? []));
    else sink.push(traceparentIn(payload, response));
  } catch (error) {
    sink.fail(error);
  }
}

function traceparentIn(payload: unknown, event: SubgraphResponse): SubgraphResponse {
  const extensions = isRecord(payload) && isRecord(payload.extensions) ? payload.extensions : undefined;
  return typeof extensions?.traceparent === 'string' ? { ...event, traceparent: extensions.traceparent } : event;
}

function webSocketUrl(url: string): string {
  const socket = new URL(url);
  socket.protocol = socket.protocol === 'https:' ? 'wss:' : 'ws:';
  return socket.href;
}
