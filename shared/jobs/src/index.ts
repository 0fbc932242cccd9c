export { UnrecoverableError } from 'bullmq';
export type { ActiveJob, Handler, Job, JobState, Jobs, Worker } from './jobs.ts';
export { type JobsOptions, openJobs } from './open.ts';
