import type { EntityManager } from '@mikro-orm/postgresql';
import type { Fact } from '@moa/contracts';
import { currentTrace } from '@moa/telemetry';

/** What a transaction leaves for afterwards. */
export type Message =
  /** For every subgraph that subscribes to it. */
  | { readonly kind: 'fact'; readonly fact: Fact }
  /** For a worker of this subgraph. */
  | { readonly kind: 'job'; readonly name: string; readonly data: object; readonly delayMs?: number }
  /** For the live subscriptions that follow the channel. */
  | { readonly kind: 'live'; readonly channel: string; readonly payload: object };

/**
 * Writes messages into the outbox, in one statement. They go out when the transaction of `em` has committed, and never
 * otherwise, as a part of the trace in hand. Call it while holding the lock on the aggregate that they speak of: that keeps them in its order.
 */
export async function send(em: EntityManager, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const trace = currentTrace();
  await em.execute(
    `insert into outbox (kind, topic, payload, delay_ms, trace)
     select kind, topic, payload, delay_ms, ?::jsonb
     from jsonb_to_recordset(?::jsonb) as message (kind text, topic text, payload jsonb, delay_ms integer)`,
    [trace ? JSON.stringify(trace) : null, JSON.stringify(messages.map(rowOf))],
  );
}

function rowOf(message: Message) {
  switch (message.kind) {
    case 'fact':
      return { kind: message.kind, topic: message.fact.type, payload: message.fact, delay_ms: 0 };
    case 'job':
      return { kind: message.kind, topic: message.name, payload: message.data, delay_ms: message.delayMs ?? 0 };
    case 'live':
      return { kind: message.kind, topic: message.channel, payload: message.payload, delay_ms: 0 };
  }
}
