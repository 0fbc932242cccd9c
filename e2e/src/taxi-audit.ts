import pg from 'pg';
import type { Place } from './place.ts';

/** The books of a place, as nobody in Moa may read them together. */
export type TaxiBooks = Readonly<Record<'taxi' | 'pay' | 'sandbox', pg.Client>> & {
  readonly close: () => Promise<void>;
};

/** Something that must never be. */
export type TaxiRule = {
  readonly forbids: string;
  /** The rows that break it, by their ids. */
  readonly offenders: (books: TaxiBooks) => Promise<readonly string[]>;
  /** Breaks it in the books of rides that ended well, so that one sees it found. */
  readonly spoil: { readonly part: 'taxi' | 'pay' | 'sandbox'; readonly statement: string };
};

export async function openTaxiBooks({ databases }: Place): Promise<TaxiBooks> {
  const open = async (part: string) => {
    const client = new pg.Client({ connectionString: databases[part] });
    await client.connect();
    return client;
  };
  const [taxi, pay, sandbox] = await Promise.all([open('taxi'), open('pay'), open('sandbox')]);
  return { taxi, pay, sandbox, close: async () => void (await Promise.all([taxi.end(), pay.end(), sandbox.end()])) };
}

const idsOf = async (client: pg.Client, query: string): Promise<readonly string[]> =>
  (await client.query<{ id: string }>(query)).rows.map(({ id }) => id);

/** The rows that a query finds in one of the books. */
const found =
  (part: 'taxi' | 'pay' | 'sandbox', query: string): TaxiRule['offenders'] =>
  (books) =>
    idsOf(books[part], query);

const withDriver = `status in ('DISPATCHED', 'IN_RIDE', 'CANCEL_REQUESTED') and driver_id is not null`;
const aCompleted = `(select id from bookings where status = 'COMPLETED' limit 1)`;
const unsent = `select id::text from outbox where sent_at is null and created_at < now() - interval '60 seconds'`;
const unsend = `insert into outbox (kind, topic, payload, created_at)
  values ('live', 'nobody', '{}', now() - interval '2 minutes')`;

/** True at any moment. */
export const taxiRulesAtAnyMoment: readonly TaxiRule[] = [
  {
    forbids: 'a driver with two live rides',
    offenders: found(
      'taxi',
      `select driver_id as id from bookings where ${withDriver} group by driver_id having count(*) > 1`,
    ),
    spoil: {
      part: 'taxi',
      statement: `drop index bookings_live_of_driver; drop index bookings_live_of_customer;
        update bookings set status = 'IN_RIDE', payment_id = null, completed_at = null,
          driver_id = (select driver_id from bookings where status = 'COMPLETED' limit 1)
        where id in (select id from bookings where status = 'COMPLETED' limit 2)`,
    },
  },
  {
    forbids: 'a ride COMPLETED without exactly one captured charge of its fare',
    async offenders(books) {
      // Taxi's books first: what is completed there was charged before.
      const rides = await completedRides(books);
      const charges = await capturedCharges(books);
      return [...rides].filter(([id, fare]) => charges.get(id)?.join() !== String(fare)).map(([id]) => id);
    },
    spoil: {
      part: 'sandbox',
      statement: `update charges set status = 'declined', decline_code = 'x', decline_message = 'x'
        where id = (select id from charges where status = 'captured' limit 1)`,
    },
  },
  {
    forbids: 'a driver whose row contradicts the bookings and offers',
    offenders: found(
      'taxi',
      `select drivers.id from drivers
         left join bookings on bookings.id = drivers.booking_id and bookings.driver_id = drivers.id and ${withDriver}
         left join offers on offers.id = drivers.offer_id and offers.driver_id = drivers.id and offers.status = 'OPEN'
       where (state = 'BOOKED') <> (bookings.id is not null) or (state = 'OFFERED') <> (offers.id is not null)
       union select driver_id from bookings
       where ${withDriver} and not exists (select from drivers where drivers.booking_id = bookings.id)
       union select driver_id from offers
       where status = 'OPEN' and not exists (select from drivers where drivers.offer_id = offers.id)`,
    ),
    spoil: {
      part: 'taxi',
      statement: `update drivers set state = 'BOOKED', offer_id = null, booking_id = ${aCompleted}
        where id = (select driver_id from bookings where status = 'COMPLETED' limit 1)`,
    },
  },
  {
    forbids: 'a booking that was not answered within 60 s',
    offenders: found(
      'taxi',
      `select id from bookings
       where coalesce(least(dispatched_at, cancel_requested_at, cancelled_at), now()) > requested_at + interval '60 seconds'`,
    ),
    spoil: {
      part: 'taxi',
      statement: `update bookings set requested_at = requested_at - interval '5 minutes' where id = ${aCompleted}`,
    },
  },
];

/** True when everything has come to rest. */
export const taxiRulesAtRest: readonly TaxiRule[] = [
  ...taxiRulesAtAnyMoment,
  {
    forbids: 'a booking that goes on',
    offenders: found(
      'taxi',
      `select id from bookings where status not in ('COMPLETED', 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM')`,
    ),
    spoil: {
      part: 'taxi',
      statement: `update bookings set status = 'IN_RIDE', payment_id = null, completed_at = null where id = ${aCompleted}`,
    },
  },
  {
    forbids: 'an offer that is open after its time',
    offenders: found('taxi', `select id from offers where status = 'OPEN' and expires_at < now()`),
    spoil: {
      part: 'taxi',
      statement: `update offers set status = 'OPEN', expires_at = now() - interval '1 second'
        where id = (select id from offers limit 1)`,
    },
  },
  {
    forbids: 'a charge for anything but a completed ride',
    async offenders(books) {
      const charges = await capturedCharges(books);
      const rides = await completedRides(books);
      return [...charges.keys()].filter((id) => !rides.has(id));
    },
    spoil: {
      part: 'sandbox',
      statement: `update charges set reference = '모아 택시 ' || gen_random_uuid()
        where id = (select id from charges where status = 'captured' limit 1)`,
    },
  },
  {
    forbids: 'a message of taxi’s that was not sent for 60 s',
    offenders: found('taxi', unsent),
    spoil: { part: 'taxi', statement: unsend },
  },
  {
    forbids: 'a message of pay’s that was not sent for 60 s',
    offenders: found('pay', unsent),
    spoil: { part: 'pay', statement: unsend },
  },
  {
    forbids: 'a ride history that disagrees with the booking',
    offenders: found(
      'taxi',
      `select id from bookings left join ride_history on booking_id = id
       where record->'progress'->>'status' is distinct from status
         or (record->>'driverId')::uuid is distinct from bookings.driver_id
         or (record->>'fare')::integer is distinct from (bill->>'fare')::integer
         or (record->>'payment' is not distinct from 'CAPTURED') <> (status = 'COMPLETED')`,
    ),
    spoil: {
      part: 'taxi',
      statement: `update ride_history set record = jsonb_set(record, '{progress,status}', '"IN_RIDE"')
        where booking_id = ${aCompleted}`,
    },
  },
];

/** What is wrong, in words; nothing when all is well. */
export async function faultsInTaxi(books: TaxiBooks, rules: readonly TaxiRule[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { forbids, offenders } of rules) {
    for (const id of await offenders(books)) faults.push(`${forbids}: ${id}`);
  }
  return faults;
}

/** The rules that do not notice when they are broken. The books stay as they are. */
export async function blindRules(books: TaxiBooks, rules: readonly TaxiRule[]): Promise<readonly string[]> {
  const blind: string[] = [];
  for (const { forbids, offenders, spoil } of rules) {
    await books[spoil.part].query('begin');
    await books[spoil.part].query(spoil.statement);
    if ((await offenders(books)).length === 0) blind.push(forbids);
    await books[spoil.part].query('rollback');
  }
  return blind;
}

async function completedRides({ taxi }: TaxiBooks): Promise<ReadonlyMap<string, number>> {
  const { rows } = await taxi.query<{ id: string; fare: number }>(
    `select id, (bill->>'fare')::integer as fare from bookings where status = 'COMPLETED'`,
  );
  return new Map(rows.map(({ id, fare }) => [id, fare]));
}

/** What the provider took and kept for each ride: its own words for that end with the ride's id. */
async function capturedCharges({ sandbox }: TaxiBooks): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sandbox.query<{ id: string; amounts: number[] }>(
    `select right(reference, 36) as id, array_agg(amount - refunded) as amounts
     from charges where status = 'captured' group by 1`,
  );
  return new Map(rows.map(({ id, amounts }) => [id, amounts]));
}
