import type { LiveEntry, LiveSignal } from './live-log.ts';
import { createSubscription, type Subscription } from './subscription.ts';

/** Hands what the one reader reads to the many subscriptions of this process. */
export interface FanOut {
  subscribe(channel: string): AsyncIterableIterator<LiveSignal>;
  deliver(entry: LiveEntry): void;
  /** Tells every subscription that entries may have been missed. */
  resync(): void;
  /** Ends every subscription and refuses new ones. */
  close(): void;
}

export function createFanOut(): FanOut {
  // A channel stands here as long as anyone is subscribed to it, each with an entry of their own.
  const channels = new Map<string, Set<Subscription>>();
  let closed = false;
  const all = () => [...channels.values()].flatMap((subscriptions) => [...subscriptions]);

  return {
    subscribe(channel) {
      if (closed) throw new Error('The live log is closed: subscribe before closing it.');
      const subscriptions = channels.get(channel) ?? new Set();
      channels.set(channel, subscriptions);
      const subscription = createSubscription(() => {
        subscriptions.delete(subscription);
        if (subscriptions.size === 0) channels.delete(channel);
      });
      subscriptions.add(subscription);
      return subscription;
    },
    deliver({ channel, payload, trace }) {
      for (const subscription of channels.get(channel) ?? [])
        subscription.push({ kind: 'entry', payload, ...(trace && { trace }) });
    },
    resync() {
      for (const subscription of all()) subscription.push({ kind: 'resync' });
    },
    close() {
      closed = true;
      for (const subscription of all()) subscription.end();
    },
  };
}
