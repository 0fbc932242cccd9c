import { UnrecoverableError } from 'bullmq';
import type { Processor } from './queue-backend.ts';

/**
 * Whether nothing is left of a job but its place in the queue, as when Redis threw its data out for lack of memory.
 * By starting it BullMQ has made a job without name, data and retries.
 */
export const isHusk = ({ name }: { readonly name: string | undefined }): boolean => name === undefined;

/** Fails husks in such a way that the queue forgets them: kept, they would be in the way of the job when it is added again. */
export const removingHusks =
  (processor: Processor): Processor =>
  async (job) => {
    if (!isHusk(job)) return processor(job);
    job.opts.removeOnFail = true;
    throw new UnrecoverableError('The queue has lost what this job was.');
  };
