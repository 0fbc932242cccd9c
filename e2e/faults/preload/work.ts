import { createRequire } from 'node:module';

export type WorkedJob = { readonly name: string };

/** Does a job through `work`, which may be called at any time and any number of times. */
type Wrapping = (job: WorkedJob, work: () => Promise<void>) => Promise<void>;

type Process = (this: object, job: WorkedJob, ...more: unknown[]) => Promise<void>;

/** Puts something around every job that a worker of this process does from now on, within what was put there before. */
export function wrapWork(wrapping: Wrapping): void {
  const { Worker } = createRequire(import.meta.url)('bullmq');
  const process: Process = Worker.prototype.callProcessJob;
  const wrapped: Process = function wrapped(job, ...more) {
    return wrapping(job, () => process.call(this, job, ...more));
  };
  Worker.prototype.callProcessJob = wrapped;
}
