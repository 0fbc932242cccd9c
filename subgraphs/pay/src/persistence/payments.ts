import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isId } from '@moa/subgraph';
import type { Payment } from '../domain/payment.ts';
import { columnsOf, subjectColumnsOf, toPayment } from './payment-columns.ts';
import { PaymentRow } from './payment-row.ts';

/**
 * Stores a new payment. False when what it is for has one already, a refused one of a ride aside; a simultaneous
 * twin is waited for.
 */
export async function addPayment(em: EntityManager, payment: Payment): Promise<boolean> {
  const { orderId, rideId, purchaseId, tokens } = subjectColumnsOf(payment);
  const { state, paymentMethodId, refusalCode, refusalMessage } = columnsOf(payment);
  const rows: unknown[] = await em.execute(
    `insert into payments (id, version, order_id, ride_id, purchase_id, tokens, payer_id, amount, payment_method_id, state,
       refusal_code, refusal_message, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing returning id`,
    [
      payment.id,
      payment.version,
      orderId,
      rideId,
      purchaseId,
      tokens,
      payment.payerId,
      payment.amount,
      paymentMethodId,
      state,
      refusalCode,
      refusalMessage,
      payment.createdAt,
    ],
  );
  return rows.length === 1;
}

/** Reads a payment without holding it. */
export async function findPayment(em: EntityManager, id: string): Promise<Payment | null> {
  const row = isId(id) ? await em.findOne(PaymentRow, id) : null;
  return row && toPayment(row);
}

/** Reads a payment and holds it to the end of the transaction: whoever decides on it next, decides on what we leave. */
export async function lockPayment(
  em: EntityManager,
  by: { readonly id: string } | { readonly orderId: string },
): Promise<Payment | null> {
  const row = await em.findOne(PaymentRow, by, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return row && toPayment(row);
}

/** Holds a ride to the end of the transaction: nobody else begins or finds its payment meanwhile. */
export async function lockRide(em: EntityManager, rideId: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('payment of ride ' || ?::uuid, 0))`, [rideId]);
}

/** A ride's payment, unless it was refused: then the ride may be paid for anew. Not held. */
export async function findOpenPaymentOfRide(em: EntityManager, rideId: string): Promise<Payment | null> {
  const row = await em.findOne(PaymentRow, { rideId, state: { $ne: 'REFUSED' } }, { refresh: true });
  return row && toPayment(row);
}

/** The payment of a purchase of tokens. Not held. */
export async function findPaymentOfPurchase(em: EntityManager, purchaseId: string): Promise<Payment | null> {
  const row = await em.findOne(PaymentRow, { purchaseId }, { refresh: true });
  return row && toPayment(row);
}

/** Stores what a payment became. @throws when somebody else changed it since it was read, so that nothing is overwritten */
export async function updatePayment(em: EntityManager, before: Payment, after: Payment): Promise<void> {
  // What was charged stays on record, though the payment itself needs it no more.
  const { paymentMethodId: _kept, ...columns } = columnsOf(after);
  const changed = await em.nativeUpdate(
    PaymentRow,
    { id: before.id, version: before.version },
    { version: after.version, ...columns },
  );
  if (changed !== 1) throw new Error(`The payment ${before.id} was changed by somebody else; try again.`);
}
