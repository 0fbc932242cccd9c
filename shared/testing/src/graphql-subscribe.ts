import { createClient, type FormattedExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';
import { eventQueue } from './event-queue.ts';
import type { GraphQLErrorBody, Operation } from './graphql-post.ts';

export type SubscribeOperation = Operation & {
  /** Extensions of the subscribe payload. */
  extensions?: Record<string, unknown>;
};

export type SubscriptionEvent<Data> = FormattedExecutionResult<Data>;

/** A subscription as a test reads it. Events that come before anyone asks are kept. */
export type Subscription<Data> = AsyncIterableIterator<SubscriptionEvent<Data>, undefined> & {
  /** Unsubscribes and closes the socket. */
  close(): Promise<void>;
  /** How the socket closed, whoever closed it. */
  closed: Promise<{ code: number; reason: string }>;
};

/** The socket closed before the subscription was complete. */
export class SocketClosed extends Error {
  override readonly name = 'SocketClosed';
  readonly code: number;
  readonly reason: string;
  constructor(code: number, reason: string) {
    super(`The socket closed with ${code}${reason && `: ${reason}`}`);
    this.code = code;
    this.reason = reason;
  }
}

/** The server answered the subscription with errors. */
export class SubscriptionRefused extends Error {
  override readonly name = 'SubscriptionRefused';
  readonly errors: readonly GraphQLErrorBody[];
  constructor(errors: readonly GraphQLErrorBody[]) {
    super(errors.map(({ message }) => message).join('; '));
    this.errors = errors;
  }
}

/**
 * Subscribes over graphql-ws on a socket of its own, at once and without retries. `next()` gives up after 10 s. The type
 * parameter is what the test expects `data` to look like.
 *
 * @param url `ws://…`, or the same address with `http://`
 */
export function subscribe<Data = Record<string, unknown>>(
  url: string,
  operation: SubscribeOperation,
): Subscription<Data> {
  const { query, variables = {}, token, extensions } = operation;
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token === undefined ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    client.on('closed', (event) => resolve(closeOf(event) ?? { code: 1006, reason: '' }));
  });
  const events = eventQueue<SubscriptionEvent<Data>>();
  const unsubscribe = client.subscribe<Data>(
    { query, variables, ...(extensions === undefined ? {} : { extensions }) },
    { next: events.push, error: (cause) => events.fail(failureOf(cause)), complete: () => events.end() },
  );
  const close = async () => {
    unsubscribe();
    await Promise.resolve(client.dispose()).catch(() => undefined); // a socket that was still being opened has failed
    await closed;
  };
  const subscription: Subscription<Data> = {
    next: () => events.next(),
    return: async () => {
      await close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => subscription,
    close,
    closed,
  };
  return subscription;
}

function failureOf(cause: unknown): Error {
  // The protocol's `error` message carries a list of GraphQL errors and nothing else.
  if (Array.isArray(cause)) return new SubscriptionRefused(cause as GraphQLErrorBody[]);
  const close = closeOf(cause);
  if (close !== undefined) return new SocketClosed(close.code, close.reason);
  return cause instanceof Error ? cause : new Error('The subscription failed.', { cause });
}

function closeOf(event: unknown): { code: number; reason: string } | undefined {
  if (typeof event !== 'object' || event === null || !('code' in event) || !('reason' in event)) return undefined;
  return typeof event.code === 'number' ? { code: event.code, reason: String(event.reason) } : undefined;
}
