import type { Books } from '../books.ts';
import { differing, found, type Invariant, type Lines, unmatched } from './invariant.ts';

const aCompleted = `(select id from orders where status = 'COMPLETED' limit 1)`;

/** Orders first: one that is cancelled stays so, and its delivery was cancelled before it. */
async function cancelledAndOnTheWay(books: Books): Promise<readonly string[]> {
  const cancelled = new Set(await books.lines('order', `select id from orders where status = 'CANCELLED'`));
  const underWay = await books.rows<{ id: string; status: string }>(
    'delivery',
    `select order_id as id, status from deliveries where status <> 'CANCELLED'`,
  );
  return underWay.filter(({ id }) => cancelled.has(id)).map(({ id, status }) => `${id}: delivery ${status}`);
}

const viewed = (column: string, states: string): Lines => [
  'order',
  `select concat_ws(' ', id, view->>'${column}') from order_views where view->>'${column}' in (${states})`,
];
const moneyMoved = `'CAPTURED', 'REFUNDED'`;

/** Food: what order, delivery and the provider say of one another. */
export const orderInvariants: readonly Invariant[] = [
  {
    name: 'cancelled-never-delivered',
    forbids: 'an order that is cancelled and whose delivery is not',
    promise: 'F7',
    holds: 'always',
    offenders: cancelledAndOnTheWay,
    spoil: {
      book: 'order',
      statement: `update orders set status = 'CANCELLED', reason = 'CUSTOMER' where id = ${aCompleted}`,
    },
  },
  {
    name: 'delivered-is-paid',
    forbids: 'a delivery that began though nothing was paid',
    promise: 'F2',
    holds: 'always',
    offenders: unmatched(
      ['delivery', 'select order_id from deliveries where started_at is not null'],
      ['sandbox', `select right(reference, 36) from charges where status = 'captured'`],
    ),
    spoil: { book: 'sandbox', statement: `update charges set reference = '모아 주문 ' || gen_random_uuid()` },
  },
  {
    name: 'arrived-is-paid-in-full',
    forbids: 'an order that arrived, and was not paid, or refunded',
    promise: 'F6',
    holds: 'always',
    offenders: unmatched(
      ['order', `select concat_ws(' ', id, total) from orders where status = 'COMPLETED'`],
      [
        'sandbox',
        `select concat_ws(' ', right(reference, 36), sum(amount - refunded)) from charges
         where status = 'captured' group by right(reference, 36)`,
      ],
    ),
    spoil: { book: 'sandbox', statement: `update charges set refunded = amount where status = 'captured'` },
  },
  {
    name: 'order-ended',
    forbids: 'an order that goes on',
    promise: 'F8',
    holds: 'settled',
    offenders: found('order', `select concat_ws(' ', id, status) from orders where status in ('ORDERED', 'PAID')`),
    spoil: { book: 'order', statement: `update orders set status = 'PAID' where id = ${aCompleted}` },
  },
  {
    name: 'arrived-was-brought',
    forbids: 'an order that arrived without a delivery, or the reverse',
    promise: 'F4',
    holds: 'settled',
    offenders: differing(
      ['order', `select id from orders where status = 'COMPLETED'`],
      ['delivery', `select order_id from deliveries where status = 'COMPLETED'`],
    ),
    spoil: {
      book: 'delivery',
      statement: `update deliveries set status = 'STARTED', completed_at = null where status = 'COMPLETED'`,
    },
  },
  {
    name: 'order-view-agrees',
    forbids: 'a page of an order that shows what is not so',
    promise: 'F12',
    holds: 'settled',
    async offenders(books, history) {
      const ofOrder = found(
        'order',
        `select orders.id from orders left join order_views on order_views.id = orders.id
         where (order_views.status, view->>'status', view->>'reason') is distinct from (orders.status, orders.status, orders.reason)`,
      );
      const ofDelivery = differing(viewed('deliveryStatus', `'STARTED', 'COMPLETED', 'CANCELLED'`), [
        'delivery',
        `select concat_ws(' ', order_id, status) from deliveries`,
      ]);
      const ofPayment = differing(viewed('paymentStatus', moneyMoved), [
        'pay',
        `select concat_ws(' ', order_id, state) from payments where order_id is not null and state in (${moneyMoved})`,
      ]);
      const each = [ofOrder, ofDelivery, ofPayment].map((offenders) => offenders(books, history));
      return (await Promise.all(each)).flat();
    },
    spoil: { book: 'order', statement: `update order_views set status = 'PAID' where id = ${aCompleted}` },
  },
];
