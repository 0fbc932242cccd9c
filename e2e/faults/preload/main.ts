/**
 * Loaded into a process of Moa before anything of its own (see preloadOption in tell.ts). Without an order, a broken build or
 * shorter locks it changes nothing.
 */
import { isMainThread } from 'node:worker_threads';
import { loadBrokenBuild } from './broken-build.ts';
import { moveClock, showMovedClock } from './clock.ts';
import { crashAt, watchTransactions, watchWork } from './crashes.ts';
import { shortenLocks } from './locks.ts';
import { mixJobs, watchForMixing } from './mixed-jobs.ts';
import type { Letter, Order, Receipt } from './orders.ts';

if (isMainThread && process.send) {
  loadBrokenBuild(process.env.FAULTS_BROKEN);
  shortenLocks(process.env.FAULTS_LOCK_MS);
  showMovedClock();
  watchTransactions();
  watchWork();
  watchForMixing();
  process.on('message', receive);
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM')); // whoever started it is gone
  process.channel?.unref(); // orders are no reason to stay
}

function receive({ number, order }: Letter): void {
  let fault: string | null = null;
  try {
    follow(order);
  } catch (error) {
    fault = String(error);
  }
  process.send?.({ number, fault } satisfies Receipt);
}

function follow(order: Order): void {
  switch (order.kind) {
    case 'crash':
      crashAt(order.at);
      break;
    case 'jobs':
      mixJobs(order.come === 'mixed' ? order.seed : undefined);
      break;
    case 'clock':
      moveClock(order.subgraph, order.aheadMs);
  }
}
