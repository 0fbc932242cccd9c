import type { EntityManager } from '@mikro-orm/postgresql';

/** What a purchase of tokens was asked with, to know a repeat of it. Everything else stands in its payment. */
export type PurchaseRequest = { readonly id: string; readonly memberId: string; readonly requestHash: string };

/** Notes a purchase. False when the member has used the key before; a simultaneous twin is waited for. */
export async function addPurchase(
  em: EntityManager,
  { id, memberId, requestHash }: PurchaseRequest,
  idempotencyKey: string,
  now: Date,
): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `insert into token_purchases (id, member_id, idempotency_key, request_hash, created_at) values (?, ?, ?, ?, ?)
     on conflict (member_id, idempotency_key) do nothing returning id`,
    [id, memberId, idempotencyKey, requestHash, now],
  );
  return rows.length === 1;
}

/** The purchase that a member asked for with this key before. */
export async function findPurchaseByKey(
  em: EntityManager,
  memberId: string,
  idempotencyKey: string,
): Promise<PurchaseRequest | null> {
  const [row]: PurchaseRequest[] = await em.execute(
    `select id, member_id as "memberId", request_hash as "requestHash" from token_purchases
     where member_id = ? and idempotency_key = ?`,
    [memberId, idempotencyKey],
  );
  return row ?? null;
}
