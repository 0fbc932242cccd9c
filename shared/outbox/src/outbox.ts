import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from '@moa/telemetry';
import { type Bus, batchSize, dispatchBatch } from './dispatch.ts';
import { prove } from './prove.ts';
import { sweep } from './sweep.ts';

export interface Outbox {
  /** Runs `work` in a transaction of its own and hands over what it sent as soon as it has committed. */
  transaction<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result>;
  /** Hands over what was lost by a queue. Runs by itself every few seconds; says how many there were. */
  prove(olderThanMs?: number): Promise<number>;
  close(): Promise<void>;
}

export type OutboxOptions = {
  readonly orm: MikroORM;
  /** The subgraph's name: it stands in every message's id. */
  readonly publisher: string;
  readonly bus: Bus;
  readonly logger: Logger;
  /** How often to look for rows whose wake-up was lost, in ms. */
  readonly pollMs?: number;
  readonly proveMs?: number;
};

const hourMs = 3_600_000;

export function openOutbox({ orm, publisher, bus, logger, pollMs = 1_000, proveMs = 5_000 }: OutboxOptions): Outbox {
  let draining: Promise<void> | undefined;
  let wakeAgain = false;
  let closed = false;

  const drain = async (): Promise<void> => {
    do {
      wakeAgain = false;
      while ((await dispatchBatch(orm.em.fork(), publisher, bus)) === batchSize && !closed);
    } while (wakeAgain && !closed);
  };
  const wake = (): void => {
    wakeAgain = true;
    if (closed) return;
    draining ??= attempt('dispatch', drain).finally(() => {
      draining = undefined;
    });
  };
  const attempt = (task: string, work: () => Promise<unknown>): Promise<void> =>
    work().then(
      () => undefined,
      (error: unknown) => logger.warn({ err: error, task }, 'outbox: will be tried again'),
    );
  const proveNow = async (olderThanMs = proveMs): Promise<number> => {
    const lost = await prove(orm.em.fork(), publisher, bus, olderThanMs);
    if (lost > 0) {
      logger.warn({ lost }, 'outbox: a queue had lost messages; they go out again');
      wake();
    }
    return lost;
  };

  let background = Promise.resolve();
  const inBackground = (task: string, work: () => Promise<unknown>) => () => {
    background = background.then(() => (closed ? undefined : attempt(task, work)));
  };
  const timers = [
    setInterval(wake, pollMs),
    setInterval(inBackground('prove', proveNow), proveMs),
    setInterval(
      inBackground('sweep', () => sweep(orm.em.fork())),
      hourMs,
    ),
  ];
  wake();

  return {
    async transaction(work) {
      const result = await orm.em.fork().transactional(work);
      wake();
      return result;
    },
    prove: proveNow,
    async close() {
      closed = true;
      timers.forEach(clearInterval);
      await Promise.all([draining, background]);
    },
  };
}
