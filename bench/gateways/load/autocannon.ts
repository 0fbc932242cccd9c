import type { EventEmitter } from 'node:events';
import { quantile } from '../../src/measure/quantile.ts';
import { requirePeer } from '../peers.ts';
import type { Measured, Run } from './load.ts';

/** What we use of autocannon, which has no types of its own. */
type Options = {
  readonly url: string;
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connections: number;
  readonly duration: number;
  readonly verifyBody: (body: string) => boolean;
};
type Result = {
  readonly duration: number;
  readonly non2xx: number;
  readonly errors: number;
  readonly timeouts: number;
  readonly mismatches: number;
};
type Autocannon = (options: Options, done: (error: Error | null, result: Result) => void) => EventEmitter;

const autocannon = requirePeer('autocannon') as Autocannon; // as its README says

process.on('message', async (message) => {
  process.send?.(await run(message as Run)); // the other end is load.ts
});
process.on('disconnect', () => process.exit()); // the bench has ended

function run({ url, headers, body, expected, seconds, connections }: Run): Promise<Measured> {
  const times: number[] = [];
  return new Promise((resolve, reject) => {
    const options: Options = {
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body,
      connections,
      duration: seconds,
      verifyBody: (answer) => answer === expected,
    };
    const running = autocannon(options, (error, result) => {
      if (error) return reject(error);
      const { duration, non2xx, errors, timeouts, mismatches } = result;
      const found = Object.entries({ non2xx, errors, timeouts, mismatches }).filter(([, count]) => count > 0);
      resolve({
        answers: times.length,
        seconds: duration,
        p50: times.length > 0 ? quantile(times, 0.5) : Number.NaN,
        p99: times.length > 0 ? quantile(times, 0.99) : Number.NaN,
        faults: found.map(([what, count]) => `${count} ${what}`).join(', '),
      });
    });
    // Its own histogram knows whole milliseconds only.
    running.on('response', (_client, _status, _bytes, milliseconds: number) => times.push(milliseconds));
  });
}
