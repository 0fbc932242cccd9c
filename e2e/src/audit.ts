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
  const [orders, charges, deliveries] = await Promise.all([
    read<Order>(place, 'order', 'select id, status, total::int from orders order by id'),
    chargesBySubject(place),
    read<{ order_id: string; status: string }>(place, 'delivery', 'select order_id, status from deliveries'),
  ]);
  const deliveryOf = new Map(deliveries.map(({ order_id, status }) => [order_id, status]));
  return orders.map(({ id, status, total }) => ({
    orderId: id,
    status,
    total,
    ...(charges.get(id) ?? uncharged),
    delivery: deliveryOf.get(id) ?? null,
  }));
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

/** How a ride stands in taxi's books and in the provider's. */
export type AuditedRide = {
  readonly bookingId: string;
  readonly status: string;
  /** Null until the customer got out. */
  readonly fare: number | null;
  readonly charges: number;
  readonly charged: number;
  readonly refunded: number;
};

export async function auditRides(place: Place): Promise<readonly AuditedRide[]> {
  type Booking = { id: string; status: string; fare: number | null };
  const [bookings, charges] = await Promise.all([
    read<Booking>(place, 'taxi', `select id, status, (bill->>'fare')::int as fare from bookings order by id`),
    chargesBySubject(place),
  ]);
  return bookings.map(({ id, status, fare }) => ({ bookingId: id, status, fare, ...(charges.get(id) ?? uncharged) }));
}

/** What is wrong with a ride that has ended, in words; nothing when all is well. */
export function faultsOfRide({ bookingId, status, fare, charges, charged, refunded }: AuditedRide): readonly string[] {
  const faults = [
    charges > 1 && `was charged ${charges} times`,
    status === 'COMPLETED' && charges === 0 && 'was completed, but not charged',
    charges > 0 && charged !== fare && `was charged ${charged} instead of ${fare}`,
    charges > 0 && status !== 'COMPLETED' && `was charged, but is ${status}`,
    refunded > 0 && `got ${refunded} won back`,
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${bookingId} ${fault}`);
}

/** Messages that are still under way between the parts. */
export async function openMessages(place: Place): Promise<number> {
  const counts = await Promise.all(
    ['order', 'pay', 'delivery', 'taxi'].map((part) =>
      read<{ open: number }>(place, part, 'select count(*)::int as open from outbox where sent_at is null'),
    ),
  );
  return counts.reduce((sum, [row]) => sum + (row?.open ?? 0), 0);
}

type Charges = { readonly charges: number; readonly charged: number; readonly refunded: number };

const uncharged: Charges = { charges: 0, charged: 0, refunded: 0 };

/** What the provider took, by what it was for: its own words for that end with the id of the order or the ride. */
async function chargesBySubject(place: Place): Promise<ReadonlyMap<string, Charges>> {
  const rows = await read<Charges & { id: string }>(
    place,
    'sandbox',
    `select right(reference, 36) as id, count(*)::int as charges, sum(amount)::int as charged, sum(refunded)::int as refunded
     from charges where status = 'captured' group by 1`,
  );
  return new Map(rows.map(({ id, charges, charged, refunded }) => [id, { charges, charged, refunded }]));
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
