import { subgraphs } from '@moa/contracts';
import type { Book, Books } from '../books.ts';
import type { History } from '../history.ts';
import type { Invariant } from './invariant.ts';

const longestIdleMs = 5 * 60_000;

/** What goes on over several subgraphs and has not come to its end: its id, with all that changes when it moves. */
const openSagas: readonly (readonly [Book, query: string])[] = [
  ['order', `select concat_ws(' ', 'order', id, status, version) from orders where status in ('ORDERED', 'PAID')`],
  [
    'pay',
    `select concat_ws(' ', 'payment', id, state, version) from payments where state in ('PENDING', 'VOIDING', 'REFUNDING')`,
  ],
  [
    'pay',
    `select concat_ws(' ', 'token of recommendation', recommendation_id, state) from token_reservations
     where state in ('AWAITED', 'RESERVED')`,
  ],
  [
    'plan',
    `select concat_ws(' ', 'recommendation', id, state, version) from recommendations where state in ('REQUESTED', 'RESERVED')`,
  ],
  [
    'taxi',
    `select concat_ws(' ', 'booking', id, status, version) from bookings
     where status not in ('COMPLETED', 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM')`,
  ],
  ['delivery', `select concat_ws(' ', 'delivery', id, status, version) from deliveries where status = 'STARTED'`],
];

/**
 * Since when each open saga has looked as it does, by the clock of who looks: those inside may have been moved. Remembers for
 * each history, so it has to be asked from time to time.
 */
export function idleSagas(now: () => number = Date.now): Invariant['offenders'] {
  const memory = new WeakMap<History, Map<string, number>>();
  return async (books, history) => {
    const before = memory.get(history) ?? new Map<string, number>();
    const open = (await Promise.all(openSagas.map(([book, query]) => books.lines(book, query)))).flat();
    const since = new Map(open.map((line) => [line, before.get(line) ?? now()]));
    memory.set(history, since);
    return [...since].filter(([, at]) => now() - at > longestIdleMs).map(([line]) => line);
  };
}

async function unsent(books: Books): Promise<readonly string[]> {
  const query = `select concat_ws(' ', id, kind, topic) from outbox
    where sent_at is null and created_at < clock_timestamp() - interval '60 seconds'`;
  const each = subgraphs.map(async (book) => (await books.lines(book, query)).map((line) => `${book} ${line}`));
  return (await Promise.all(each)).flat();
}

/** What is on its way between the parts. */
export const messageInvariants: readonly Invariant[] = [
  {
    name: 'outbox-sent',
    forbids: 'a message that was not sent for 60 s',
    promise: 'N1',
    holds: 'always',
    offenders: unsent,
    spoil: {
      book: 'taxi',
      statement: `insert into outbox (kind, topic, payload, created_at)
        values ('live', 'nobody', '{}', now() - interval '2 minutes')`,
    },
  },
  {
    name: 'sagas-move',
    forbids: 'a process over several parts that stood still for five minutes',
    promise: 'N1',
    holds: 'always',
    offenders: idleSagas(),
    spoil: 'by its test',
  },
  {
    name: 'no-dead-letters',
    forbids: 'a job that its queue gave up',
    promise: 'N1',
    holds: 'always',
    async offenders(books) {
      return (await books.deadLetters()).map(({ queue, id, reason }) => `${queue} ${id}: ${reason}`);
    },
    spoil: 'by its test',
  },
];
