import pg from 'pg';
import type { Place } from './place.ts';

/** What stands in the books when all is over. */
export type Books = {
  readonly bookings: number;
  readonly completed: number;
  /** Bookings that were neither dispatched nor cancelled within 60 s. */
  readonly unanswered: number;
  /** Seconds from the request to the answer, at most. */
  readonly longestSeconds: number;
  /** Completed rides without exactly one charge of their fare, and charges without a completed ride. */
  readonly wronglyCharged: number;
};

/** Reads taxi's books and the provider's beside each other. */
export async function readBooks({ databaseUrl }: Place): Promise<Books> {
  type Row = { bookings: number; completed: number; unanswered: number; longest: number };
  const [row] = await read<Row>(
    databaseUrl('taxi'),
    `select count(*)::int as bookings, count(*) filter (where status = 'COMPLETED')::int as completed,
       count(*) filter (where waited > interval '60 seconds')::int as unanswered,
       coalesce(extract(epoch from max(waited)), 0)::float as longest
     from (select status, coalesce(least(dispatched_at, cancel_requested_at, cancelled_at), now()) - requested_at as waited
       from bookings) as answered`,
  );
  const rides = await read<{ id: string; fare: number }>(
    databaseUrl('taxi'),
    `select id, (bill->>'fare')::int as fare from bookings where status = 'COMPLETED'`,
  );
  const charges = await read<{ id: string; amounts: number[] }>(
    databaseUrl('sandbox'),
    `select right(reference, 36) as id, array_agg(amount) as amounts from charges where status = 'captured' group by 1`,
  );
  const fares = new Map(rides.map(({ id, fare }) => [id, fare]));
  const amounts = new Map(charges.map(({ id, amounts: all }) => [id, all]));
  const unpaid = [...fares].filter(([id, fare]) => amounts.get(id)?.join() !== String(fare));
  const stray = [...amounts.keys()].filter((id) => !fares.has(id));
  return {
    bookings: row?.bookings ?? 0,
    completed: row?.completed ?? 0,
    unanswered: row?.unanswered ?? 0,
    longestSeconds: row?.longest ?? 0,
    wronglyCharged: unpaid.length + stray.length,
  };
}

async function read<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
