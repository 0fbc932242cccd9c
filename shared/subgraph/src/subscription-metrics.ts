import { metrics } from '@moa/telemetry';

/** Counts a subscription that begins, and what comes of it. */
export type CountSubscription = () => { event(): void; ended(): void };

/** Undefined where no metrics are taken. */
export function createSubscriptionCount(subgraph: string): CountSubscription | undefined {
  const taken = metrics();
  if (!taken) return undefined;
  let running = 0;
  taken.collect({
    name: 'subscriptions',
    labels: { subgraph },
    gauges: { subgraph_subscriptions: 'Subscriptions that a subgraph serves at this moment.' },
    read: () => [{ gauge: 'subgraph_subscriptions', value: running }],
  });
  const events = taken.tallies(
    'subgraph_subscription_events_total',
    'Events that a subgraph made for subscriptions.',
  )({
    subgraph,
  });
  return () => {
    running += 1;
    return {
      event: () => {
        events.count += 1;
      },
      ended: () => {
        running -= 1;
      },
    };
  };
}
