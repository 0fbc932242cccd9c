import type { JobHandlers, Outbox } from '@moa/outbox';
import { z } from 'zod';
import { endFollows } from '../actions/end-follows.ts';

const job = z.object({ memberId: z.uuid() });

/** The subgraph's own work. */
export const jobHandlers = (transaction: Outbox['transaction']): JobHandlers => ({
  endFollows: (data) => transaction((em) => endFollows(em, job.parse(data).memberId)),
});
