import { setTimeout as pause } from 'node:timers/promises';
import { describeMachine } from '../../src/measure/machine.ts';
import { type Cores, shareCores } from '../processes/cores.ts';
import { usageOf } from '../processes/usage.ts';
import type { Target } from '../targets/target.ts';
import type { Opened, SummedUp } from './clients.ts';
import { untilAllHear, untilDelivered } from './hearing.ts';
import { openPlace } from './place.ts';
import type { Failed, Kind, Measured, SubscriptionsResult } from './result.ts';
import type { Published } from './subgraph.ts';
import { subscription } from './ticks.ts';

export type SubscriptionsBench = {
  readonly targets: readonly Target[];
  readonly clients: number;
  readonly events: number;
  readonly everyMs: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

/** Files and sockets of a process besides those of its clients. */
export const otherFiles = 200;

/** Each gateway alone, with all clients at once; first all with one subscription, then each with its own. */
export async function benchSubscriptions(bench: SubscriptionsBench): Promise<SubscriptionsResult> {
  const { targets, clients, events, everyMs, report, signal } = bench;
  const cores = shareCores();
  const measured: (Measured | Failed)[] = [];
  for (const kind of ['the same', 'each its own'] as const) {
    for (const target of targets) {
      signal.throwIfAborted();
      report(`${target.name}, ${kind}`);
      try {
        measured.push({ ...(await measure(target, kind, bench, cores)), target: target.title, kind });
      } catch (error) {
        signal.throwIfAborted();
        const failure = error instanceof Error ? error.message : String(error);
        report(failure);
        measured.push({ target: target.title, kind, failure });
      }
    }
  }
  const versions = [...new Set(targets.flatMap((target) => target.versions()))];
  return { measured, clients, events, everyMs, bound: cores !== undefined, versions, machine: describeMachine() };
}

async function measure(
  target: Target,
  kind: Kind,
  { clients, events, everyMs, report, signal }: SubscriptionsBench,
  cores: Cores | undefined,
): Promise<Omit<Measured, 'target' | 'kind'>> {
  await using opened = new AsyncDisposableStack();
  const place = await openPlace(target, { cores, openFiles: clients + otherFiles }, opened);
  const { gateway, publish, clients: ask } = place;
  const { pid } = gateway.process;

  const before = usageOf(pid);
  await ask<Opened>({ do: 'open', url: gateway.url, query: subscription, count: clients, own: kind !== 'the same' });
  report('all clients have subscribed');
  const first = await untilAllHear(place, signal);
  report(`all of them hear, after ${first} events`);

  const used = usageOf(pid);
  const from = first + 1;
  let upstream: Published = { subscriptions: 0, sockets: 0 };
  const began = performance.now();
  for (let number = from; number < from + events; number += 1) {
    await pause(Math.max(0, began + (number - from) * everyMs - performance.now()), undefined, { signal });
    upstream = await publish(number);
  }
  const { missing, ended, why } = await untilDelivered(place, from + events - 1, signal);
  const after = usageOf(pid);
  const seconds = (performance.now() - began) / 1000;
  const delivered = await ask<SummedUp>({ do: 'sum up', from });
  report(
    `${delivered.deliveries} deliveries, p99 ${Math.round(delivered.p99)} ms, ${missing} clients lack the last event`,
  );
  return {
    upstream,
    rss: { before: before?.rss, after: after?.rss },
    cpuSeconds: used && after && after.cpuSeconds - used.cpuSeconds,
    seconds,
    delivered,
    missing: 1 - delivered.deliveries / (clients * events),
    ended,
    why,
  };
}
