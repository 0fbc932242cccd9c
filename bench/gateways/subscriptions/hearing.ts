import { setTimeout as pause } from 'node:timers/promises';
import type { Missing } from './clients.ts';
import type { Place } from './place.ts';

const patienceMs = 60_000;

/** Publishes until every client has heard something: nobody is told when a subscription has begun. */
export async function untilAllHear(place: Place, signal: AbortSignal): Promise<number> {
  for (let [event, patience] = [1, 1_000]; ; event += 1, patience *= 2) {
    await place.publish(event);
    const { missing, ended, why } = await untilDelivered(place, 1, signal, patience);
    if (missing === 0) {
      await untilDelivered(place, event, signal); // what is still on its way would be in the way
      return event;
    }
    if (patience > patienceMs)
      throw new Error(
        `${missing} clients hear nothing${ended > 0 ? `; ${ended} subscriptions have ended: ${why}` : '.'}`,
      );
  }
}

/** Waits until all clients have this event or one after it; says how many have not, after a minute. */
export async function untilDelivered(
  { clients }: Place,
  number: number,
  signal: AbortSignal,
  patience = patienceMs,
): Promise<Missing> {
  const until = performance.now() + patience;
  while (true) {
    const state = await clients<Missing>({ do: 'count missing', number });
    if (state.missing === 0 || performance.now() > until) return state;
    await pause(100, undefined, { signal });
  }
}
