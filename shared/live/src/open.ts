import { currentTrace, type Logger } from '@moa/telemetry';
import { createFanOut } from './fan-out.ts';
import { follow } from './follow.ts';
import type { LiveLog } from './live-log.ts';
import type { LogStore } from './log-store.ts';
import { openPostgres } from './postgres.ts';
import { openRedis } from './redis.ts';

export type LiveOptions = {
  /** `redis://`, `rediss://` or `postgres://`: the scheme chooses the back end. */
  readonly url: string;
  readonly logger: Logger;
  /** PostgreSQL only: connections for appending, 2 when left out; one more reads. */
  readonly poolMax?: number;
};

/**
 * Opens the live log at `url` and begins to read it, with one reader for all subscriptions of this process; rejects with a
 * message for people when nothing answers there.
 */
export async function openLive({ url, logger, poolMax = 2 }: LiveOptions): Promise<LiveLog> {
  const store = openStore(url, logger, poolMax);
  const fanOut = createFanOut();
  const stop = new AbortController();
  const first = await store.read(undefined).catch(async (cause: unknown) => {
    await store.close();
    const { host, pathname } = new URL(url);
    throw new Error(`The live log can't be read at ${host}${pathname}. Start that server, or correct the URL.`, {
      cause,
    });
  });
  const following = follow({ store, first, fanOut, logger, signal: stop.signal });

  const close = async () => {
    stop.abort();
    fanOut.close();
    await following;
    await store.close();
  };
  let closing: Promise<void> | undefined;
  return {
    append: async (entries) => {
      const trace = currentTrace();
      if (entries.length > 0) await store.append(trace ? entries.map((entry) => ({ trace, ...entry })) : entries);
    },
    // The reader stands at or before the end of the log already, so to be in the fan-out is enough.
    subscribe: async (channel) => fanOut.subscribe(channel),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function openStore(url: string, logger: Logger, poolMax: number): LogStore {
  const { protocol } = new URL(url);
  switch (protocol) {
    case 'redis:':
    case 'rediss:':
      return openRedis(url, logger);
    case 'postgres:':
    case 'postgresql:':
      return openPostgres(url, logger, poolMax);
    default:
      throw new Error(
        `The live log runs on redis://, rediss:// or postgres://, not on ${protocol}//. Correct the URL.`,
      );
  }
}
