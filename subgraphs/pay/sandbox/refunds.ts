import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { Refusal } from './refusal.ts';

/** A request to give back `amount` won of a charge. */
export type RefundRequest = { key: string; chargeId: string; amount: number };

/** A booked refund. */
export type Refund = { id: string; chargeId: string; amount: number; createdAt: Date };

type RefundRow = { id: string; charge_id: string; amount: number; created_at: Date };

const columns = 'id, charge_id, amount, created_at';

/**
 * Books a refund once per key; the refunds of a charge never exceed it.
 * @throws Refusal `not_found`, `not_captured`, `amount_too_large`, or `idempotency_key_reused`.
 */
export async function bookRefund(pool: Pool, request: RefundRequest): Promise<{ refund: Refund; fresh: boolean }> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const booked = await bookLocked(client, request);
    await client.query('commit');
    client.release();
    return booked;
  } catch (error) {
    // A connection that can't even roll back is broken: the pool must not keep it.
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

async function bookLocked(client: PoolClient, request: RefundRequest): Promise<{ refund: Refund; fresh: boolean }> {
  const charges = await client.query<{ status: string; amount: number; refunded: number }>(
    'select status, amount, refunded from charges where id = $1 for update',
    [request.chargeId],
  );
  const [charge] = charges.rows;
  if (!charge) throw new Refusal('not_found', 'There is no such charge.');

  // Asked only after the lock, so that a repeat that waited for its twin sees it.
  const earlier = await findRefundByKey(client, request.key);
  if (earlier) return { refund: sameRequest(earlier, request), fresh: false };

  if (charge.status !== 'captured') throw new Refusal('not_captured', 'A declined charge can not be refunded.');
  const left = charge.amount - charge.refunded;
  if (request.amount > left) {
    throw new Refusal('amount_too_large', `Only ${left} won of this charge are left to refund.`);
  }
  const inserted = await client.query<RefundRow>(
    `insert into refunds (id, idempotency_key, charge_id, amount) values ($1, $2, $3, $4)
     on conflict (idempotency_key) do nothing returning ${columns}`,
    [`re_${randomUUID()}`, request.key, request.chargeId, request.amount],
  );
  const [row] = inserted.rows;
  // The lock holds off repeats for this charge, so whoever took the key meanwhile refunded another one.
  if (!row) throw keyReused();
  await client.query('update charges set refunded = refunded + $2 where id = $1', [request.chargeId, request.amount]);
  return { refund: toRefund(row), fresh: true };
}

export async function findRefundByKey(db: Pool | PoolClient, key: string): Promise<Refund | undefined> {
  const { rows } = await db.query<RefundRow>(`select ${columns} from refunds where idempotency_key = $1`, [key]);
  return rows[0] && toRefund(rows[0]);
}

function sameRequest(refund: Refund, request: RefundRequest): Refund {
  if (refund.chargeId !== request.chargeId || refund.amount !== request.amount) throw keyReused();
  return refund;
}

function keyReused(): Refusal {
  return new Refusal('idempotency_key_reused', 'This Idempotency-Key belongs to a refund with another body.');
}

function toRefund(row: RefundRow): Refund {
  return { id: row.id, chargeId: row.charge_id, amount: row.amount, createdAt: row.created_at };
}
