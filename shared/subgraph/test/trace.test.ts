import { type LiveLog, openLive } from '@moa/live';
import { createLogger, currentTrace, type Logger, startTracing, type Trace } from '@moa/telemetry';
import { freshDatabase, openOtlpReceiver, post, subscribe, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { follow, type Subgraph } from '../src/index.ts';
import { counterSubgraph } from './counter-subgraph.ts';
import { listening } from './listening.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
const headers = { 'x-request-id': 'request-1', traceparent };

describe('the trace of an operation', () => {
  const lines: Record<string, unknown>[] = [];
  const logger: Logger = createLogger('counter', 'error', { write: (line) => void lines.push(JSON.parse(line)) });
  let served: Awaited<ReturnType<typeof listening>>;

  beforeEach(async () => {
    lines.length = 0;
    served = await listening(counterSubgraph().subgraph, { logger });
    return () => served.close();
  });

  test('stands in the log lines of a resolver that fails, over HTTP as in this process', async () => {
    const token = await served.token();
    await post(served.url, { query: '{ broken }', token, headers });
    await served.handle({
      headers: { ...headers, 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ broken }' }),
    });
    const line = { msg: 'a resolver failed', requestId: 'request-1', traceId };
    expect(lines).toMatchObject([line, line]);
  });

  test.each(['brokenAtOnce', 'brokenLater', 'brokenField'])('and of a subscription, %s', async (field) => {
    const extensions = { viewer: await served.token(), requestId: 'request-1', traceparent };
    const events = subscribe(served.url, { query: `subscription { ${field} }`, extensions });
    const end = async () => {
      for (let event = await events.next(); !event.done && !event.value.errors; ) event = await events.next();
    };
    await end().catch(() => {}); // it ends as it fails
    await until(() => lines.length > 0);
    expect(lines[0]).toMatchObject({ msg: 'a resolver failed', requestId: 'request-1', traceId });
    await events.close();
  });

  test('is none if what came is malformed', async () => {
    const malformed = { 'x-request-id': 'x'.repeat(65), traceparent: `${traceparent}-more` };
    await post(served.url, { query: '{ broken }', token: await served.token(), headers: malformed });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toHaveProperty('requestId');
    expect(lines[0]).not.toHaveProperty('traceId');
  });
});

type Watched = { readonly revision: number };

describe('an event of a subscription', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let live: LiveLog;
  let served: Awaited<ReturnType<typeof listening>>;
  let resolvedIn: (Trace | undefined)[];

  beforeEach(async () => {
    database = await freshDatabase();
    live = await openLive({ url: database.url, logger: createLogger('live', 'silent') });
    resolvedIn = [];
    served = await listening(watchedSubgraph());
  });
  afterEach(async () => {
    await served.close();
    await live.close();
    await database.drop();
  });

  /** Something that has changed once, and changes with each entry. */
  const watchedSubgraph = (): Subgraph<object> => ({
    name: 'counter',
    typeDefs: 'type Query { n: Int } type Subscription { changed: Int }',
    policies: { Query: { n: 'public' }, Subscription: { changed: 'public' } },
    resolvers: {
      Subscription: {
        changed: {
          subscribe: () => follow({ live, channel: 'n', read: async () => ({ revision: 1 }), maySee: () => true }),
          resolve: ({ revision }: Watched) => {
            resolvedIn.push(currentTrace());
            return revision;
          },
        },
      },
    },
    contextFor: (viewer) => ({ viewer }),
    ready: async () => {},
    close: async () => {},
  });
  const watch = async () => {
    const extensions = { viewer: await served.token(), requestId: 'request-1' };
    return subscribe<{ changed: number }>(served.url, { query: 'subscription { changed }', extensions });
  };
  const cause: Trace = { requestId: 'request-2', traceparent };

  test('is made in the trace of its cause, and the first one in that of its own request', async () => {
    const events = await watch();
    expect((await events.next()).value).toEqual({ data: { changed: 1 } });
    await live.append([{ channel: 'n', payload: { revision: 2 }, trace: cause }]);
    expect((await events.next()).value).toEqual({ data: { changed: 2 } });
    expect(resolvedIn).toEqual([{ requestId: 'request-1' }, cause]);
    await events.close();
  });

  test('tells its span to who is to go on with it', async () => {
    const receiver = await openOtlpReceiver();
    const tracing = await startTracing({
      service: 'test',
      endpoint: receiver.endpoint,
      logger: createLogger('test', 'silent'),
    });
    const events = await watch();
    await events.next();
    await live.append([{ channel: 'n', payload: { revision: 2 }, trace: cause }]);
    const event = (await events.next()).value;
    await events.close();
    await tracing.close();
    await receiver.close();
    const [, delivered] = receiver.spans().filter(({ name }) => name === 'deliver changed');
    expect(delivered).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331' });
    expect(event).toMatchObject({ extensions: { traceparent: `00-${traceId}-${delivered?.spanId}-01` } });
  });
});
