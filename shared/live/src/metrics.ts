import { metrics } from '@moa/telemetry';

/** What the reader of the live log tells of itself. */
export type ReaderMetrics = {
  connected(is: boolean): void;
  /** `lagMs`: how long the oldest of the entries stood in the log before it was read. */
  read(entries: number, lagMs: number): void;
};

/** Undefined where no metrics are taken. */
export function createReaderMetrics(): ReaderMetrics | undefined {
  const taken = metrics();
  if (!taken) return undefined;
  let isConnected = 1;
  taken.collect({
    name: 'live_log',
    labels: {},
    gauges: { live_log_connected: '1 while the live log is read, 0 while its server is away.' },
    read: () => [{ gauge: 'live_log_connected', value: isConnected }],
  });
  const count = taken.tallies('live_log_entries_total', 'Entries of the live log that were read.')({});
  const lag = taken.durations(
    'live_log_lag_seconds',
    'Time that an entry stood in the live log before this process read it; of several that are read at once, the oldest.',
  )({});
  return {
    connected(is) {
      isConnected = is ? 1 : 0;
    },
    read(entries, lagMs) {
      if (entries === 0) return;
      count.count += entries;
      lag.observe(Math.max(0, lagMs) / 1_000);
    },
  };
}
