import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isId } from '@moa/subgraph';
import type { Payment } from '../domain/payment.ts';
import { columnsOf, toPayment } from './payment-columns.ts';
import { PaymentRow } from './payment-row.ts';

/** Stores a new payment. False when its order has one already; a simultaneous twin is waited for. */
export async function addPayment(em: EntityManager, payment: Payment): Promise<boolean> {
  const { state, paymentMethodId, refusalCode, refusalMessage } = columnsOf(payment);
  const rows: unknown[] = await em.execute(
    `insert into payments (id, version, order_id, payer_id, amount, payment_method_id, state, refusal_code, refusal_message, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (order_id) do nothing returning id`,
    [
      payment.id,
      payment.version,
      payment.orderId,
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
