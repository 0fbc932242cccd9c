import type { EntityManager } from '@mikro-orm/postgresql';
import { type PageRequest, uuidArray } from '@moa/subgraph';
import type { Payment } from '../domain/payment.ts';
import { type PaymentColumns, toPayment } from './payment-columns.ts';

/** As the driver gives them: moments are text. */
type Row = Omit<PaymentColumns, 'createdAt' | 'refundedAt'> & {
  readonly createdAt: string;
  readonly refundedAt: string | null;
};

// Won fit a float8 exactly up to 2^53; the driver would give a bigint as text.
const columns = `id, version, order_id as "orderId", ride_id as "rideId", purchase_id as "purchaseId", tokens,
  payer_id as "payerId", amount::float8 as amount, state, payment_method_id as "paymentMethodId",
  charge_id as "chargeId", refusal_code as "refusalCode", refusal_message as "refusalMessage", created_at as "createdAt", refunded_at as "refundedAt"`;

const fromRow = (row: Row): Payment =>
  toPayment({
    ...row,
    createdAt: new Date(row.createdAt),
    refundedAt: row.refundedAt === null ? null : new Date(row.refundedAt),
  });

/** The payments that exist among `ids`, in any order. */
export async function findPaymentsById(em: EntityManager, ids: readonly string[]): Promise<readonly Payment[]> {
  const rows: Row[] = await em.execute(`select ${columns} from payments where id = any(?::uuid[])`, [uuidArray(ids)]);
  return rows.map(fromRow);
}

/** The payments of those of the orders that have one, in any order. */
export async function findPaymentsOfOrders(
  em: EntityManager,
  orderIds: readonly string[],
): Promise<readonly Payment[]> {
  const rows: Row[] = await em.execute(`select ${columns} from payments where order_id = any(?::uuid[])`, [
    uuidArray(orderIds),
  ]);
  return rows.map(fromRow);
}

/** The payments of purchases of tokens, in any order. */
export async function findPaymentsOfPurchases(em: EntityManager, ids: readonly string[]): Promise<readonly Payment[]> {
  const rows: Row[] = await em.execute(`select ${columns} from payments where purchase_id = any(?::uuid[])`, [
    uuidArray(ids),
  ]);
  return rows.map(fromRow);
}

/** A payer's payments, the newest first, one more than asked for. */
export async function findPaymentsOf(
  em: EntityManager,
  payerId: string,
  page: PageRequest,
): Promise<readonly Payment[]> {
  const rows: Row[] = await em.execute(
    `select ${columns} from payments
     where payer_id = ? and id < ?
     order by id desc limit ?`,
    [payerId, page.after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', page.first + 1],
  );
  return rows.map(fromRow);
}
