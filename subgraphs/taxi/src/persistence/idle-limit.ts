import type { Outbox } from '@moa/outbox';

/**
 * A process that is stopped in the middle of a transaction holds its rows no longer than five seconds: PostgreSQL ends the
 * transaction then, and there is still time to answer the booking as promised. No transaction here waits for anything but
 * the database.
 */
export const withIdleLimit = (outbox: Outbox): Outbox => ({
  ...outbox,
  transaction: (work) =>
    outbox.transaction(async (em) => {
      await em.execute(`set local idle_in_transaction_session_timeout = '5s'`);
      return work(em);
    }),
});
