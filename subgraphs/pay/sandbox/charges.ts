import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Card } from './cards.ts';
import { Refusal, type RefusalCode } from './refusal.ts';

/** A request to charge; `amount` in won. */
export type ChargeRequest = { key: string; token: string; amount: number; reference: string };

/** A booked charge. A declined one is booked too, so that its key gets the same answer again. */
export type Charge = {
  id: string;
  token: string;
  amount: number;
  reference: string;
  refunded: number;
  createdAt: Date;
} & ({ status: 'captured' } | { status: 'declined'; decline: Decline });

export type Decline = { code: Extract<RefusalCode, 'card_declined' | 'invalid_token'>; message: string };

type ChargeRow = {
  id: string;
  token: string;
  amount: number;
  reference: string;
  refunded: number;
  created_at: Date;
} & (
  | { status: 'captured'; decline_code: null; decline_message: null }
  | { status: 'declined'; decline_code: Decline['code']; decline_message: string }
);

const columns = 'id, token, amount, reference, refunded, created_at, status, decline_code, decline_message';

/**
 * Books a charge once per key and gives what the books hold under that key.
 * @throws Refusal `idempotency_key_reused` when the key was used with another body.
 */
export async function bookCharge(
  pool: Pool,
  request: ChargeRequest,
  decline: Decline | null,
): Promise<{ charge: Charge; fresh: boolean }> {
  // The unique index decides between concurrent requests: all but one insert nothing and read the winner's row.
  const inserted = await pool.query<ChargeRow>(
    `insert into charges (id, idempotency_key, token, amount, reference, status, decline_code, decline_message)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (idempotency_key) do nothing returning ${columns}`,
    [
      `ch_${randomUUID()}`,
      request.key,
      request.token,
      request.amount,
      request.reference,
      decline ? 'declined' : 'captured',
      decline?.code ?? null,
      decline?.message ?? null,
    ],
  );
  const [row] = inserted.rows;
  if (row) return { charge: toCharge(row), fresh: true };
  const charge = await findChargeByKey(pool, request.key);
  if (!charge) throw new Error('A charge vanished from the books between two reads.');
  if (charge.token !== request.token || charge.amount !== request.amount || charge.reference !== request.reference) {
    throw new Refusal('idempotency_key_reused', 'This Idempotency-Key belongs to a charge with another body.');
  }
  return { charge, fresh: false };
}

/** Why this card's charge is declined, or null when it is captured. */
export function declineOf(card: Card, refuse: boolean): Decline | null {
  if (card === 'invalid') return { code: 'invalid_token', message: 'There is no such card token.' };
  if (card === 'declined' || refuse) return { code: 'card_declined', message: 'The card was declined.' };
  return null;
}

export async function findChargeByKey(pool: Pool, key: string): Promise<Charge | undefined> {
  const { rows } = await pool.query<ChargeRow>(`select ${columns} from charges where idempotency_key = $1`, [key]);
  return rows[0] && toCharge(rows[0]);
}

export async function findCharge(pool: Pool, id: string): Promise<Charge | undefined> {
  const { rows } = await pool.query<ChargeRow>(`select ${columns} from charges where id = $1`, [id]);
  return rows[0] && toCharge(rows[0]);
}

function toCharge(row: ChargeRow): Charge {
  const { id, token, amount, reference, refunded, created_at: createdAt } = row;
  const booked = { id, token, amount, reference, refunded, createdAt };
  if (row.status === 'captured') return { ...booked, status: 'captured' };
  return { ...booked, status: 'declined', decline: { code: row.decline_code, message: row.decline_message } };
}
