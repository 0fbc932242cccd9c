import { Counter, Gauge, type Registry } from 'prom-client';
import type { SharedSubscriptions } from '../subscriptions/shared-subscriptions.ts';
import type { OperationMetrics } from './operations.ts';

/** The same subscriptions, counted: each client's for itself, however many share one. */
export function countSubscriptions(
  shared: SharedSubscriptions,
  operations: OperationMetrics,
  registry: Registry,
): SharedSubscriptions {
  const registers = [registry];
  const live = new Gauge({
    name: 'router_subscriptions',
    help: 'Subscriptions of clients that run at this moment.',
    registers,
  });
  const events = new Counter({
    name: 'router_subscription_events_total',
    help: 'Answers of subscriptions, counted once for each client that they are for.',
    registers,
  });
  const slow = new Counter({
    name: 'router_subscription_slow_readers_total',
    help: 'Subscriptions that were ended because their client read too slowly.',
    registers,
  });
  return {
    join(operation, listener) {
      let running = true;
      const stopped = (): void => {
        if (running) live.dec();
        running = false;
      };
      operations.started(operation.planned);
      live.inc();
      const membership = shared.join(operation, {
        tell(answer) {
          events.inc();
          listener.tell(answer);
        },
        end() {
          stopped();
          listener.end();
        },
        fail(reason) {
          stopped();
          listener.fail(reason);
        },
      });
      return {
        latest: membership.latest,
        leave(why) {
          if (running && why === 'too slow') slow.inc();
          stopped();
          membership.leave(why);
        },
      };
    },
  };
}
