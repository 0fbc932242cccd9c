import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@moa/telemetry';
import type { FanOut } from './fan-out.ts';
import type { LogReader, LogStore } from './log-store.ts';
import { createReaderMetrics, type ReaderMetrics } from './metrics.ts';

type Following = {
  readonly store: LogStore;
  readonly first: LogReader;
  readonly fanOut: FanOut;
  readonly logger: Logger;
  readonly signal: AbortSignal;
};

/** Reads until aborted. Each lost connection is replaced, and everyone told that entries may have been missed. */
export async function follow({ store, first, fanOut, logger, signal }: Following): Promise<void> {
  const counted = createReaderMetrics();
  for (let reader: LogReader | undefined = first; reader; ) {
    const lost = await readAll(reader, fanOut, signal, counted);
    if (signal.aborted) return;
    logger.error({ err: lost }, 'live log: lost the connection, retrying');
    counted?.connected(false);
    const lostAt = Date.now();
    reader = await reconnect(store, reader.cursor, logger, signal);
    if (!reader) return;
    counted?.connected(true);
    logger.info({ downMs: Date.now() - lostAt }, 'live log: reading again');
    // Even with the cursor in place: a log that crashed may have lost a tail that nobody had read yet.
    fanOut.resync();
  }
}

/** Delivers until the connection is lost, and resolves to the reason. */
async function readAll(
  reader: LogReader,
  fanOut: FanOut,
  signal: AbortSignal,
  counted: ReaderMetrics | undefined,
): Promise<unknown> {
  const close = () => void reader.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    while (!signal.aborted) {
      const { entries, gap, lagMs } = await reader.next();
      counted?.read(entries.length, lagMs);
      if (gap) fanOut.resync();
      for (const entry of entries) fanOut.deliver(entry);
    }
    return undefined;
  } catch (error) {
    return error;
  } finally {
    signal.removeEventListener('abort', close);
    await reader.close();
  }
}

async function reconnect(store: LogStore, cursor: string, logger: Logger, signal: AbortSignal) {
  for (let pauseMs = 100; !signal.aborted; pauseMs = Math.min(pauseMs * 2, 5_000)) {
    // Jitter, so that the processes of a whole city don't come back in the same instant.
    await delay(pauseMs * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    try {
      return await store.read(cursor);
    } catch (error) {
      logger.debug({ err: error }, 'live log: still retrying');
    }
  }
  return undefined;
}
