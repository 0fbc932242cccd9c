export { UnrecoverableError } from 'bullmq';
export { type BullQueues, openBullQueues } from './inspector/bull-queues.ts';
export type {
  DiscardOutcome,
  InspectedJob,
  JobInspector,
  ListedState,
  QueueCounts,
  RetryOutcome,
} from './inspector/inspector.ts';
export { openJobInspector } from './inspector/open.ts';
export type { ActiveJob, Handler, Job, JobState, Jobs, Worker } from './jobs.ts';
export { type JobsOptions, openJobs } from './open.ts';
