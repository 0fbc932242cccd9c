import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { inTrace, type Logger } from '@moa/telemetry';
import { type Bus, batchSize, dispatchBatch, hasUnsent } from './dispatch.ts';
import { every } from './every.ts';
import { watchOutbox } from './metrics.ts';
import { prove } from './prove.ts';
import { sweep } from './sweep.ts';
import type { Place } from './unproven.ts';

export interface Outbox {
  /** Runs `work` in a transaction of its own and hands over what it sent as soon as it has committed. */
  transaction<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result>;
  /**
   * Hands over again what a queue has lost of the messages sent longer than `olderThanMs` ago. Runs by itself every few
   * seconds; says how many there were.
   */
  prove(olderThanMs?: number): Promise<number>;
  /** Forgets what can't come back any more. Runs by itself every hour. */
  sweep(): Promise<void>;
  /** Finishes what is being handed over; what is left stays for the next start, or for another process. */
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

  const attempt = (task: string, work: () => Promise<unknown>): Promise<void> =>
    work().then(
      () => undefined,
      (error: unknown) => logger.warn({ err: error, task }, 'outbox: will be tried again'),
    );
  const drain = async (): Promise<void> => {
    do {
      wakeAgain = false;
      while ((await dispatchBatch(orm.em.fork(), publisher, bus)) === batchSize && !closed);
    } while (wakeAgain && !closed);
  };
  const wake = (): void => {
    wakeAgain = true;
    if (closed) return;
    // What it hands over belongs to many; who happens to wake it isn't to be found in its log lines.
    draining ??= inTrace(undefined, () => attempt('dispatch', drain)).finally(() => {
      draining = undefined;
      // Somebody committed between the last look and now.
      if (wakeAgain) wake();
    });
  };
  const lookForUnsent = async (): Promise<void> => {
    if (await hasUnsent(orm.em.fork())) wake();
  };
  const proveAll = async (olderThanMs = proveMs): Promise<number> => {
    let lost = 0;
    let after: Place | undefined;
    do {
      const page = await prove(orm.em.fork(), publisher, bus, { olderThanMs, after });
      lost += page.lost;
      after = page.next;
    } while (after && !closed);
    if (lost > 0) {
      logger.warn({ lost }, 'outbox: a queue had lost messages; they go out again');
      wake();
    }
    return lost;
  };
  const sweepNow = () => sweep(orm.em.fork());

  const stops = [
    every(pollMs, () => attempt('poll', lookForUnsent)),
    every(proveMs, () => attempt('prove', proveAll)),
    every(hourMs, () => attempt('sweep', sweepNow)),
  ];
  const unwatch = watchOutbox(orm, publisher);
  wake();

  return {
    async transaction(work) {
      const result = await orm.em.fork().transactional(work);
      wake();
      return result;
    },
    prove: proveAll,
    sweep: sweepNow,
    async close() {
      closed = true;
      unwatch();
      await Promise.all([draining, ...stops.map((stop) => stop())]);
    },
  };
}
