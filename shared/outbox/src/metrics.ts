import type { MikroORM } from '@mikro-orm/postgresql';
import { metrics } from '@moa/telemetry';

/** Rows beyond it are not counted: how many more there are says nothing new, and costs more each time. */
const mostCounted = 10_000;

/** Each part stays in an index of its own. */
const state = `
  select
    (select count(*) from (select from outbox where sent_at is null limit ${mostCounted}) as counted)::integer as unsent,
    (select extract(epoch from clock_timestamp() - created_at) from outbox
       where sent_at is null order by id limit 1)::float8 as age,
    (select count(*) from (select from outbox
       where proven_at is null and sent_at is not null limit ${mostCounted}) as counted)::integer as unproven`;

/** Shows what has not left the outbox, until the function that this gives is called. */
export function watchOutbox(orm: MikroORM, subgraph: string): () => void {
  const stop = metrics()?.collect({
    name: 'outbox',
    labels: { subgraph },
    gauges: {
      outbox_unsent: `Messages that were not handed over yet, up to ${mostCounted}.`,
      outbox_oldest_unsent_age_seconds: 'How long the oldest of them has waited; 0 where there is none.',
      outbox_unproven: `Messages that were handed over and not worked off yet by all who hear of them, up to ${mostCounted}.`,
    },
    async read() {
      type Row = { readonly unsent: number; readonly age: number | null; readonly unproven: number };
      const [row]: Row[] = await orm.em.fork().execute(state);
      if (!row) return [];
      return [
        { gauge: 'outbox_unsent', value: row.unsent },
        { gauge: 'outbox_oldest_unsent_age_seconds', value: Math.max(0, row.age ?? 0) },
        { gauge: 'outbox_unproven', value: row.unproven },
      ];
    },
  });
  return stop ?? (() => {});
}
