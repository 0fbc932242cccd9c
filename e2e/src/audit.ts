import pg from 'pg';
import type { Place } from './place.ts';

/** How an order stands in all the books: order's own, pay's, the provider's and delivery's. */
export type AuditedOrder = {
  readonly orderId: string;
  readonly status: string;
  readonly total: number;
  readonly charges: number;
  readonly charged: number;
  readonly refunded: number;
  readonly delivery: string | null;
};

/** The tests' auditor: reads each part's database as nobody in Moa may, and lays the books side by side. */
export async function audit(place: Place): Promise<readonly AuditedOrder[]> {
  type Order = { id: string; status: string; total: number };
  type Charge = { order_id: string; charges: number; charged: number; refunded: number };
  const [orders, charges, deliveries] = await Promise.all([
    read<Order>(place, 'order', 'select id, status, total::int from orders order by id'),
    // The provider's own words for what a charge was for; they end with the order's id.
    read<Charge>(
      place,
      'sandbox',
      `select right(reference, 36) as order_id, count(*)::int as charges, sum(amount)::int as charged, sum(refunded)::int as refunded
       from charges where status = 'captured' group by 1`,
    ),
    read<{ order_id: string; status: string }>(place, 'delivery', 'select order_id, status from deliveries'),
  ]);
  const chargeOf = new Map(charges.map((charge) => [charge.order_id, charge]));
  const deliveryOf = new Map(deliveries.map(({ order_id, status }) => [order_id, status]));
  return orders.map(({ id, status, total }) => {
    const booked = chargeOf.get(id);
    return {
      orderId: id,
      status,
      total,
      charges: booked?.charges ?? 0,
      charged: booked?.charged ?? 0,
      refunded: booked?.refunded ?? 0,
      delivery: deliveryOf.get(id) ?? null,
    };
  });
}

/** What is wrong with a settled order, in words; nothing when all is well. */
export function faultsOf(order: AuditedOrder): readonly string[] {
  const { status, total, charges, charged, refunded, delivery } = order;
  const faults = [
    charges > 1 && `was charged ${charges} times`,
    charged !== 0 && charged !== total && `was charged ${charged} instead of ${total}`,
    status === 'CANCELLED' &&
      charged !== refunded &&
      `was cancelled, but ${charged - refunded} won were not given back`,
    status === 'CANCELLED' &&
      delivery !== null &&
      delivery !== 'CANCELLED' &&
      `was cancelled, but its delivery is ${delivery}`,
    status === 'COMPLETED' &&
      charged - refunded !== total &&
      `arrived, but ${charged - refunded} won were kept of ${total}`,
    status === 'COMPLETED' && delivery !== 'COMPLETED' && `arrived, but its delivery is ${delivery}`,
    (status === 'ORDERED' || status === 'PAID') && `is still ${status}`,
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${order.orderId} ${fault}`);
}

/** Messages that are still under way between the parts. */
export async function openMessages(place: Place): Promise<number> {
  const counts = await Promise.all(
    ['order', 'pay', 'delivery'].map((part) =>
      read<{ open: number }>(place, part, 'select count(*)::int as open from outbox where sent_at is null'),
    ),
  );
  return counts.reduce((sum, [row]) => sum + (row?.open ?? 0), 0);
}

async function read<Row extends object>(place: Place, part: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: place.databases[part] });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
