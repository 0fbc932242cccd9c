export { UnrecoverableError } from 'bullmq';
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
