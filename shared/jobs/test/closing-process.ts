// A process with workers and a queue that closes when it is told to and has to end by itself then.
import { once } from 'node:events';
import { createLogger } from '@moa/telemetry';
import { openJobs } from '../src/index.ts';

const jobs = await openJobs({ url: process.argv[2] ?? '', logger: createLogger('closing', 'silent') });
jobs.work('parcels', async () => {});
jobs.work('letters', async ({ id }) => void process.send?.(id));
await jobs.add('letters', [{ id: 'a-1', name: 'send', data: {} }]);
await once(process, 'message');
// One that is under way, as there mostly is one.
const adding = jobs.add('letters', [{ id: 'a-2', name: 'send', data: {} }]).catch(() => {});
await Promise.all([adding, jobs.close()]);
process.send?.('closed');
process.disconnect();
