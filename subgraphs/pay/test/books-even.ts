import pg from 'pg';
import { expect } from 'vitest';

/** What must never be found in the token ledger, whatever happened. */
const faults = {
  'a movement that has not two lines, or whose lines are not even': `
    select movement_id::text as id from token_entries group by movement_id
    having count(*) <> 2 or sum(amount) <> 0 or count(distinct (member_id, number, kind, reference)) <> 1`,
  'a balance that is not the sum of its entries': `
    select member_id::text as id from token_accounts account
    where balance <> (select coalesce(sum(amount), 0) from token_entries entry
                      where entry.member_id = account.member_id and entry.account = 'MEMBER')`,
  'an account whose movements are not counted one by one': `
    select member_id::text as id from token_accounts account
    where array(select distinct number from token_entries entry where entry.member_id = account.member_id order by number)
      <> array(select generate_series(1, movements))`,
  'tokens set aside, or spent, that are not those of the recommendations': `
    select coalesce(books.member_id, reservations.member_id)::text as id
    from (select member_id, sum(amount) filter (where account = 'RESERVED') as reserved,
            sum(amount) filter (where account = 'SPENT') as spent
          from token_entries where account in ('RESERVED', 'SPENT') group by member_id) as books
    full join (select member_id, count(*) filter (where state = 'RESERVED') as reserved,
                 count(*) filter (where state = 'CAPTURED') as spent
               from token_reservations group by member_id) as reservations using (member_id)
    where (coalesce(books.reserved, 0), coalesce(books.spent, 0))
      <> (coalesce(reservations.reserved, 0), coalesce(reservations.spent, 0))`,
  'a purchase that was paid for and not booked, or booked and not paid for': `
    select coalesce(purchase_id, reference)::text as id
    from (select purchase_id, payer_id, tokens from payments where purchase_id is not null and state = 'CAPTURED') as paid
    full join (select reference, member_id, amount from token_entries where kind = 'PURCHASE' and account = 'MEMBER') as booked
      on (purchase_id, payer_id, tokens) = (reference, member_id, amount)
    where purchase_id is null or reference is null`,
};

/** Asks the tables themselves whether the token ledger of this database is even. */
export async function expectEvenBooks(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [fault, query] of Object.entries(faults)) {
      const { rows } = await client.query(query);
      expect(rows, fault).toEqual([]);
    }
  } finally {
    await client.end();
  }
}
