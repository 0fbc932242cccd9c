import type { Logger } from '@moa/telemetry';
import pg from 'pg';
import type { LogReader, LogStore } from './log-store.ts';
import { appendEntries, createLog, lastId, readEntries, trimLog } from './postgres-log.ts';

const batchSize = 500;
/** Shown by pg_stat_activity. */
const readerName = 'moa-live-reader';
/** Backs up the notification, which tells no one anything if the connection is half dead. */
const pollMs = 1_000;
const trimEveryMs = 60_000;
/** A reader that slept this long (a laptop shut, a stopped process) may have been overtaken by the trimming. */
const overtakenAfterMs = 30 * 60_000;

/** The log as a PostgreSQL table, with NOTIFY to wake its readers. */
export function openPostgres(url: string, logger: Logger, poolMax: number): LogStore {
  const config = { connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 10_000, keepAlive: true };
  // A crash loses a fraction of a second of news, and after it every reader is told to resync: no need to wait for the disk.
  const appenders = new pg.Pool({ ...config, max: poolMax, options: '-c synchronous_commit=off' });
  appenders.on('error', (error) => logger.debug({ err: error }, 'live log: connection for appending'));

  return {
    append: (entries) => appendEntries(appenders, entries),
    async read(cursor) {
      const client = new pg.Client({ ...config, application_name: readerName });
      try {
        return await readLog(client, cursor);
      } catch (error) {
        await client.end();
        throw error;
      }
    },
    close: () => appenders.end(),
  };
}

async function readLog(client: pg.Client, from: string | undefined): Promise<LogReader> {
  let wake = () => {};
  let woken = false;
  const notified = () => {
    woken = true;
    wake();
  };
  client.on('notification', notified);
  // The next query says what is wrong; the event alone must not end the process.
  client.on('error', notified);
  client.on('end', notified);
  await client.connect();
  await createLog(client);
  await client.query('listen live_log');

  const end = await lastId(client);
  let cursor = from === undefined || BigInt(end) < BigInt(from) ? end : from;
  let readAt = Date.now();
  let trimmedAt = 0;

  const news = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken) wake();
    });

  return {
    get cursor() {
      return cursor;
    },
    async next() {
      if (Date.now() - trimmedAt > trimEveryMs) {
        await trimLog(client);
        trimmedAt = Date.now();
      }
      woken = false;
      const rows = await readEntries(client, cursor, batchSize);
      const gap = Date.now() - readAt > overtakenAfterMs;
      readAt = Date.now();
      cursor = rows.at(-1)?.id ?? cursor;
      if (rows.length === 0 && !gap) await news();
      return { entries: rows, gap, lagMs: rows[0]?.lagMs ?? 0 };
    },
    close: async () => {
      const ended = client.end();
      // A server that hangs never answers the goodbye.
      client.connection.stream.destroy();
      await ended;
    },
  };
}
