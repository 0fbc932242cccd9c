import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '../measure/quantile.ts';
import type { ServedTown } from './serve.ts';

/** Milliseconds between two notifications that have nothing to do with the fan-out. */
export const everyMs = 50;

export type Latency = {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
};

/**
 * Tells the stranger something again and again; `stop` gives how long each took from the queue to the stranger's WebSocket, in
 * milliseconds, once all have come.
 */
export async function tellOthers(town: ServedTown): Promise<{ stop(): Promise<Latency> }> {
  const live = await town.watchStranger();
  const beganAt = new Map<string, number>();
  const times: number[] = [];
  const tell = async (): Promise<void> => {
    const orderId = randomUUIDv7();
    beganAt.set(orderId, performance.now());
    await town.publish({
      type: 'OrderPaid',
      version: 2,
      orderId,
      customerId: town.strangerId,
      deliveryAddress: '세종대로 110',
    });
  };
  const hear = async (): Promise<void> => {
    const orderId = await live.next();
    times.push(performance.now() - (beganAt.get(orderId) ?? Number.NaN));
    beganAt.delete(orderId);
  };
  // Nothing says when a subscription stands; that something comes does.
  const first = hear();
  while (times.length === 0) {
    await tell();
    await Promise.race([first, pause(250)]);
  }
  beganAt.clear();
  times.length = 0;

  let stopped = false;
  const telling = (async () => {
    while (!stopped) {
      const next = pause(everyMs);
      await tell();
      await next;
    }
  })();
  const hearing = (async () => {
    while (!stopped || beganAt.size > 0) await hear();
  })();
  // Whoever stops hears of it; where nobody does, the town was closed.
  for (const work of [telling, hearing]) work.catch(() => undefined);
  return {
    async stop() {
      stopped = true;
      await telling;
      await tell(); // one more, so that who listens looks up again
      await hearing;
      await live.close();
      const known = times.filter((time) => !Number.isNaN(time));
      return {
        count: known.length,
        median: quantile(known, 0.5),
        p95: quantile(known, 0.95),
        longest: Math.max(...known),
      };
    },
  };
}
