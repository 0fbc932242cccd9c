import type { Pool } from 'pg';

/** What the books add up to; amounts in won. */
export type Sums = {
  captured: { count: number; amount: number };
  declined: { count: number };
  refunded: { count: number; amount: number };
  /** Captured minus refunded. */
  net: number;
};

/** One line of the books. */
export type Entry = {
  kind: 'captured' | 'declined' | 'refunded';
  id: string;
  chargeId: string;
  idempotencyKey: string;
  amount: number;
  reference: string;
  createdAt: Date;
};

type SumRow = {
  captured_count: number;
  captured_amount: number;
  declined_count: number;
  refund_count: number;
  refund_amount: number;
};

/** Adds up all charges and refunds, as of one moment. */
export async function sumBooks(pool: Pool): Promise<Sums> {
  // float8, because pg hands wider integers over as strings; sums of won are exact up to 2^53.
  const { rows } = await pool.query<SumRow>(`
    select count(*) filter (where status = 'captured')::float8 as captured_count,
           coalesce(sum(amount) filter (where status = 'captured'), 0)::float8 as captured_amount,
           count(*) filter (where status = 'declined')::float8 as declined_count,
           (select count(*)::float8 from refunds) as refund_count,
           (select coalesce(sum(amount), 0)::float8 from refunds) as refund_amount
    from charges`);
  const [row] = rows;
  if (!row) throw new Error('An aggregate gave no row.');
  return {
    captured: { count: row.captured_count, amount: row.captured_amount },
    declined: { count: row.declined_count },
    refunded: { count: row.refund_count, amount: row.refund_amount },
    net: row.captured_amount - row.refund_amount,
  };
}

/** Up to `limit` lines in the order of booking, after the cursor; `next` is null on the last page. */
export async function pageOfBooks(
  pool: Pool,
  page: { after: string; limit: number },
): Promise<{ entries: Entry[]; next: string | null }> {
  const { rows } = await pool.query<Entry & { booking: string }>(
    `select * from (
       (select booking, status as kind, id, id as "chargeId", idempotency_key as "idempotencyKey", amount, reference,
               created_at as "createdAt"
        from charges where booking > $1 order by booking limit $2)
       union all
       (select r.booking, 'refunded', r.id, r.charge_id, r.idempotency_key, r.amount, c.reference, r.created_at
        from refunds r join charges c on c.id = r.charge_id where r.booking > $1 order by r.booking limit $2)
     ) as lines order by booking limit $2`,
    // One more than asked for tells whether another page follows.
    [page.after, page.limit + 1],
  );
  const shown = rows.slice(0, page.limit);
  const next = rows.length > page.limit ? (shown.at(-1)?.booking ?? null) : null;
  return { entries: shown.map(({ booking: _, ...entry }) => entry), next };
}
