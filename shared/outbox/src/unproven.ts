import type { EntityManager } from '@mikro-orm/postgresql';
import type { OutboxRow } from './queues.ts';

/** The place of a row in the order in which rows were sent. `sentAt` is PostgreSQL's own text: a Date would round it. */
export type Place = { readonly sentAt: string; readonly id: string };

export type SentRow = Pick<OutboxRow, 'id' | 'kind' | 'topic' | 'proven_queues'> & Place;

/** Rows asked about in one transaction. */
export const pageSize = 1_000;
const beginning: Place = { sentAt: '-infinity', id: '0' };

/**
 * A page of the messages that are not proven and were sent, or due, longer than `olderThanMs` ago, in the order of sending. The
 * index ends the search where none is old enough: beyond it lie the dead letters that rest.
 */
export const findUnproven = (
  em: EntityManager,
  { olderThanMs, after = beginning }: { readonly olderThanMs: number; readonly after?: Place | undefined },
): Promise<SentRow[]> =>
  em.execute(
    `select id, kind, topic, proven_queues, sent_at::text as "sentAt" from outbox
     where proven_at is null and (sent_at, id) > (?::timestamptz, ?::bigint)
       and sent_at < statement_timestamp() - ? * interval '1 ms'
       and sent_at < statement_timestamp() - (? + delay_ms) * interval '1 ms'
     order by sent_at, id limit ${pageSize}`,
    [after.sentAt, after.id, olderThanMs, olderThanMs],
  );
