import type { Logger } from '@moa/telemetry';
import { Redis, type RedisOptions } from 'ioredis';
import type { LiveEntry } from './live-log.ts';
import type { LogReader, LogStore } from './log-store.ts';

const stream = 'moa:live';
/** About how many entries Redis keeps; a reader further behind than that has a gap. */
const kept = 100_000;
const batchSize = 500;
/** Shown by CLIENT LIST. */
const readerName = 'moa-live-reader';
const beginning = '0-0';

/** The log as a Redis stream. */
export function openRedis(url: string, logger: Logger): LogStore {
  const connection = { connectTimeout: 3_000, keepAlive: 10_000 } satisfies RedisOptions;
  // An append fails after a few seconds instead of waiting for Redis to come back.
  const appender = new Redis(url, {
    ...connection,
    commandTimeout: 5_000,
    maxRetriesPerRequest: 3,
    retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 1_000),
    lazyConnect: true,
  });
  // What it means is said by the append that fails, and the outage is logged by the reader.
  appender.on('error', (error) => logger.debug({ err: error }, 'live log: connection for appending'));

  return {
    async append(entries) {
      const batch = appender.multi();
      for (const { channel, payload, trace } of entries) {
        const fields = ['channel', channel, 'payload', JSON.stringify(payload ?? null)];
        batch.xadd(stream, 'MAXLEN', '~', kept, '*', ...fields, ...(trace ? ['trace', JSON.stringify(trace)] : []));
      }
      for (const [error] of (await batch.exec()) ?? []) if (error) throw error;
    },
    async read(cursor) {
      // Connections are replaced by `follow`, which knows what a new one means. Silence longer than BLOCK is a dead peer.
      const once = { lazyConnect: true, retryStrategy: () => null } satisfies RedisOptions;
      const options = { ...connection, ...once, socketTimeout: 15_000, connectionName: readerName };
      const redis = new Redis(url, options);
      let cause: Error | undefined;
      redis.on('error', (error) => {
        cause = error;
      });
      try {
        await redis.connect();
        return await readStream(redis, cursor);
      } catch (error) {
        redis.disconnect();
        throw cause ?? error;
      }
    },
    close: async () => appender.disconnect(),
  };
}

async function readStream(redis: Redis, from: string | undefined): Promise<LogReader> {
  const end = await lastId(redis);
  let cursor = from === undefined || isBefore(end, from) ? end : from;

  /** Whether the entry we stopped at is no longer kept, and with it perhaps some that followed. */
  const trimmedAway = async (id: string) =>
    id !== beginning && (await redis.xrange(stream, id, id, 'COUNT', 1)).length === 0;

  return {
    get cursor() {
      return cursor;
    },
    async next() {
      const reply = await redis.xread('COUNT', batchSize, 'BLOCK', 5_000, 'STREAMS', stream, cursor);
      const items = reply?.[0]?.[1] ?? [];
      const last = items.at(-1)?.[0];
      if (last === undefined) {
        const now = await lastId(redis);
        const reset = isBefore(now, cursor);
        if (reset) cursor = now;
        return { entries: [], gap: reset, lagMs: 0 };
      }
      // Only a reader far behind can have been overtaken.
      const gap = items.length === batchSize && (await trimmedAway(cursor));
      cursor = last;
      const lagMs = Date.now() - Number.parseInt(items[0]?.[0] ?? '', 10);
      return { entries: items.map(([, fields]) => parse(fields)), gap, lagMs };
    },
    close: async () => redis.disconnect(),
  };
}

const lastId = async (redis: Redis) => (await redis.xrevrange(stream, '+', '-', 'COUNT', 1))[0]?.[0] ?? beginning;

/** Fields as `append` writes them: channel, its value, payload, its value; trace, its value, where there is one. */
function parse([, channel = '', , payload = 'null', , trace]: readonly string[]): LiveEntry {
  return { channel, payload: JSON.parse(payload), ...(trace && { trace: JSON.parse(trace) }) };
}

/** Stream ids are `<milliseconds>-<sequence>`. */
function isBefore(a: string, b: string): boolean {
  const [aTime = 0, aSequence = 0] = a.split('-').map(Number);
  const [bTime = 0, bSequence = 0] = b.split('-').map(Number);
  return aTime < bTime || (aTime === bTime && aSequence < bSequence);
}
