import { until } from '@moa/testing';
import type { ServedTown } from './serve.ts';

const patience = { timeoutMs: 60_000 };

/** Waits until the outbox has handed over everything, so that no side works for its past while the other is measured. */
export async function settle({ sql }: ServedTown): Promise<void> {
  await until(async () => {
    const { rowCount } = await sql.query('select /* bench */ from outbox where sent_at is null limit 1');
    return rowCount === 0;
  }, patience);
}

/** Waits until `count` messages whose ids begin with `prefix` were received; how long that took from the first to the last, in ms. */
export async function receiving({ sql }: ServedTown, prefix: string, count: number): Promise<number> {
  return until(async () => {
    const { rows } = await sql.query<{ received: number; ms: number }>(
      `select /* bench */ count(*)::integer as received,
         extract(epoch from max(received_at) - min(received_at))::float * 1000 as ms
       from inbox where starts_with(message_id, $1)`,
      [prefix],
    );
    const [row] = rows;
    return row?.received === count && row.ms;
  }, patience);
}
