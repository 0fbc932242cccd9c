import {
  differing,
  found,
  type Lines,
  type SocialBooks,
  type SocialPart,
  type SocialRule,
  unmatched,
} from './social-audit.ts';

const aReady = `(select id from recommendations where state = 'READY' limit 1)`;
const aFollower = `(select follower_id, followee_id from pairs where number is not null limit 1)`;

/** Each says something of one book alone, so it is true at any moment. */
export const socialRulesAtAnyMoment: readonly SocialRule[] = [
  {
    forbids: 'a balance that is not the sum of its entries',
    offenders: found(
      'pay',
      `select member_id from token_accounts a where balance <>
         (select coalesce(sum(amount), 0) from token_entries e where e.member_id = a.member_id and account = 'MEMBER')`,
    ),
    spoil: { part: 'pay', statement: 'update token_accounts set balance = balance + 1' },
  },
  {
    forbids: 'a balance below zero',
    offenders: found('pay', 'select member_id from token_accounts where balance < 0'),
    spoil: {
      part: 'pay',
      statement: `alter table token_accounts drop constraint token_accounts_balance_check;
        update token_accounts set balance = -1`,
    },
  },
  {
    forbids: 'a movement that does not sum to zero',
    offenders: found('pay', 'select movement_id from token_entries group by movement_id having sum(amount) <> 0'),
    spoil: {
      part: 'pay',
      statement: `delete from token_entries where account = 'WELCOME'
        and movement_id = (select movement_id from token_entries where kind = 'WELCOME' limit 1)`,
    },
  },
  {
    forbids: 'a member who was not welcomed with five tokens, once',
    offenders: found(
      'pay',
      `select member_id from token_accounts a where (
         select array_agg(amount) from token_entries e
         where e.member_id = a.member_id and kind = 'WELCOME' and account = 'MEMBER'
       ) is distinct from array[5]`,
    ),
    spoil: {
      part: 'pay',
      statement: `update token_entries set amount = 6 where kind = 'WELCOME' and account = 'MEMBER'`,
    },
  },
  {
    forbids: 'a READY recommendation without exactly one plan',
    offenders: found(
      'plan',
      `select r.id from recommendations r full join plans p on p.recommendation_id = r.id
       where (state = 'READY' or recommendation_id is not null)
         and (p.id, p.owner_id) is distinct from (r.plan_id, r.member_id)`,
    ),
    spoil: { part: 'plan', statement: `delete from plans where recommendation_id = ${aReady}` },
  },
  {
    forbids: 'hearts that are miscounted',
    offenders: found(
      'plan',
      `select id from plans where heart_count <>
         (select count(*) from plan_hearts where plan_id = plans.id and hearted_at is not null)`,
    ),
    spoil: { part: 'plan', statement: 'update plans set heart_count = heart_count + 1 where heart_count > 0' },
  },
  {
    forbids: 'followers that are miscounted',
    offenders: found(
      'follow',
      `select id from members where (follower_count, following_count) <> (
         (select count(*) from pairs where followee_id = members.id and number is not null),
         (select count(*) from pairs where follower_id = members.id and number is not null))`,
    ),
    spoil: {
      part: 'follow',
      statement: `delete from pairs where (follower_id, followee_id) = ${aFollower}`,
    },
  },
  {
    forbids: 'a mailbox that is miscounted',
    offenders: found(
      'notification',
      `select r.id from recipients r left join notifications n on n.recipient_id = r.id group by r.id
       having (last_number, last_number, unread_count) <>
         (count(n.id), coalesce(max(number), 0), count(n.id) filter (where read_at is null))`,
    ),
    spoil: {
      part: 'notification',
      statement: 'update notifications set read_at = now() where read_at is null',
    },
  },
  {
    forbids: 'a fact that one recipient was told twice',
    offenders: found(
      'notification',
      `select recipient_id || ' ' || min(fact_key) from notifications
       group by recipient_id, kind, split_part(fact_key, ' ', 2), about_id having count(*) > 1`,
    ),
    spoil: {
      part: 'notification',
      statement: `insert into notifications
          (recipient_id, number, id, fact_key, kind, parameters, about_id, plan_id, created_at)
        select recipient_id, 1000000, gen_random_uuid(), fact_key || ' again', kind, parameters, about_id, plan_id, now()
        from notifications where kind = 'PLAN_SHARED' limit 1`,
    },
  },
];

/** Of what a recommendation's token became, what is not as if it had never been asked for: ever set aside and given back, or refused. */
const tokensKept: Lines = [
  'pay',
  `select * from (
     select concat_ws(' ', recommendation_id, r.member_id, state, (
       select string_agg(kind, ' ' order by kind) from token_entries
       where reference = recommendation_id and account = 'RESERVED' and token_entries.member_id = r.member_id
     )) as line from token_reservations r
   ) as tokens where line !~ ' (RELEASED RELEASE RESERVATION|RELEASED|REFUSED)$'`,
];
const tokensDue: Lines = [
  'plan',
  `select concat_ws(' ', id, member_id, 'CAPTURED CAPTURE RESERVATION') from recommendations where state = 'READY'`,
];

const follows: Lines = [
  'follow',
  `select concat_ws(' ', follower_id, followee_id, version, number is not null) from pairs`,
];
const captured = `from payments where purchase_id is not null and state = 'CAPTURED'`;

/** What recipients were told of these kinds: whom, which fact, of what. */
const told = (kinds: string, columns: string): Lines => [
  'notification',
  `select concat_ws(' ', recipient_id, ${columns}) from notifications where kind in (${kinds})`,
];
const subject = `split_part(fact_key, ' ', 1), split_part(fact_key, ' ', 2)`;
const untell = (kind: string) => ({
  part: 'notification' as const,
  statement: `delete from notifications where id = (select id from notifications where kind = '${kind}' limit 1)`,
});

const unsent = (part: SocialPart): SocialRule => ({
  forbids: `a message of ${part}’s that was not sent for 60 s`,
  offenders: found(
    part,
    `select id::text from outbox where sent_at is null and created_at < now() - interval '60 seconds'`,
  ),
  spoil: {
    part,
    statement: `insert into outbox (kind, topic, payload, created_at)
      values ('live', 'nobody', '{}', now() - interval '2 minutes')`,
  },
});

/** True when everything has come to rest. `since`: whoever followed before then, and still does, has heard of every plan that was shared later. */
export const socialRulesAtRest = (since: Date): readonly SocialRule[] => [
  ...socialRulesAtAnyMoment,
  {
    forbids: 'a recommendation that goes on',
    offenders: found('plan', `select id from recommendations where state in ('REQUESTED', 'RESERVED')`),
    spoil: {
      part: 'plan',
      statement: `update recommendations set state = 'RESERVED', plan_id = null where id = ${aReady}`,
    },
  },
  {
    forbids: 'a READY recommendation without exactly one token spent',
    offenders: unmatched(tokensDue, tokensKept),
    spoil: {
      part: 'pay',
      statement: `delete from token_entries where kind = 'CAPTURE' and reference =
        (select recommendation_id from token_reservations where state = 'CAPTURED' limit 1)`,
    },
  },
  {
    forbids: 'a token kept for anything but a READY recommendation',
    offenders: unmatched(tokensKept, tokensDue),
    spoil: {
      part: 'plan',
      statement: `update recommendations set state = 'FAILED', plan_id = null, reason = 'NO_TREND' where id = ${aReady}`,
    },
  },
  {
    forbids: 'a purchase that goes on',
    offenders: found(
      'pay',
      `select p.id from token_purchases p left join payments on purchase_id = p.id
       where coalesce(state, '') not in ('CAPTURED', 'REFUSED')`,
    ),
    spoil: {
      part: 'pay',
      statement: `delete from payments where id = (select id ${captured} limit 1)`,
    },
  },
  {
    forbids: 'a purchase whose money is not what the provider took, once',
    offenders: differing(
      ['pay', `select concat_ws(' ', purchase_id, 500 * tokens, amount) ${captured}`],
      [
        'sandbox',
        `select concat_ws(' ', right(reference, 36), string_agg((amount - refunded)::text, '+'), sum(amount))
         from charges where status = 'captured' group by right(reference, 36)`,
      ],
    ),
    spoil: {
      part: 'sandbox',
      statement: `insert into charges (id, idempotency_key, token, amount, reference, status)
        select 'again', 'again', token, amount, reference, status from charges where status = 'captured' limit 1`,
    },
  },
  {
    forbids: 'a purchase whose tokens were not booked once',
    offenders: found(
      'pay',
      `select coalesce(p.purchase_id, e.reference)
       from (select * ${captured}) p
       full join (select * from token_entries where kind = 'PURCHASE' and account = 'MEMBER') e on e.reference = p.purchase_id
       where (p.tokens, p.payer_id) is distinct from (e.amount, e.member_id)`,
    ),
    spoil: { part: 'pay', statement: `delete from token_entries where kind = 'PURCHASE'` },
  },
  {
    forbids: 'followers that notification has otherwise',
    offenders: differing(follows, [
      'notification',
      `select concat_ws(' ', follower_id, followee_id, pair_version, following) from followers`,
    ]),
    spoil: { part: 'notification', statement: 'update followers set following = not following' },
  },
  {
    forbids: 'followers that plan has otherwise',
    offenders: differing(follows, [
      'plan',
      `select concat_ws(' ', follower_id, followee_id, version, following) from follow_pairs`,
    ]),
    spoil: { part: 'plan', statement: 'delete from follow_pairs' },
  },
  {
    forbids: 'a ranking that is not that of the followers',
    offenders: differing(
      ['follow', `select concat_ws(' ', id, follower_count) from members where follower_count > 0`],
      ['plan', `select concat_ws(' ', member_id, followers) from follower_counts where followers > 0`],
    ),
    spoil: { part: 'plan', statement: 'update follower_counts set followers = followers + 1' },
  },
  {
    forbids: 'a faithful follower who was not told of a shared plan',
    async offenders(books) {
      const fans = await fansOf(books, since);
      const { rows } = await books.plan.query<{ id: string; owner: string }>(
        'select id, owner_id as owner from plans where shared_at > $1',
        [since],
      );
      const expected = rows.flatMap(({ id, owner }) => (fans.get(owner) ?? []).map((fan) => `${fan} ${id}`));
      const lines = await found(...told(`'PLAN_SHARED'`, 'plan_id'))(books);
      const heard = new Set(lines);
      return expected.filter((line) => !heard.has(line));
    },
    spoil: { part: 'notification', statement: `delete from notifications where kind = 'PLAN_SHARED'` },
  },
  {
    forbids: 'a follower who was known, and not told of a shared plan',
    offenders: found(
      'notification',
      `select concat_ws(' ', follower_id, p.id) from plans p join followers on followee_id = owner_id
       where is_shared and following and since < shared_at and not exists (
         select from notifications where recipient_id = follower_id and plan_id = p.id and kind = 'PLAN_SHARED')`,
    ),
    spoil: { part: 'notification', statement: `delete from notifications where kind = 'PLAN_SHARED'` },
  },
  {
    forbids: 'a follower whom the followed one was not told of',
    offenders: unmatched(
      ['follow', `select concat_ws(' ', followee_id, follower_id) from pairs where number is not null`],
      told(`'MEMBER_FOLLOWED'`, 'about_id'),
    ),
    spoil: { part: 'notification', statement: `delete from notifications where kind = 'MEMBER_FOLLOWED'` },
  },
  {
    forbids: 'a heart that the owner was not told of, or told of though there was none',
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
    forbids: 'a recommendation whose end was not told, or another one was',
    offenders: differing(
      [
        'plan',
        `select concat_ws(' ', member_id, case state when 'READY' then 'RecommendationReady' else 'RecommendationFailed' end, id)
         from recommendations where state in ('READY', 'FAILED')`,
      ],
      told(`'RECOMMENDATION_READY', 'RECOMMENDATION_FAILED'`, subject),
    ),
    spoil: untell('RECOMMENDATION_READY'),
  },
  {
    forbids: 'a purchase that was not told, or told though there was none',
    offenders: differing(
      ['pay', `select concat_ws(' ', payer_id, 'TokensBought', purchase_id) ${captured}`],
      told(`'TOKENS_BOUGHT'`, subject),
    ),
    spoil: untell('TOKENS_BOUGHT'),
  },
  ...(['pay', 'plan', 'follow', 'notification'] as const).map(unsent),
];

/** By who is followed: who followed them once, before the moment, and ever since. */
async function fansOf({ follow }: SocialBooks, since: Date): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await follow.query<{ followee: string; fans: string[] }>(
    `select followee_id as followee, array_agg(follower_id::text) as fans from pairs
     where version = 1 and followed_at < $1 group by 1`,
    [since],
  );
  return new Map(rows.map(({ followee, fans }) => [followee, fans]));
}
