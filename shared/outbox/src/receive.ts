import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type FactOf,
  type HeardBy,
  parseFact,
  type SubgraphName,
  type Subscriber,
  subscribers,
  views,
} from '@moa/contracts';
import type { Handler, Jobs, Worker } from '@moa/jobs';
import type { Outbox } from './outbox.ts';
import { factQueue, jobQueue } from './queues.ts';

/** Messages worked at a time in one process; about as many as there are database connections for them. */
const concurrency = 8;

/** What a subgraph or a view does with each fact that it hears of; a missing one does not compile. */
export type FactHandlers<Name extends Subscriber> = {
  readonly [Type in HeardBy<Name>]: (em: EntityManager, fact: FactOf<Type>) => Promise<void>;
};

/** The effect of a fact and the note that it was received commit together: a second delivery finds the note and does nothing. */
export function receiveFacts<Name extends Subscriber>(
  subscriber: Name,
  { jobs, outbox }: { readonly jobs: Jobs; readonly outbox: Outbox },
  handlers: FactHandlers<Name>,
): Worker {
  const receive: Handler = async ({ id, data }) => {
    const fact = parseFact(data);
    if (!isHeardBy(subscriber, fact.type)) return;
    // `fact.type` was just shown to be a key of the handlers, which pair each type with the handler of its own fact.
    const handle = handlers[fact.type] as (em: EntityManager, fact: unknown) => Promise<void>;
    await outbox.transaction(async (em) => {
      if (await receivedFirst(em, noteOf(subscriber, id))) await handle(em, fact);
    });
  };
  return jobs.work(factQueue(subscriber), receive, { concurrency });
}

/** A view shares its subgraph's database, where both may hear of one fact: each notes it for itself. */
const noteOf = (subscriber: Subscriber, messageId: string): string =>
  views.some((view) => view === subscriber) ? `${subscriber}:${messageId}` : messageId;

/** True the first time that this database sees the id. */
async function receivedFirst(em: EntityManager, messageId: string): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    'insert into inbox (message_id) values (?) on conflict do nothing returning message_id',
    [messageId],
  );
  return rows.length === 1;
}

/** When this database saw the effect of a message; undefined when it has not, or saw it longer ago than `inboxDays`. */
export async function receivedAt(
  em: EntityManager,
  subscriber: Subscriber,
  messageId: string,
): Promise<Date | undefined> {
  const rows: { received_at: string }[] = await em.execute('select received_at::text from inbox where message_id = ?', [
    noteOf(subscriber, messageId),
  ]);
  return rows[0] && new Date(rows[0].received_at);
}

const isHeardBy = <Name extends Subscriber>(subscriber: Name, type: keyof typeof subscribers): type is HeardBy<Name> =>
  subscribers[type].some((name: Subscriber) => name === subscriber);

/** A subgraph's own work. A job may run more than once: each handler makes its own effects safe to repeat. */
export type JobHandlers = { readonly [name: string]: (data: unknown) => Promise<void> };

/** `concurrency` counts the jobs that a process works on at a time; 1 when left out. */
export function workJobs(
  subgraph: SubgraphName,
  jobs: Jobs,
  handlers: JobHandlers,
  options: { readonly concurrency?: number } = {},
): Worker {
  const handler = async ({ name, data }: { readonly name: string; readonly data: unknown }) => {
    const handle = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!handle) throw new Error(`The subgraph ${subgraph} has no worker for the job ${name}.`);
    await handle(data);
  };
  return jobs.work(jobQueue(subgraph), handler, options);
}
