// A process that takes a job and never finishes it, for a test to kill.
import { createLogger } from '@moa/telemetry';
import { openJobs } from '../src/index.ts';

const url = process.argv[2] ?? '';
const jobs = await openJobs({ url, logger: createLogger('stuck', 'silent'), lockMs: 600, stalledMs: 200 });
jobs.work('letters', async ({ id, attempt }) => {
  process.send?.({ id, attempt });
  await new Promise(() => {});
});
