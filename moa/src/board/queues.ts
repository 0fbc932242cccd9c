import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { BullQueues } from '@moa/jobs';
import { redacted } from '@moa/telemetry';
import type { FastifyInstance } from 'fastify';

type Queue = ReturnType<BullQueues['queue']>;

/** Bull Board over these queues, without its buttons: what is put back or discarded here would bypass inbox and outbox. */
export function registerQueues(app: FastifyInstance, queues: readonly Queue[]): void {
  const serverAdapter = new FastifyAdapter();
  createBullBoard({ queues: queues.map(shown), serverAdapter, options: { uiConfig } });
  app.register(serverAdapter.registerPlugin());
}

function shown(queue: Queue): BullMQAdapter {
  const adapter = new BullMQAdapter(queue, { readOnlyMode: true });
  adapter.setFormatter('data', redacted);
  return adapter;
}

const uiConfig = {
  boardTitle: 'Moa · queues',
  miscLinks: [{ text: 'Sign out', url: '/sign-out' }],
};
