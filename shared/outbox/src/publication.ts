import { type Span, startSpan, traceparentOf } from '@moa/telemetry';
import type { OutboxRow } from './queues.ts';

/** A row as it is written down, and since when. */
export type WrittenRow = OutboxRow & { readonly writtenAt: number };

/** Rows on their way out. */
export type Publication = {
  /** Whoever receives one goes on below the span of its publication. */
  readonly rows: readonly OutboxRow[];
  /** Ends their spans. Of an attempt that fails nothing is told: there is one each second while the bus is down. */
  handedOver(): void;
};

/** A span for each row that belongs to a trace, from the moment it was written: so long it has waited here. */
export function publish(written: readonly WrittenRow[]): Publication {
  const spans: Span[] = [];
  const rows = written.map((row): OutboxRow => {
    const span = row.trace?.traceparent === undefined ? undefined : spanOf(row, row.trace.traceparent);
    if (!span) return row;
    spans.push(span);
    return { ...row, trace: { ...row.trace, traceparent: traceparentOf(span) } };
  });
  return {
    rows,
    handedOver() {
      for (const span of spans) span.end();
    },
  };
}

const spanOf = ({ kind, topic, writtenAt }: WrittenRow, traceparent: string): Span | undefined =>
  startSpan(
    {
      // Channels name what they are about, such as one order.
      name: kind === 'live' ? 'publish live' : `publish ${topic}`,
      kind: 'producer',
      startedAt: writtenAt,
      attributes: { 'messaging.operation.type': 'send', 'messaging.operation.name': 'publish' },
    },
    traceparent,
  );
