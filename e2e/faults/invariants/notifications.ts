import type { Books } from '../books.ts';
import type { History } from '../history.ts';
import { differing, found, type Invariant, type Lines, unmatched } from './invariant.ts';

/** What recipients were told of these kinds: whom, and of what. */
const told = (kinds: string, columns: string): Lines => [
  'notification',
  `select concat_ws(' ', recipient_id, ${columns}) from notifications where kind in (${kinds})`,
];
/** The fact's type and the id in it. */
const fact = `split_part(fact_key, ' ', 1), split_part(fact_key, ' ', 2)`;
const untell = (kind: string) => ({
  book: 'notification' as const,
  statement: `delete from notifications where kind = '${kind}'`,
});

/** Who has followed since before people began, without a break, by whom they follow. Those who came later may miss a plan. */
async function faithful({ rows }: Books, { operations }: History) {
  const first = operations.find(({ key }) => key !== undefined);
  const since = new Date(first?.at ?? Date.now()).toISOString();
  const fans = await rows<{ followee: string; fans: string[] }>(
    'follow',
    `select followee_id as followee, array_agg(follower_id::text) as fans from pairs
     where version = 1 and followed_at < '${since}' group by 1`,
  );
  return { since, fansOf: new Map(fans.map(({ followee, fans }) => [followee, fans])) };
}

async function fansNotTold(books: Books, history: History): Promise<readonly string[]> {
  const { since, fansOf } = await faithful(books, history);
  const plans = await books.rows<{ id: string; owner: string }>(
    'plan',
    `select id, owner_id as owner from plans where shared_at > '${since}'`,
  );
  const expected = plans.flatMap(({ id, owner }) => (fansOf.get(owner) ?? []).map((fan) => `${fan} ${id}`));
  const heard = new Set(await books.lines(...told(`'PLAN_SHARED'`, 'plan_id')));
  return expected.filter((line) => !heard.has(line));
}

/** Every fact that concerns somebody is told to them once: not twice, not never. */
export const notificationInvariants: readonly Invariant[] = [
  {
    name: 'told-once',
    forbids: 'a fact that one recipient was told twice',
    promise: 'P9',
    holds: 'always',
    offenders: found(
      'notification',
      `select concat_ws(' ', recipient_id, kind, fact_key) from notifications
       group by recipient_id, kind, fact_key having count(*) > 1
       union all select concat_ws(' ', recipient_id, kind, min(fact_key)) from notifications
       where kind in ('MEMBER_FOLLOWED', 'PLAN_SHARED', 'PLAN_HEARTED', 'RECOMMENDATION_READY', 'TOKENS_BOUGHT')
       group by recipient_id, kind, split_part(fact_key, ' ', 2), about_id having count(*) > 1`,
    ),
    spoil: {
      book: 'notification',
      statement: `insert into notifications
          (recipient_id, number, id, fact_key, kind, parameters, about_id, plan_id, created_at)
        select recipient_id, 1000000, gen_random_uuid(), fact_key || ' again', kind, parameters, about_id, plan_id, now()
        from notifications where kind = 'PLAN_SHARED' limit 1`,
    },
  },
  {
    name: 'mailbox-counted',
    forbids: 'a mailbox that is miscounted, or has gaps',
    promise: 'P10',
    holds: 'always',
    offenders: found(
      'notification',
      `select r.id from recipients r left join notifications n on n.recipient_id = r.id group by r.id
       having (last_number, last_number, unread_count) <>
         (count(n.id), coalesce(max(number), 0), count(n.id) filter (where read_at is null))`,
    ),
    spoil: { book: 'notification', statement: 'update notifications set read_at = now() where read_at is null' },
  },
  {
    name: 'order-news-told',
    forbids: 'an end or a refund of an order that its customer was not told of, or told of though there was none',
    promise: 'F11',
    holds: 'settled',
    async offenders(books, history) {
      const ends = differing(
        [
          'order',
          `select concat_ws(' ', customer_id, case status when 'COMPLETED' then 'OrderCompleted' else 'OrderCancelled' end, id)
           from orders where status in ('COMPLETED', 'CANCELLED')`,
        ],
        told(`'ORDER_COMPLETED', 'ORDER_CANCELLED'`, fact),
      );
      const refunds = differing(
        [
          'pay',
          `select concat_ws(' ', payer_id, 'PaymentRefunded', id) from payments
           where order_id is not null and state = 'REFUNDED'`,
        ],
        told(`'ORDER_REFUNDED'`, fact),
      );
      return [...(await ends(books, history)), ...(await refunds(books, history))];
    },
    spoil: untell('ORDER_COMPLETED'),
  },
  {
    name: 'ride-news-told',
    forbids: 'an end of a booking that its customer or driver was not told of, or told of though there was none',
    promise: 'T9',
    holds: 'settled',
    async offenders(books, history) {
      const customers = differing(
        [
          'taxi',
          `select concat_ws(' ', customer_id, case status when 'COMPLETED' then 'RideCompleted'
             when 'CANCELLED_BY_CUSTOMER' then 'TaxiCancelledByCustomer' else 'TaxiCancelledBySystem' end, id)
           from bookings where status in ('COMPLETED', 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM')`,
        ],
        told(`'RIDE_COMPLETED', 'TAXI_CANCELLED_BY_CUSTOMER', 'TAXI_CANCELLED_BY_SYSTEM'`, fact),
      );
      const drivers = differing(
        [
          'taxi',
          `select concat_ws(' ', driver_id, case status when 'COMPLETED' then 'RideCompleted' else 'TaxiCancelledByCustomer' end, id)
           from bookings where status in ('COMPLETED', 'CANCELLED_BY_CUSTOMER') and driver_id is not null`,
        ],
        told(`'DRIVER_RIDE_COMPLETED', 'DRIVER_RIDE_CANCELLED'`, fact),
      );
      return [...(await customers(books, history)), ...(await drivers(books, history))];
    },
    spoil: untell('DRIVER_RIDE_COMPLETED'),
  },
  {
    name: 'fans-told',
    forbids: 'a faithful follower who was not told of a shared plan',
    promise: 'P9',
    holds: 'settled',
    offenders: fansNotTold,
    spoil: untell('PLAN_SHARED'),
  },
  {
    name: 'known-followers-told',
    forbids: 'a follower who was known, and not told of a shared plan',
    promise: 'P9',
    holds: 'settled',
    offenders: found(
      'notification',
      `select concat_ws(' ', follower_id, p.id) from plans p join followers on followee_id = owner_id
       where is_shared and following and since < shared_at and not exists (
         select from notifications where recipient_id = follower_id and plan_id = p.id and kind = 'PLAN_SHARED')`,
    ),
    spoil: untell('PLAN_SHARED'),
  },
  {
    name: 'followed-told',
    forbids: 'a follower whom the followed one was not told of',
    promise: 'P9',
    holds: 'settled',
    offenders: unmatched(
      ['follow', `select concat_ws(' ', followee_id, follower_id) from pairs where number is not null`],
      told(`'MEMBER_FOLLOWED'`, 'about_id'),
    ),
    spoil: untell('MEMBER_FOLLOWED'),
  },
  {
    name: 'hearts-told',
    forbids: 'a heart that the owner was not told of, or told of though there was none',
    promise: 'P9',
    holds: 'settled',
    offenders: differing(
      [
        'plan',
        `select concat_ws(' ', owner_id, member_id, plan_id) from plan_hearts join plans on plans.id = plan_id
         where member_id <> owner_id`,
      ],
      told(`'PLAN_HEARTED'`, 'about_id, plan_id'),
    ),
    spoil: untell('PLAN_HEARTED'),
  },
  {
    name: 'recommendations-told',
    forbids: 'an end of a recommendation that was not told, or told though there was none',
    promise: 'P4',
    holds: 'settled',
    offenders: differing(
      [
        'plan',
        `select concat_ws(' ', member_id, case state when 'READY' then 'RecommendationReady' else 'RecommendationFailed' end, id)
         from recommendations where state in ('READY', 'FAILED')`,
      ],
      told(`'RECOMMENDATION_READY', 'RECOMMENDATION_FAILED'`, fact),
    ),
    spoil: untell('RECOMMENDATION_READY'),
  },
  {
    name: 'purchases-told',
    forbids: 'a purchase that was not told, or told though there was none',
    promise: 'P7',
    holds: 'settled',
    offenders: differing(
      [
        'pay',
        `select concat_ws(' ', payer_id, 'TokensBought', purchase_id) from payments
         where purchase_id is not null and state = 'CAPTURED'`,
      ],
      told(`'TOKENS_BOUGHT'`, fact),
    ),
    spoil: untell('TOKENS_BOUGHT'),
  },
];
