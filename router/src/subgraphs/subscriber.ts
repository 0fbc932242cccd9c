import { setTimeout as pause } from 'node:timers/promises';
import type { Signer, Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { RouterError } from '../errors.ts';
import { isRecord } from '../is-record.ts';
import type { SubgraphRequest } from './client.ts';
import {
  readResponse,
  type SubgraphError,
  type SubgraphResponse,
  SubgraphUnavailable,
  SubscriptionRefused,
} from './response.ts';
import { type OpenUpstream, type Sink, shareUpstreams } from './shared-upstreams.ts';

/** How long a new subscription waits for the subgraph's socket. One that was joined waits without end to be rejoined. */
const joinMs = 3_000;
/** A subgraph closes the socket on a message that it finds too long, and with it everybody else's subscriptions. */
const messageBytes = 60 * 1024;
const pingEveryMs = 10_000;
const pongWithinMs = 5_000;

type Options = { readonly name: string; readonly url: string; readonly signer: Signer; readonly logger: Logger };

export type Subscriber = {
  subscribe(request: SubgraphRequest): AsyncIterableIterator<SubgraphResponse>;
  close(): Promise<void>;
};

type Subscription = {
  readonly viewer: Viewer;
  /** Sent anew with each subscribe message; `viewer` is replaced by a fresh token before the socket is opened again. */
  readonly extensions: { viewer: string; readonly requestId: string; readonly traceparent?: string | undefined };
  readonly sink: Sink;
  joining: NodeJS.Timeout | undefined;
};

/** GraphQL over WebSocket (graphql-transport-ws): one socket to the subgraph carries the subscriptions of all viewers. */
export function createSubscriber({ name, url, signer, logger }: Options): Subscriber {
  const running = new Set<Subscription>();
  const closing = new AbortController();
  let connected = false;

  const heartbeat = createHeartbeat(() => client.terminate());
  const client: Client = createClient({
    url: webSocketUrl(url),
    webSocketImpl: WebSocket,
    lazyCloseTimeout: 1_000,
    keepAlive: pingEveryMs,
    connectionAckWaitTimeout: joinMs,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (attempt) =>
      pause(Math.min(100 * 2 ** attempt, 5_000) * (0.5 + Math.random() / 2), undefined, {
        signal: closing.signal,
      }).catch(() => {}),
    // The client resends each subscription once the socket is up; the old tokens may have expired by then.
    connectionParams: async () => {
      for (const each of running) each.extensions.viewer = await signer.sign(each.viewer, name);
      return {};
    },
    on: {
      ping: heartbeat.ping,
      pong: heartbeat.pong,
      connected: (_socket, _payload, again) => {
        connected = true;
        for (const each of running) clearTimeout(each.joining);
        if (again) logger.info({ subgraph: name }, 'Subscriptions have rejoined a subgraph');
      },
      closed: () => {
        heartbeat.stop();
        if (connected && running.size > 0) logger.warn({ subgraph: name }, 'The socket to a subgraph is lost');
        connected = false;
      },
    },
  });

  const open: OpenUpstream = ({ query, operationName, variables, viewer, requestId, traceparent }, sink) => {
    let unsubscribe: () => void = () => {};
    const extensions = { viewer: '', requestId, traceparent };
    const subscription: Subscription = { viewer, extensions, sink, joining: undefined };
    running.add(subscription);

    const begin = (token: string): void => {
      if (!running.has(subscription)) return; // the readers have left meanwhile
      subscription.extensions.viewer = token;
      if (!connected)
        subscription.joining = setTimeout(() => sink.fail(new SubgraphUnavailable(`No socket to ${url}.`)), joinMs);
      const payload = { query, variables: { ...variables }, extensions, ...(operationName && { operationName }) };
      if (Buffer.byteLength(JSON.stringify(payload)) > messageBytes) {
        sink.fail(new RouterError('PAYLOAD_TOO_LARGE'));
        return;
      }
      unsubscribe = client.subscribe(payload, {
        next: (payload) => deliver(payload, sink),
        error: (fault) =>
          sink.fail(
            isRefusal(fault)
              ? new SubscriptionRefused(fault)
              : new SubgraphUnavailable(`${url} has closed the socket.`, { cause: fault }),
          ),
        complete: () => sink.end(),
      });
    };
    signer
      .sign(viewer, name)
      .then(begin)
      .catch((cause: unknown) => sink.fail(cause));
    return () => {
      clearTimeout(subscription.joining);
      running.delete(subscription);
      unsubscribe();
    };
  };

  return {
    subscribe: shareUpstreams(open),
    async close() {
      for (const each of running) each.sink.end();
      closing.abort();
      await Promise.resolve(client.dispose()).catch(() => {}); // a socket that was still being opened has failed
    },
  };
}

/** A peer that vanished without closing its socket is noticed by its silence. */
function createHeartbeat(onSilence: () => void) {
  let silence: NodeJS.Timeout | undefined;
  return {
    ping: (received: boolean) => {
      if (!received) silence = setTimeout(onSilence, pongWithinMs);
    },
    pong: (received: boolean) => {
      if (received) clearTimeout(silence);
    },
    /** The silence of a socket that is gone says nothing of the next one. */
    stop: () => clearTimeout(silence),
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

/** The protocol's error message carries GraphQL errors; anything else is a fault of the connection. */
const isRefusal = (fault: unknown): fault is readonly SubgraphError[] => Array.isArray(fault);

function webSocketUrl(url: string): string {
  const socket = new URL(url);
  socket.protocol = socket.protocol === 'https:' ? 'wss:' : 'ws:';
  return socket.href;
}
