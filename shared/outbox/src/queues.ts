import { isFactType, type Subscriber, subscribers } from '@moa/contracts';
import type { Job } from '@moa/jobs';
import type { LiveEntry } from '@moa/live';
import type { Trace } from '@moa/telemetry';

/** The queue in which a subgraph or a view receives facts. */
export const factQueue = (subscriber: string): string => `${subscriber}-facts`;

/** The queue of a subgraph's own work. */
export const jobQueue = (subgraph: string): string => `${subgraph}-jobs`;

/** A row of the outbox as it is handed over. */
export type OutboxRow = {
  readonly id: string;
  readonly kind: 'fact' | 'job' | 'live';
  readonly topic: string;
  readonly payload: object;
  readonly delay_ms: number;
  readonly trace: Trace | null;
  /** Those of its queues that have worked it off. */
  readonly proven_queues: readonly string[];
};

/** One id for a message wherever it goes: the queue knows it by it, and the inbox of the receiver remembers it. */
export const messageId = (publisher: string, rowId: string): string => `${publisher}-${rowId}`;

/** The queues that a row must reach; none for a live entry, for a fact that nobody subscribes to, or one that is not known here. */
export function queuesOf(publisher: string, row: Pick<OutboxRow, 'kind' | 'topic'>): readonly string[] {
  switch (row.kind) {
    case 'job':
      return [jobQueue(publisher)];
    case 'fact':
      return isFactType(row.topic) ? subscribers[row.topic].map((name: Subscriber) => factQueue(name)) : [];
    case 'live':
      return [];
  }
}

/**
 * Whether this version knows where a row has to go. While a newer one takes its place, an older dispatcher meets facts that it
 * has never heard of: those stay unproven, so that the newer one finds that no queue knows them.
 */
export const isKnown = ({ kind, topic }: Pick<OutboxRow, 'kind' | 'topic'>): boolean =>
  kind !== 'fact' || isFactType(topic);

/** The queues that still have to work a row off. */
export const openQueuesOf = (
  publisher: string,
  row: Pick<OutboxRow, 'kind' | 'topic' | 'proven_queues'>,
): readonly string[] => queuesOf(publisher, row).filter((queue) => !row.proven_queues.includes(queue));

export const jobOf = (publisher: string, row: OutboxRow): Job => ({
  id: messageId(publisher, row.id),
  name: row.topic,
  data: row.payload,
  ...(row.delay_ms > 0 && { delayMs: row.delay_ms }),
  ...(row.trace && { trace: row.trace }),
});

export const entryOf = ({ topic, payload, trace }: OutboxRow): LiveEntry => ({
  channel: topic,
  payload,
  ...(trace && { trace }),
});

/** Rows grouped by the queues that still have to work them off, in the order of the rows. */
export function byQueue<Row extends Pick<OutboxRow, 'kind' | 'topic' | 'proven_queues'>>(
  publisher: string,
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const queue of openQueuesOf(publisher, row)) {
      const group = groups.get(queue);
      if (group) group.push(row);
      else groups.set(queue, [row]);
    }
  }
  return groups;
}
