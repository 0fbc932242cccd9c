import { randomUUIDv7 } from 'node:crypto';
import pg from 'pg';

/** Somebody with followers, and somebody who has nothing to do with them. */
export type Town = { readonly ownerId: string; readonly strangerId: string; readonly followers: number };

const chunk = 25_000;

/** Fills the tables of an empty database: every second follower was told something before. */
export async function seedTown(url: string, followers: number, signal: AbortSignal): Promise<Town> {
  const town: Town = { ownerId: randomUUIDv7(), strangerId: randomUUIDv7(), followers };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`insert into recipients (id, profile_version, name) values ($1, 1, '지민')`, [town.ownerId]);
    for (let from = 1; from <= followers; from += chunk) {
      signal.throwIfAborted();
      await client.query(
        `with follower as (
           insert into followers (followee_id, follower_id, pair_version, following)
           select $1, gen_random_uuid(), 1, true from generate_series($2::integer, $3::integer) returning follower_id, since
         ), known as (
           insert into recipients (id, profile_version, name, last_number, unread_count)
           select follower_id, 1, '회원 ' || since, 1, 1 from follower where since % 2 = 0 returning id
         )
         insert into notifications (recipient_id, number, id, fact_key, kind, parameters, created_at)
         select id, 1, uuidv7(), 'seed', 'ORDER_PAID', '{}', now() from known`,
        [town.ownerId, from, Math.min(from + chunk - 1, followers)],
      );
    }
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
  return town;
}
