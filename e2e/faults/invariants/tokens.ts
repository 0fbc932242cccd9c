import { found, type Invariant, type Lines, unmatched } from './invariant.ts';

const aReady = `(select id from recommendations where state = 'READY' limit 1)`;

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

/** The ledger of tokens, and what they were spent on. */
export const tokenInvariants: readonly Invariant[] = [
  {
    name: 'balance-is-its-entries',
    forbids: 'a balance that is not the sum of its entries',
    promise: 'P7',
    holds: 'always',
    offenders: found(
      'pay',
      `select member_id from token_accounts a where balance <>
         (select coalesce(sum(amount), 0) from token_entries e where e.member_id = a.member_id and account = 'MEMBER')`,
    ),
    spoil: { book: 'pay', statement: 'update token_accounts set balance = balance + 1' },
  },
  {
    name: 'balance-not-below-zero',
    forbids: 'a balance below zero',
    promise: 'P6',
    holds: 'always',
    offenders: found('pay', 'select member_id from token_accounts where balance < 0'),
    spoil: {
      book: 'pay',
      statement: `alter table token_accounts drop constraint token_accounts_balance_check;
        update token_accounts set balance = -1`,
    },
  },
  {
    name: 'ledger-sums-to-zero',
    forbids: 'a movement of tokens that does not sum to zero',
    promise: 'P7',
    holds: 'always',
    offenders: found('pay', 'select movement_id from token_entries group by 1 having sum(amount) <> 0'),
    spoil: {
      book: 'pay',
      statement: `delete from token_entries where account = 'WELCOME'
        and movement_id = (select movement_id from token_entries where kind = 'WELCOME' limit 1)`,
    },
  },
  {
    name: 'welcomed-once',
    forbids: 'a member who was not welcomed with five tokens, once',
    promise: 'P7',
    holds: 'always',
    offenders: found(
      'pay',
      `select member_id from token_accounts a where (
         select array_agg(amount) from token_entries e
         where e.member_id = a.member_id and kind = 'WELCOME' and account = 'MEMBER'
       ) is distinct from array[5]`,
    ),
    spoil: {
      book: 'pay',
      statement: `update token_entries set amount = 6 where kind = 'WELCOME' and account = 'MEMBER'`,
    },
  },
  {
    name: 'recommendation-has-its-plan',
    forbids: 'a READY recommendation without exactly one plan',
    promise: 'P4',
    holds: 'always',
    offenders: found(
      'plan',
      `select r.id from recommendations r full join plans p on p.recommendation_id = r.id
       where (state = 'READY' or recommendation_id is not null)
         and (p.id, p.owner_id) is distinct from (r.plan_id, r.member_id)`,
    ),
    spoil: { book: 'plan', statement: `delete from plans where recommendation_id = ${aReady}` },
  },
  {
    name: 'recommendation-ended',
    forbids: 'a recommendation that goes on',
    promise: 'P4',
    holds: 'settled',
    offenders: found(
      'plan',
      `select concat_ws(' ', id, state) from recommendations where state in ('REQUESTED', 'RESERVED')`,
    ),
    spoil: {
      book: 'plan',
      statement: `update recommendations set state = 'RESERVED', plan_id = null where id = ${aReady}`,
    },
  },
  {
    name: 'recommendation-cost-one-token',
    forbids: 'a READY recommendation without exactly one token spent',
    promise: 'P6',
    holds: 'settled',
    offenders: unmatched(tokensDue, tokensKept),
    spoil: {
      book: 'pay',
      statement: `delete from token_entries where kind = 'CAPTURE' and reference =
        (select recommendation_id from token_reservations where state = 'CAPTURED' limit 1)`,
    },
  },
  {
    name: 'token-given-back',
    forbids: 'a token kept for anything but a READY recommendation',
    promise: 'P6',
    holds: 'settled',
    offenders: unmatched(tokensKept, tokensDue),
    spoil: {
      book: 'plan',
      statement: `update recommendations set state = 'FAILED', plan_id = null, reason = 'NO_TREND' where id = ${aReady}`,
    },
  },
  {
    name: 'purchase-booked-once',
    forbids: 'a paid purchase whose tokens were not booked once, or tokens that nobody paid',
    promise: 'P7',
    holds: 'always',
    offenders: found(
      'pay',
      `select coalesce(p.purchase_id, e.reference)
       from (select * from payments where purchase_id is not null and state = 'CAPTURED') p
       full join (select * from token_entries where kind = 'PURCHASE' and account = 'MEMBER') e on e.reference = p.purchase_id
       where (p.tokens, p.payer_id) is distinct from (e.amount, e.member_id)`,
    ),
    spoil: { book: 'pay', statement: `delete from token_entries where kind = 'PURCHASE'` },
  },
];
