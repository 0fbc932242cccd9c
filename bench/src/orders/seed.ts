import pg from 'pg';
import { customersOf, isHeavySql, memberIdSql, type Town } from './town.ts';

const chunk = 25_000;
const reportEvery = 100_000;
/** Different contents of baskets; orders share them. */
const basketCount = 1_000;

/** One to four dishes each, as an order keeps them. */
const baskets = `
  create temporary table baskets as
  with dishes as (select row_number() over (order by id) - 1 as place, count(*) over () as dishes, * from menu_items),
  chosen as (
    select distinct on (basket, dishes.id) basket, dishes.*, 1 + (basket + position) % 3 as quantity
    from generate_series(0, ${basketCount - 1}) basket, generate_series(0, basket % 4) position
    join dishes on true
    where dishes.place = (basket * 7919 + position * 104729) % dishes.dishes
  )
  select basket,
    jsonb_agg(jsonb_build_object('menuItemId', id, 'name', name, 'price', price, 'quantity', quantity)) as lines,
    sum(price * quantity) as total
  from chosen group by basket`;

/** Orders number $1 to $2 of $3 in the order of time, spread over two years before $4. Ids tell the time, as the graph's own do. */
const orders = ({ customers }: { customers: number }) => `
  with numbered as (
    select n, n / 5 % 25 as kind, $4::timestamptz - ($3 - n) * (interval '730 days' / $3) as placed_at,
      ${memberIdSql(`case when ${isHeavySql('n', '$3')} then 0 else 1 + floor(${customers} * power(random(), 2)) end`)} as customer_id
    from generate_series($1::integer, $2::integer) n
  ),
  placed as (
    insert into orders (id, version, customer_id, status, reason, lines, total, delivery_address, payment_method_id,
      placed_at, idempotency_key, request_hash)
    select uuidv7(placed_at - clock_timestamp()), case when status = 'PAID' then 2 else 3 end, customer_id, status,
      case when status = 'CANCELLED' then case kind when 0 then 'CUSTOMER' else 'PAYMENT_REFUSED' end end,
      lines, total, '서울특별시 중구 세종대로 ' || n % 300 || ', ' || n % 1900 || '호', gen_random_uuid(),
      placed_at, gen_random_uuid(), encode(sha256(n::text::bytea), 'base64')
    from numbered
    join baskets on basket = n % ${basketCount},
    lateral (select case when kind < 2 then 'CANCELLED' when n > $3 * 0.995 then 'PAID' else 'COMPLETED' end as status) as settled
    order by n
    returning *
  )
  insert into order_views (id, customer_id, status, view)
  select id, customer_id, status, jsonb_build_object(
    'id', id, 'revision', version + 2, 'customerId', customer_id, 'status', status, 'reason', reason, 'lines', lines,
    'total', total, 'deliveryAddress', delivery_address, 'placedAt', to_char(placed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'paymentStatus', case when status <> 'CANCELLED' then 'CAPTURED' when reason = 'CUSTOMER' then 'REFUNDED' else 'REFUSED' end,
    'paymentMessage', case when reason = 'PAYMENT_REFUSED' then '한도를 초과했습니다. The limit of the card is exceeded.' end,
    'paymentVersion', 1,
    'deliveryStatus', case status when 'COMPLETED' then 'COMPLETED' when 'PAID' then 'STARTED' end,
    'courierId', case when status <> 'CANCELLED' then ${memberIdSql('total % 500')} end,
    'deliveryVersion', 2, 'updatedAt', to_char(placed_at + interval '35 minutes', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from placed`;

/** Fills the tables of a database that has its menu already, and leaves them as PostgreSQL's own housekeeping would. */
export async function seedOrders(
  url: string,
  town: Town,
  { report, signal }: { report: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    // The same customers order the same things in every run.
    await client.query('select setseed(0.5)');
    await client.query(baskets);
    const now = new Date();
    for (let from = 1; from <= town.orders; from += chunk) {
      signal.throwIfAborted();
      const to = Math.min(from + chunk - 1, town.orders);
      const text = orders({ customers: customersOf(town) });
      await client.query(text, [from, to, town.orders, now]);
      if (to % reportEvery === 0 || to === town.orders) report(`seeded ${to.toLocaleString('en')} orders`);
    }
    signal.throwIfAborted();
    await client.query('vacuum (analyze) orders');
    await client.query('vacuum (analyze) order_views');
    await client.query('vacuum (analyze) menu_items');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}
