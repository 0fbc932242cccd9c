import type { Books } from '../books.ts';
import { differing, found, type Invariant, type Lines, unmatched } from './invariant.ts';

/** What the provider took for an order, a ride or a purchase: its own words for that end with the id. */
const subject = 'right(reference, 36)';
const aCapture = `(select id from charges where status = 'captured' and refunded = 0 limit 1)`;

/** What was paid for and stands, by order, ride and purchase. */
const sold: readonly Lines[] = [
  ['order', `select concat_ws(' ', id, total) from orders where status = 'COMPLETED'`],
  ['taxi', `select concat_ws(' ', id, bill->>'fare') from bookings where status = 'COMPLETED'`],
  [
    'pay',
    `select concat_ws(' ', purchase_id, 500 * tokens) from payments where purchase_id is not null and state = 'CAPTURED'`,
  ],
];
/** What the provider took and did not give back. */
const kept: Lines = [
  'sandbox',
  `select concat_ws(' ', ${subject}, sum(amount - refunded)) from charges
   where status = 'captured' group by ${subject} having sum(amount - refunded) <> 0`,
];

async function soldOrKeptAlone(books: Books): Promise<readonly string[]> {
  const said = (await Promise.all(sold.map((lines) => books.lines(...lines)))).flat();
  const had = await books.lines(...kept);
  const [saidOnes, hadOnes] = [new Set(said), new Set(had)];
  return [
    ...said.filter((line) => !hadOnes.has(line)).map((line) => `${line} won, sold and not kept`),
    ...had.filter((line) => !saidOnes.has(line)).map((line) => `${line} won, kept and not sold`),
  ];
}

/** Each paid order and its ends: deliveries that arrived, and refunds. */
async function endsOfPaidOrders(books: Books): Promise<readonly string[]> {
  const orders = new Set(await books.lines('order', 'select id from orders'));
  const paid = await books.rows<{ id: string; refunds: number }>(
    'sandbox',
    `select ${subject} as id, count(refunds.id)::integer as refunds
     from charges left join refunds on charge_id = charges.id where status = 'captured' group by 1`,
  );
  const delivered = new Set(
    await books.lines('delivery', `select order_id from deliveries where status = 'COMPLETED'`),
  );
  return paid
    .filter(({ id, refunds }) => orders.has(id) && refunds + Number(delivered.has(id)) !== 1)
    .map(({ id, refunds }) => `${id}: ${delivered.has(id) ? 'one delivery' : 'no delivery'}, ${refunds} refunds`);
}

/** Won: what the provider's books say against everybody else's. */
export const moneyInvariants: readonly Invariant[] = [
  {
    name: 'charged-once',
    forbids: 'an order, a ride or a purchase that was charged twice',
    promise: 'T7',
    holds: 'always',
    offenders: found(
      'sandbox',
      `select ${subject} from charges where status = 'captured' group by 1 having count(*) > 1`,
    ),
    spoil: {
      book: 'sandbox',
      statement: `insert into charges (id, idempotency_key, token, amount, reference, status)
        select 'again', 'again', token, amount, reference, status from charges where id = ${aCapture}`,
    },
  },
  {
    name: 'money-adds-up',
    forbids: 'money kept that is not the price of an order that arrived, a ride that ended or tokens that were bought',
    promise: 'N1',
    holds: 'settled',
    offenders: soldOrKeptAlone,
    spoil: { book: 'sandbox', statement: `update charges set refunded = 1 where id = ${aCapture}` },
  },
  {
    name: 'one-delivery-or-one-refund',
    forbids: 'a paid order without exactly one end, a delivery or a refund',
    promise: 'F5',
    holds: 'settled',
    offenders: endsOfPaidOrders,
    spoil: { book: 'sandbox', statement: 'delete from refunds' },
  },
  {
    name: 'payments-agree',
    forbids: 'a payment that the provider has otherwise',
    promise: 'N1',
    holds: 'settled',
    offenders: differing(
      [
        'pay',
        `select concat_ws(' ', charge_id, amount, case state when 'REFUNDED' then amount else 0 end)
         from payments where charge_id is not null`,
      ],
      ['sandbox', `select concat_ws(' ', id, amount, refunded) from charges where status = 'captured'`],
    ),
    spoil: { book: 'pay', statement: `update payments set amount = amount + 1 where state = 'CAPTURED'` },
  },
  {
    name: 'payment-ended',
    forbids: 'a payment that goes on',
    promise: 'F2',
    holds: 'settled',
    offenders: found(
      'pay',
      `select concat_ws(' ', id, state) from payments where state in ('PENDING', 'VOIDING', 'REFUNDING')`,
    ),
    spoil: {
      book: 'pay',
      statement: `update payments set state = 'PENDING', charge_id = null where state = 'CAPTURED' and payment_method_id is not null`,
    },
  },
  {
    name: 'purchase-paid',
    forbids: 'a purchase of tokens without a payment that ended',
    promise: 'P7',
    holds: 'settled',
    offenders: unmatched(
      ['pay', 'select id from token_purchases'],
      ['pay', `select purchase_id from payments where purchase_id is not null and state in ('CAPTURED', 'REFUSED')`],
    ),
    spoil: { book: 'pay', statement: 'delete from payments where purchase_id is not null' },
  },
];
