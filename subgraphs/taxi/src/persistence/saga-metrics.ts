import type { MikroORM } from '@mikro-orm/postgresql';
import { metrics } from '@moa/telemetry';

/** Each stays in the index by which its deadline is watched. */
const openSagas = `
  select 'dispatch' as saga, count(*)::integer as open,
    coalesce(extract(epoch from now() - min(requested_at)), 0)::float8 as age
  from bookings where status in ('REQUESTED', 'DISPATCHING')
  union all
  select 'cancellation', count(*)::integer, coalesce(extract(epoch from now() - min(cancel_requested_at)), 0)::float8
  from bookings where status = 'CANCEL_REQUESTED'`;

/** Shows the bookings that wait for an answer, and the cancellations that wait to be settled. */
export function watchSagas(orm: MikroORM): void {
  metrics()?.collect({
    name: 'sagas',
    labels: { subgraph: 'taxi' },
    gauges: {
      saga_open: 'Sagas that have not come to their end.',
      saga_oldest_age_seconds: 'How long the oldest of them goes on; 0 where there is none.',
    },
    async read() {
      type Row = { readonly saga: string; readonly open: number; readonly age: number };
      const rows: Row[] = await orm.em.fork().execute(openSagas);
      return rows.flatMap(({ saga, open, age }) => [
        { gauge: 'saga_open', labels: { saga }, value: open },
        { gauge: 'saga_oldest_age_seconds', labels: { saga }, value: Math.max(0, age) },
      ]);
    },
  });
}
