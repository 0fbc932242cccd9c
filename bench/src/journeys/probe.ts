import './json-frames.ts';
import { type Profiler, Session } from 'node:inspector/promises';
import { countHttpRequests } from './count-http-requests.ts';
import { countQueries } from './count-queries.ts';
import { type Split, splitOf } from './split.ts';

/** What a process has done so far. */
export type Counts = {
  /** Microseconds of processor time, of all its threads. */
  readonly cpu: number;
  /** Trips to PostgreSQL and back, and the statements that they carried. */
  readonly roundTrips: number;
  readonly statements: number;
  /** Operations that came by HTTP. */
  readonly requests: number;
};

/** What the bench may ask of a process that this file was loaded into, by the channel between them. */
export type Ask = 'count' | 'start profile' | 'end profile';
export type Answers = { readonly count: Counts; readonly 'start profile': 'started'; readonly 'end profile': Split };

/** Loaded with `--import` before Moa itself, whose own pg it counts at: another checkout has another. */
const queries = countQueries(process.argv[1] ?? '');
const requests = countHttpRequests();
const samplingMicroseconds = 250;
const inspector = new Session();

process.on('message', async (ask) => process.send?.(await answers[ask as Ask]())); // the other end is probed-process.ts
process.on('disconnect', () => process.exit()); // the bench has ended

const answers: { readonly [Name in Ask]: () => Promise<Answers[Name]> } = {
  async count() {
    const { user, system } = process.cpuUsage();
    return { cpu: user + system, ...queries(), requests: requests() };
  },
  async 'start profile'() {
    inspector.connect();
    await inspector.post('Profiler.enable');
    await inspector.post('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
    await inspector.post('Profiler.start');
    return 'started';
  },
  async 'end profile'() {
    const { profile }: { profile: Profiler.Profile } = await inspector.post('Profiler.stop');
    inspector.disconnect();
    return splitOf(profile);
  },
};
