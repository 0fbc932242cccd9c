import { setImmediate as immediate } from 'node:timers/promises';
import type { Graph } from '../reload/graph.ts';
import type { ServedGraph } from '../reload/served-graph.ts';

/** A subscription that outlives the graph that it began on. */
export interface LiveSubscription {
  readonly graph: Graph;
  /** Goes on with another graph, or ends. */
  moveTo(graph: Graph): void;
}

export interface LiveSubscriptions {
  readonly size: number;
  add(subscription: LiveSubscription): void;
  delete(subscription: LiveSubscription): void;
}

/** Planning thousands anew takes seconds; requests aren't kept waiting longer than this for it. */
const atOnceMs = 10;

/** Moves all subscriptions to each new graph soon after it is served. */
export function createLiveSubscriptions(served: ServedGraph): LiveSubscriptions {
  const running = new Set<LiveSubscription>();
  let moving = false;

  const moveAll = async (): Promise<void> => {
    let target: Graph;
    do {
      await immediate();
      target = served.graph;
      let restedAt = performance.now();
      for (const each of [...running]) {
        if (running.has(each) && each.graph !== target) each.moveTo(target);
        if (performance.now() - restedAt < atOnceMs) continue;
        await immediate();
        restedAt = performance.now();
      }
    } while (target !== served.graph);
  };
  served.onSwap(() => {
    if (moving) return;
    moving = true;
    void moveAll().finally(() => {
      moving = false;
    });
  });
  return {
    get size() {
      return running.size;
    },
    add: (subscription) => void running.add(subscription),
    delete: (subscription) => void running.delete(subscription),
  };
}
